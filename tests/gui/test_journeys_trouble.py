# SPDX-License-Identifier: Apache-2.0
"""Whole journeys where something goes wrong: a damaged archive, a stopped import, a changed bundle."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.app.intake import Stage
from inspector.app.session import Session
from inspector.bundle.verifying import verify
from inspector.cases.acts import ActKind
from inspector.domain.residence import Stay
from inspector.domain.words import DataClass
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.window import MainWindow
from tests.gui.hands import opens, press, saves_to, tab_to, texts
from tests.gui.loopwatch import own_work
from tests.gui.travel import SOON, arrive, click, drop, turn_to
from tests.gui.walk import settle
from tests.makers import bad, linkedin
from tests.makers.linkedin.big import big_messages
from tests.makers.truth import Truth

pytestmark = pytest.mark.usefixtures("as_shipped")

both_ways = pytest.mark.parametrize("by_click", [True, False], ids=["click", "keyboard"])


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    """An export that takes longer to read than it takes to reach the button that stops it."""
    file = tmp_path_factory.mktemp("big") / "Complete_LinkedInDataExport_01-01-2026.zip"
    return file, big_messages(file, rows=100_000)


def choose(page: CollectPage, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hand a file in by the keyboard."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    tab_to(page.files)
    press(Qt.Key.Key_Return)


def stages(page: CollectPage) -> list[Stage]:
    return [item.stage for item in page.queue.intake.items]


def hand_in(page: CollectPage, file: Path, monkeypatch: pytest.MonkeyPatch, *, by_click: bool) -> None:
    """Bring a file by dropping it, or by the keyboard and the file dialog."""
    window = page.window()
    assert isinstance(window, MainWindow)
    if by_click:
        assert drop(window, file)
    else:
        choose(page, file, monkeypatch)


def push(button: QWidget, *, by_click: bool) -> None:
    """Push a button by click or by key."""
    if by_click:
        click(button)
    else:
        settle()
        assert button.isVisible()
        tab_to(button)
        press(Qt.Key.Key_Space)


@both_ways
def test_a_damaged_archive_is_told_wherever_the_answer_is_shown_and_a_whole_one_mends_it(
    window: MainWindow,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_click: bool,
) -> None:
    (tmp_path / "broken").mkdir()
    session.declare_residence((Stay("US"),))
    turn_to(window, "collect", by_click=by_click)
    page = arrive(window, qtbot, CollectPage)
    broken = bad.MAKERS["bad_checksum"]().write(tmp_path / "broken")
    hand_in(page, broken, monkeypatch, by_click=by_click)
    qtbot.waitUntil(lambda: bool(session.sources) and session.is_answered, timeout=SOON)
    turn_to(window, "findings", by_click=by_click)
    told = arrive(window, qtbot, FindingsPage).cards[0].words.incomplete
    assert told
    assert told in " ".join(texts(window.page))
    turn_to(window, "collect", by_click=by_click)
    arrive(window, qtbot, CollectPage)
    push(page.view.cards[0].buttons["leave_out"], by_click=by_click)
    hand_in(page, linkedin.simple().write(tmp_path), monkeypatch, by_click=by_click)
    qtbot.waitUntil(lambda: stages(page) == [Stage.LEFT_OUT, Stage.ADDED], timeout=SOON)
    turn_to(window, "findings", by_click=by_click)
    assert arrive(window, qtbot, FindingsPage).cards[0].words.incomplete == ""
    assert session.inspection().complete


@both_ways
def test_an_import_that_is_stopped_leaves_the_answer_as_it_was_and_may_be_begun_again(
    demo_session: Session,
    big: tuple[Path, Truth],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_click: bool,
) -> None:
    file, truth = big
    acts = demo_session.case.acts
    turn_to(window, "collect", by_click=by_click)
    page = arrive(window, qtbot, CollectPage)
    hand_in(page, file, monkeypatch, by_click=by_click)
    qtbot.waitUntil(lambda: bool(page.queue.underway), timeout=SOON)
    push(page.view.cards[-1].buttons["stop"], by_click=by_click)
    qtbot.waitUntil(lambda: stages(page)[-1] is Stage.STOPPED, timeout=SOON)
    assert demo_session.case.acts == acts
    turn_to(window, "findings", by_click=by_click)
    findings = arrive(window, qtbot, FindingsPage)
    assert findings.cards
    assert len(demo_session.sources) == 1
    turn_to(window, "collect", by_click=by_click)
    page = arrive(window, qtbot, CollectPage)
    hand_in(page, file, monkeypatch, by_click=by_click)
    qtbot.waitUntil(lambda: stages(page).count(Stage.ADDED) == 2, timeout=SOON)
    assert not page.queue.underway
    turn_to(window, "findings", by_click=by_click)
    arrive(window, qtbot, FindingsPage)
    answer = demo_session.inspection()
    assert answer.complete
    assert sum(act.kind is ActKind.ADDED for act in demo_session.case.acts) == 2
    counted = [account.counts.get(DataClass.PRIVATE_MESSAGES, 0) for account in answer.accounts]
    assert truth.private_messages in counted, "all of them, and each once"


def change_one_byte(source: Path, target: Path) -> str:
    """Copy a bundle with one byte of one of its evidence files changed; return the file's name."""
    with zipfile.ZipFile(source) as bundle:
        name = next(one for one in bundle.namelist() if "/data/" in one and bundle.getinfo(one).file_size)
        info = bundle.getinfo(name)
        data = bundle.read(name)
    whole = bytearray(source.read_bytes())
    at = bytes(whole).index(data, info.header_offset)
    whole[at] ^= 1
    target.write_bytes(whole)
    return name


@both_ways
def test_a_bundle_that_was_changed_after_it_was_made_does_not_verify(
    window: MainWindow,
    demo_session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_click: bool,
) -> None:
    turn_to(window, "evidence", by_click=by_click)
    page = arrive(window, qtbot, EvidencePage)
    made, changed = tmp_path / "bundle.zip", tmp_path / "changed.zip"
    saves_to(made, monkeypatch)
    push(page.makes, by_click=by_click)
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    with own_work():
        assert verify(made, page.made.fingerprint.fingerprint).ok
        name = change_one_byte(made, changed)
    if by_click:
        assert drop(window, changed)
    else:
        opens(changed, monkeypatch)
        push(page.checking.file, by_click=by_click)
    qtbot.waitUntil(lambda: page.checking.result is not None, timeout=SOON)
    card = page.checking.result
    assert card is not None
    assert card.verdict.text() == "This bundle is not as it was made."
    push(card.more, by_click=by_click)
    assert any(name.partition("/")[2] in words for words in texts(card))
