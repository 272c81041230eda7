# SPDX-License-Identifier: Apache-2.0
"""The start page: where it leads, the example, and starting over."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.app.journey import BEGINNING, PAGES
from inspector.app.session import Session
from inspector.gui.dialogs.leaving import LosingDialog
from inspector.gui.pages.start import StartPage
from inspector.gui.widgets.card import OpeningCard
from inspector.gui.window import MainWindow
from tests.gui.walk import accessible_name, unnamed


def start_page(window: MainWindow) -> StartPage:
    page = window.page_of("start")
    assert isinstance(page, StartPage)
    return page


def test_enter_begins_where_the_keyboard_is_first(window: MainWindow) -> None:
    focused = QApplication.focusWidget()
    assert focused is start_page(window).onward
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert window.page.name == "you"


def test_every_step_leads_to_its_page_by_click_and_by_key(window: MainWindow, qtbot: QtBot) -> None:
    cards = start_page(window).findChildren(OpeningCard)
    wanted = ["you", "collect", "findings", "act"]
    for card, page in zip(cards, wanted, strict=True):
        window.go("start")
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert window.page.name == page
        window.go("start")
        qtbot.keyClick(card, Qt.Key.Key_Space)
        assert window.page.name == page
    assert accessible_name(cards[0]).startswith("1. Say where you lived.")


def test_the_example_is_read_beside_the_window_and_leads_to_its_answer(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = start_page(window)
    qtbot.mouseClick(page.example, Qt.MouseButton.LeftButton)
    assert not page.example.isEnabled()
    qtbot.waitUntil(lambda: window.page.name == "findings", timeout=10_000)
    session = window.desk.session
    assert session.inspection().findings[0].state == "on"
    window.go("start")
    assert page.example.isHidden()
    assert page.example_note.isVisible()
    assert page.onward.text() == "Go on to Act"


def test_starting_over_asks_and_then_forgets(demo_session: Session, window: MainWindow, qtbot: QtBot) -> None:
    page = start_page(window)
    for button, begun in (("keep", True), ("lose", False)):
        QTimer.singleShot(50, lambda button=button: press(button))
        qtbot.mouseClick(page.over, Qt.MouseButton.LeftButton)
        assert bool(window.desk.session.case.readings) == begun
    assert window.desk.session is not demo_session
    assert page.example.isVisible()
    assert page.over.isHidden()


def test_after_starting_over_every_page_is_that_of_a_new_case(
    demo_session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    for page in PAGES:
        window.go(page)
    window.go("start")
    QTimer.singleShot(50, lambda: press("lose"))
    qtbot.mouseClick(start_page(window).over, Qt.MouseButton.LeftButton)
    for page in PAGES:
        window.go(page)
        assert not unnamed(window)
    assert [window.rail.item(page).step for page in PAGES] == list(BEGINNING)


def press(button: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LosingDialog)
    QTest.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)
