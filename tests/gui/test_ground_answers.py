# SPDX-License-Identifier: Apache-2.0
"""No answer is worked out on the window's own thread, whatever is clicked while an older one is shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.app.conclude import conclude
from inspector.app.session import Session
from inspector.cases.case import Case
from inspector.catalog.index import Catalog
from inspector.domain.residence import Stay
from inspector.gui.desk import Desk
from inspector.gui.dialogs.letter import LetterDialog
from inspector.gui.pages.act import ActPage
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.pages.page import Page
from inspector.gui.pages.start import StartPage
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.report.inspection import Inspection
from tests.gui.hands import saves_to, shown
from tests.gui.loopwatch import next_turn
from tests.gui.travel import SOON, arrive, click, turn_to

pytestmark = pytest.mark.usefixtures("as_shipped", "demo_session")

_PATIENCE_S = 60.0


class Gate:
    """Holds back every answer while it is shut."""

    def __init__(self) -> None:
        self._free = threading.Event()
        self._free.set()
        self.answered_on: list[threading.Thread] = []

    def shut(self) -> None:
        self._free.clear()

    def open(self) -> None:
        self._free.set()

    def answer(self, case: Case, catalog: Catalog, now: datetime) -> Inspection:
        self.answered_on.append(threading.current_thread())
        assert threading.current_thread() is not threading.main_thread()
        assert self._free.wait(_PATIENCE_S)
        return conclude(case, catalog, now)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> Iterator[Gate]:
    """After the window: what still waits is let go before the window waits for its jobs."""
    del window
    gate = Gate()
    monkeypatch.setattr("inspector.app.session.conclude", gate.answer)
    yield gate
    gate.open()
    assert threading.main_thread() not in gate.answered_on


def change(window: MainWindow, page: Page) -> None:
    """Let the case change while a page is shown, as when a file has been read meanwhile."""
    window.desk.session.declare_residence((Stay("DE"),))
    page.session_changed.emit()
    assert not window.desk.session.is_answered


def test_what_other_pages_say_is_prepared_beside_the_window_before_anybody_turns_to_them(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[tuple[str, bool]] = []
    for kind in (FindingsPage, ActPage):
        page = window.page_of(kind.name)
        assert isinstance(page, kind)
        work = page.prepare

        def watched(session: Session, name: str = kind.name, work: Callable[[Session], None] = work) -> None:
            work(session)
            prepared.append((name, threading.current_thread() is threading.main_thread()))

        monkeypatch.setattr(page, "prepare", watched)
    window.refresh()
    qtbot.waitUntil(lambda: len(prepared) == 2, timeout=SOON)
    assert prepared == [("findings", False), ("act", False)]
    assert isinstance(window.stack.currentWidget(), StartPage)


def clickable(page: Page) -> list[QAbstractButton]:
    """What can be clicked on a page, files and folders of the system left out."""
    found = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    return [one for one in found if not isinstance(one.parentWidget(), QAbstractScrollArea)]


def dialogs(window: QWidget) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def test_a_letter_asked_for_on_an_old_page_is_written_from_the_new_answer(
    window: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    turn_to(window, "act", by_click=True)
    page = arrive(window, qtbot, ActPage)
    card = next(card for card in page.cards.values() if card.task.letter)
    if not card.is_unfolded:
        click(card.toggle)
    gate.shut()
    change(window, page)
    click(card.writes)
    assert not dialogs(window)
    gate.open()
    qtbot.waitUntil(lambda: bool(dialogs(window)), timeout=SOON)
    dialog = shown(window, LetterDialog)
    gate.shut()
    window.desk.session.declare_residence((Stay("FR"),))
    dialog.language.chosen.emit("de")
    assert dialog.letter.language == "de"
    dialog.reject()


def test_days_saved_from_an_old_page_are_those_of_the_new_answer(
    window: MainWindow, gate: Gate, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_to(window, "act", by_click=True)
    page = arrive(window, qtbot, ActPage)
    target = tmp_path / "days.ics"
    saves_to(target, monkeypatch)
    page.calendar.setEnabled(True)
    gate.shut()
    change(window, page)
    click(page.calendar)
    assert not target.exists()
    gate.open()
    qtbot.waitUntil(target.exists, timeout=SOON)


def test_a_bundle_asked_for_on_an_old_page_waits_for_the_new_answer(
    window: MainWindow, gate: Gate, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_to(window, "evidence", by_click=True)
    page = arrive(window, qtbot, EvidencePage)
    saves_to(tmp_path / "bundle.zip", monkeypatch)
    page.choices.fold.turn(on=True)
    gate.shut()
    change(window, page)
    click(page.makes)
    click(page.holds.originals)
    click(page.report.shows)
    assert page.underway.isHidden()
    click(page.makes)
    gate.open()
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    assert (tmp_path / "bundle.zip").exists()


def test_what_waited_is_forgotten_when_the_person_goes_elsewhere(
    window: MainWindow, gate: Gate, qtbot: QtBot
) -> None:
    turn_to(window, "act", by_click=True)
    page = arrive(window, qtbot, ActPage)
    done: list[str] = []
    gate.shut()
    change(window, page)
    page.once_answered(lambda: done.append("first"))
    page.once_answered(lambda: done.append("second"))
    turn_to(window, "findings", by_click=True)
    gate.open()
    arrive(window, qtbot, FindingsPage)
    turn_to(window, "act", by_click=True)
    arrive(window, qtbot, ActPage)
    assert done == []
    page.once_answered(lambda: done.append("third"))
    assert done == ["third"]


@pytest.mark.parametrize("name", ["start", "you", "collect", "confirm", "findings", "act", "evidence"])
def test_every_button_of_an_old_page_can_be_clicked(
    window: MainWindow, gate: Gate, qtbot: QtBot, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever opens a dialog that waits for an answer is answered with Esc."""
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    turn_to(window, name, by_click=True)
    qtbot.waitUntil(lambda: window.page.name == name and window.desk.session.is_answered, timeout=SOON)
    page = window.page
    gate.shut()
    change(window, page)
    for button in clickable(page):
        if button.isVisible() and button.isEnabled():
            click(button)
            for dialog in dialogs(window):
                dialog.reject()
            next_turn()
    gate.open()
    qtbot.waitUntil(lambda: window.desk.session.is_answered, timeout=SOON)


def test_the_example_asked_for_before_anything_is_loaded_comes_once_it_is(
    qtbot: QtBot, desk: Desk, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded_on: list[threading.Thread] = []
    load = Catalog.load

    def watched() -> Catalog:
        loaded_on.append(threading.current_thread())
        return load()

    monkeypatch.setattr(Catalog, "load", staticmethod(watched))
    window = MainWindow(Desk(desk.messages, desk.bridge), theme)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert not window.desk.is_ready
    page = window.page
    assert isinstance(page, StartPage)
    click(page.example)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), FindingsPage), timeout=SOON)
    assert loaded_on
    assert threading.main_thread() not in loaded_on
    window.closes_unasked()
    window.close()
