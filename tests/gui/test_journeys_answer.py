# SPDX-License-Identifier: Apache-2.0
"""Whole journeys to an answer: a newcomer with an archive, a mover, readings that contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.app.journey import is_unsaved
from inspector.app.session import Session
from inspector.bundle.verifying import verify
from inspector.domain.residence import Stay
from inspector.gui.dialogs.remember import RememberDialog
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.pages.start import StartPage
from inspector.gui.pages.you import YouPage
from inspector.gui.window import MainWindow
from tests.gui.hands import focused, opened, press, saves_to, tab_to, texts, type_out
from tests.gui.travel import SOON, arrive, click, drop, turn_to, wake
from tests.makers import linkedin
from tests.makers.pictures import picture
from tests.unit.app.read_once import read_once

pytestmark = pytest.mark.usefixtures("as_shipped")

SCREEN = "Screenshot_20260110-120311.png"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return linkedin.simple().write(tmp_path)


@pytest.fixture
def archive_read(session: Session, archive: Path) -> Session:
    """The case with the archive in it already, before there is a window."""
    session.add(read_once(session, archive))
    return session


@pytest.fixture
def archive_and_picture(archive_read: Session, tmp_path: Path) -> Session:
    """The same with a picture of which nobody has said what it shows, and a residence."""
    (tmp_path / SCREEN).write_bytes(picture(3, 300, 200))
    archive_read.declare_residence((Stay("US"),))
    archive_read.add(archive_read.read(tmp_path / SCREEN))
    return archive_read


def export(page: EvidencePage, qtbot: QtBot, file: Path) -> None:
    """Wait for the bundle that was asked for; it is whole and shows the fingerprint on the page."""
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    found = verify(file, page.made.fingerprint.fingerprint)
    assert (found.ok, found.expected) == (True, True)
    assert not is_unsaved(page.desk.session.case)


def test_a_newcomer_comes_from_an_archive_to_a_bundle_by_click(
    window: MainWindow, qtbot: QtBot, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(arrive(window, qtbot, StartPage).onward)
    you = arrive(window, qtbot, YouPage)
    click(you.residence.rows[0].what)
    type_out("United States\t")
    click(you.forward)
    collect = arrive(window, qtbot, CollectPage)
    assert drop(window, archive)
    qtbot.waitUntil(collect.forward.isVisible, timeout=SOON)
    click(collect.forward)
    findings = arrive(window, qtbot, FindingsPage)
    assert findings.cards[0].words.state == "on"
    click(findings.bundle)
    evidence = arrive(window, qtbot, EvidencePage)
    saves_to(tmp_path / "bundle.zip", monkeypatch)
    click(evidence.makes)
    export(evidence, qtbot, tmp_path / "bundle.zip")
    qtbot.waitUntil(lambda: window.rail.item("evidence").step.standing == "done")


def test_a_newcomer_comes_from_an_archive_to_a_bundle_by_keyboard_alone(
    window: MainWindow, qtbot: QtBot, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(window, qtbot, StartPage)
    press(Qt.Key.Key_Return)
    you = arrive(window, qtbot, YouPage)
    assert focused() is you.residence.rows[0].what
    type_out("United States\t")
    tab_to(you.forward)
    press(Qt.Key.Key_Return)
    collect = arrive(window, qtbot, CollectPage)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(archive)], ""))
    tab_to(collect.files)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(collect.forward.isVisible, timeout=SOON)
    tab_to(collect.forward)
    press(Qt.Key.Key_Return)
    findings = arrive(window, qtbot, FindingsPage)
    assert findings.cards[0].hasFocus()
    tab_to(findings.bundle)
    press(Qt.Key.Key_Return)
    evidence = arrive(window, qtbot, EvidencePage)
    saves_to(tmp_path / "bundle.zip", monkeypatch)
    tab_to(evidence.makes)
    press(Qt.Key.Key_Return)
    export(evidence, qtbot, tmp_path / "bundle.zip")
    assert evidence.made.shows.hasFocus()


def test_a_mover_sees_both_countries_in_the_answer_by_keyboard_alone(
    archive_read: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_to(window, "you", by_click=False)
    you = arrive(window, qtbot, YouPage)
    type_out("United States\t")
    type_out("2010-01-01\t\t2025-03-01\t")
    tab_to(you.residence.add)
    press(Qt.Key.Key_Space)
    type_out("Germany\t2025-03-01\t")
    stays = [(stay.region, str(stay.start), str(stay.end)) for stay in archive_read.residence]
    assert stays == [("US", "2010-01-01", "2025-03-01"), ("DE", "2025-03-01", "None")]
    turn_to(window, "findings", by_click=False)
    findings = arrive(window, qtbot, FindingsPage)
    assert findings.lived.text() == "Lived in: United States to March 2025, Germany since then ·"
    assert findings.view is not None
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_T)
    rows = [cell for row in findings.view.details[0].table.rows for cell in row]
    assert any("United States" in cell for cell in rows)
    assert any("Germany" in cell or "European" in cell for cell in rows)
    turn_to(window, "evidence", by_click=False)
    evidence = arrive(window, qtbot, EvidencePage)
    saves_to(tmp_path / "bundle.zip", monkeypatch)
    tab_to(evidence.makes)
    press(Qt.Key.Key_Return)
    export(evidence, qtbot, tmp_path / "bundle.zip")


def test_a_mover_lives_in_two_countries_by_click(
    archive_read: Session, window: MainWindow, qtbot: QtBot
) -> None:
    turn_to(window, "you", by_click=True)
    you = arrive(window, qtbot, YouPage)
    first = you.residence.rows[0]
    click(first.what)
    type_out("United States\t")
    click(first.start.line)
    type_out("2010-01-01")
    click(first.end.line)
    type_out("2025-03-01")
    click(you.residence.add)
    second = you.residence.rows[1]
    click(second.what)
    type_out("Germany\t")
    click(second.start.line)
    type_out("2025-03-01")
    turn_to(window, "findings", by_click=True)
    findings = arrive(window, qtbot, FindingsPage)
    assert [stay.region for stay in archive_read.residence] == ["US", "DE"]
    assert findings.lived.text() == "Lived in: United States to March 2025, Germany since then ·"
    click(findings.cards[0])
    assert findings.detail is not None


def remember(window: MainWindow, position: str, day: str, *, by_click: bool) -> None:
    """Fill the dialog “I remember”."""
    dialog = opened(window, RememberDialog)
    button = dialog.form.positions.on if position == "on" else dialog.form.positions.off
    if by_click:
        click(button)
        click(dialog.form.when.day.line)
        type_out(day)
        click(dialog.say_it)
    else:
        tab_to(dialog.form.positions.on)
        press(Qt.Key.Key_Right, 0 if position == "on" else 1)
        press(Qt.Key.Key_Space)
        tab_to(dialog.form.when.day.line)
        type_out(day)
        press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    wake(window)


def confirm(page: ConfirmPage, qtbot: QtBot, *, by_click: bool) -> None:
    """Say that the picture, in which nothing can be read, shows OFF on the day in its name."""
    form = page.side.form
    qtbot.waitUntil(form.isVisible, timeout=SOON)
    if by_click:
        click(form.positions.off)
        click(page.yes)
    else:
        tab_to(form.positions.on)
        press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize("by_click", [True, False], ids=["click", "keyboard"])
def test_what_is_remembered_and_what_is_shown_contradict_and_both_are_named(
    archive_and_picture: Session, window: MainWindow, qtbot: QtBot, *, by_click: bool
) -> None:
    turn_to(window, "confirm", by_click=by_click)
    page = arrive(window, qtbot, ConfirmPage)
    confirm(page, qtbot, by_click=by_click)
    turn_to(window, "you", by_click=by_click)
    you = arrive(window, qtbot, YouPage)
    if by_click:
        click(you.remember)
    else:
        tab_to(you.remember)
        press(Qt.Key.Key_Space)
    remember(window, "on", "2026-01-10", by_click=by_click)
    turn_to(window, "findings", by_click=by_click)
    findings = arrive(window, qtbot, FindingsPage)
    found = archive_and_picture.inspection().findings[0]
    assert (found.state, found.conflicts[0].decided_by) == ("off", "grade")
    if by_click:
        click(findings.cards[0])
    else:
        press(Qt.Key.Key_Return)
    detail = findings.detail
    assert detail is not None
    told = " ".join(texts(detail))
    assert SCREEN in told
    assert len(detail.detail.contradictions) == 1
