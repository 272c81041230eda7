# SPDX-License-Identifier: Apache-2.0
"""Whole journeys of different people.

A mover with three services, one with a screenshot and no export, one who speaks German, and one who helps two
others and keeps their cases apart.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from inspector.app.session import Session
from inspector.bundle.verifying import verify
from inspector.domain.residence import Stay
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.pages.start import StartPage
from inspector.gui.pages.you import YouPage
from inspector.gui.vault.unlock import UnlockDialog
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.hands import focused, press, saves_to, tab_to, texts, type_out, write
from tests.gui.shots import CONTROL, is_settled, switch
from tests.gui.sights import Visit
from tests.gui.sights_cases import WORDS, keep_code, make_case
from tests.gui.travel import SOON, arrive, click, drop, turn_to, wake
from tests.makers import linkedin
from tests.makers.assistants import chatgpt
from tests.makers.social import x

pytestmark = pytest.mark.usefixtures("as_shipped")

both_ways = pytest.mark.parametrize("by_click", [True, False], ids=["click", "keyboard"])


def exports(folder: Path) -> list[Path]:
    """One export of each of three services."""
    return [
        made.write(folder) for made in (linkedin.simple(), x.x_samples()[-1].made, chatgpt.era_2023().made)
    ]


def hand_in(window: MainWindow, page: CollectPage, files: list[Path], *, by_click: bool) -> None:
    """Drop files on the page, or choose them by the keyboard."""
    if by_click:
        assert drop(window, *files)
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file) for file in files], ""))
        tab_to(page.files)
        press(Qt.Key.Key_Return)


def make_bundle(page: EvidencePage, qtbot: QtBot, file: Path, *, by_click: bool) -> None:
    """Make a bundle, which verifies."""
    with pytest.MonkeyPatch.context() as patch:
        saves_to(file, patch)
        if by_click:
            click(page.makes)
        else:
            tab_to(page.makes)
            press(Qt.Key.Key_Return)
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    assert verify(file, page.made.fingerprint.fingerprint).ok


@both_ways
def test_a_mover_with_three_services_has_an_answer_for_each(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, *, by_click: bool
) -> None:
    turn_to(window, "you", by_click=by_click)
    you = arrive(window, qtbot, YouPage)
    first = you.residence.rows[0]
    if by_click:
        click(first.what)
    type_out("United States\t\t\t2025-03-01\t")
    tab_to(you.residence.add)
    press(Qt.Key.Key_Space)
    type_out("Germany\t2025-03-01\t")
    assert [stay.region for stay in session.residence] == ["US", "DE"]
    turn_to(window, "collect", by_click=by_click)
    hand_in(window, arrive(window, qtbot, CollectPage), exports(tmp_path), by_click=by_click)
    qtbot.waitUntil(lambda: len(session.sources) == 3 and session.is_answered, timeout=SOON)
    turn_to(window, "findings", by_click=by_click)
    findings = arrive(window, qtbot, FindingsPage)
    assert findings.view is not None
    assert {one.card.service for one in findings.view.details} >= {"LinkedIn", "X", "ChatGPT"}
    assert {one.service for one in session.inspection().findings} >= {"linkedin", "x", "chatgpt"}
    turn_to(window, "evidence", by_click=by_click)
    make_bundle(arrive(window, qtbot, EvidencePage), qtbot, tmp_path / "bundle.zip", by_click=by_click)


@both_ways
def test_a_screenshot_alone_leads_to_an_answer_that_rests_on_it(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, *, by_click: bool
) -> None:
    session.declare_residence((Stay("US"),))
    turn_to(window, "collect", by_click=by_click)
    page = arrive(window, qtbot, CollectPage)
    hand_in(window, page, [switch(tmp_path, on=False)], by_click=by_click)
    qtbot.waitUntil(lambda: len(session.sources) == 1, timeout=SOON)
    turn_to(window, "confirm", by_click=by_click)
    confirm = arrive(window, qtbot, ConfirmPage)
    qtbot.waitUntil(lambda: is_settled(confirm) and confirm.side.mode == "clear", timeout=SOON)
    assert not session.inspection().findings or session.inspection().findings[0].grade != "shown"
    if by_click:
        click(confirm.yes)
    else:
        tab_to(confirm.yes)
        press(Qt.Key.Key_Return)
    turn_to(window, "findings", by_click=by_click)
    findings = arrive(window, qtbot, FindingsPage)
    found = next(one for one in session.inspection().findings if one.control == CONTROL)
    assert (found.state, found.grade) == ("off", "shown")
    assert findings.cards[0].words.state == "off"


@pytest.mark.parametrize("messages", [Messages("de")], ids=["german"])
def test_someone_who_speaks_german_reads_german_on_every_page_to_the_bundle(
    window: MainWindow, demo_session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    german, english = Messages("de"), Messages()
    said: list[str] = []
    for page in ("start", "you", "collect", "findings", "act", "evidence"):
        turn_to(window, page, by_click=False)
        qtbot.waitUntil(lambda: window.stack.currentWidget() is window.page, timeout=SOON)
        qtbot.waitUntil(lambda: demo_session.is_answered, timeout=SOON)
        said += texts(window)
    for key in ("gui.rail.findings", "gui.collect.files", "gui.findings.evidence", "gui.evidence.make"):
        assert german.text(key) in said
        assert english.text(key) not in said
    evidence = arrive(window, qtbot, EvidencePage)
    make_bundle(evidence, qtbot, tmp_path / "bundle.zip", by_click=False)
    assert evidence.title.text() == german.text("gui.evidence.done.title")


def test_a_helper_keeps_two_cases_apart(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = Visit(window, qtbot, tmp_path / "data", monkeypatch)
    lived = {"For Aza": "US", "For Mara": "DE"}
    for name, region in lived.items():
        keep_code(visit, make_case(visit, name))
        visit.session.declare_residence((Stay(region),))
        visit.session.note_consent(f"{name}: agreed by telephone")
        click(window.rail.lock)
        visit.at(StartPage)
        visit.wait(lambda: not window.desk.bridge.busy and not visit.session.residence)
        assert name not in " ".join(one.text() for one in window.findChildren(QLabel))
    start = visit.at(StartPage)
    visit.wait(lambda: len(start.cases.rows) == len(lived))
    seen: dict[str, str] = {}
    for at in range(len(lived)):
        row = visit.at(StartPage).cases.rows[at]
        wake(window)
        row.setFocus()
        press(Qt.Key.Key_Return)
        visit.dialog(UnlockDialog)
        assert focused().window() is not window
        write(WORDS)
        press(Qt.Key.Key_Return)
        visit.wait(lambda: window.desk.vault.is_open)
        opened = window.desk.vault.opened
        assert opened is not None
        (stay,) = visit.session.residence
        seen[opened.name] = stay.region
        assert visit.session.consent == f"{opened.name}: agreed by telephone"
        click(window.rail.lock)
        visit.wait(lambda: len(visit.at(StartPage).cases.rows) == len(lived))
    assert seen == lived
