# SPDX-License-Identifier: Apache-2.0
"""The rail: what it shows and says, by keyboard alone and by pointer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.app.journey import PAGES
from inspector.app.session import Session
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from tests.gui.pictures import grab
from tests.gui.walk import accessible_name, tab_order

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def on_rail(window: MainWindow) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and window.rail.isAncestorOf(focused)


@pytest.mark.parametrize(("number", "page"), list(enumerate(PAGES, 1)))
def test_control_and_a_number_jumps_to_a_page_and_gives_it_the_keyboard(
    window: MainWindow, number: int, page: str
) -> None:
    press(Qt.Key(Qt.Key.Key_0 + number), CTRL)
    assert window.page.name == page
    assert window.rail.item(page).isChecked()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.page.isAncestorOf(focused)


def test_f6_changes_between_rail_and_page(window: MainWindow) -> None:
    assert not on_rail(window)
    press(Qt.Key.Key_F6)
    assert on_rail(window)
    press(Qt.Key.Key_F6)
    assert not on_rail(window)
    press(Qt.Key.Key_F6, SHIFT)
    assert on_rail(window)


def test_arrows_home_and_end_go_through_the_pages_and_the_rail_keeps_the_keyboard(
    window: MainWindow,
) -> None:
    press(Qt.Key.Key_F6)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        press(key)
        seen.append(window.page.name)
        assert on_rail(window)
    assert seen == ["you", "collect", "you", "evidence", "start"]


def test_tab_leads_from_the_rail_through_the_page_and_back(window: MainWindow) -> None:
    press(Qt.Key.Key_F6)
    rail = QApplication.focusWidget()
    order = tab_order(window)
    assert rail in order
    assert [one for one in order if window.page.isAncestorOf(one)]


def test_a_click_shows_the_page(window: MainWindow, qtbot: QtBot) -> None:
    for page in reversed(PAGES):
        qtbot.mouseClick(window.rail.item(page), Qt.MouseButton.LeftButton)
        assert window.page.name == page
        assert [one for one in PAGES if window.rail.item(one).isChecked()] == [page]


def test_the_rail_says_how_every_page_stands(window: MainWindow, session: Session, tmp_path: Path) -> None:
    assert accessible_name(window.rail.item("start")) == "Start, open"
    assert accessible_name(window.rail.item("act")) == "Act, waits for an earlier page"
    picture = tmp_path / "Screenshot.png"
    picture.write_bytes(b"picture")
    session.add(session.read(picture))
    window.refresh()
    assert accessible_name(window.rail.item("collect")) == "Collect, done"
    assert accessible_name(window.rail.item("confirm")) == "Confirm, open, 1 thing waits for you"


def test_done_open_waiting_and_a_count_look_different(
    window: MainWindow, demo_session: Session, scheme: Theme, tmp_path: Path
) -> None:
    picture = tmp_path / "Screenshot.png"
    picture.write_bytes(b"picture")
    before = {page: window.rail.item(page).grab().toImage() for page in PAGES}
    demo_session.add(demo_session.read(picture))
    window.refresh()
    after = {page: window.rail.item(page).grab().toImage() for page in PAGES}
    changed = [page for page in PAGES if before[page] != after[page]]
    assert changed == list(PAGES)
    grab(window.rail, "rail", scheme, "light", 1)
    grab(window.rail, "rail", scheme, "dark", 2)
