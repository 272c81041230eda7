# SPDX-License-Identifier: Apache-2.0
"""Going from page to page as a person does: clicks where a thing is, files dropped, answers awaited."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from inspector.app.journey import PAGES
from inspector.gui.pages.page import Page
from inspector.gui.window import MainWindow
from tests.gui.loopwatch import next_turn
from tests.gui.walk import settle

_Page = TypeVar("_Page", bound=Page)

SOON: Final = 30_000
"""Milliseconds in which a file is read or a bundle written, also on a busy computer."""


def arrive(window: MainWindow, qtbot: QtBot, kind: type[_Page]) -> _Page:
    """Wait until a page is shown as the case stands, and return it."""
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), kind), timeout=SOON)
    qtbot.waitUntil(lambda: window.desk.session.is_answered, timeout=SOON)
    settle()
    page = window.page
    assert isinstance(page, kind)
    qtbot.waitUntil(lambda: page.is_whole, timeout=SOON)
    return page


def turn_to(window: MainWindow, page: str, *, by_click: bool) -> None:
    """Ask for a page: by a click on the rail, or by its keys from wherever the keyboard is."""
    if by_click:
        click(window.rail.item(page))
    else:
        key = Qt.Key(Qt.Key.Key_1 + PAGES.index(page))
        QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)
        next_turn()


def wake(window: MainWindow) -> None:
    """Make the window active again after a dialog: without a window system nobody else does."""
    for _ in range(400):
        window.activateWindow()
        if QApplication.activeWindow() is window:
            return
        QTest.qWait(5)


def click(widget: QWidget) -> None:
    """Click in the middle of what can be seen of a widget, scrolled to where it is."""
    settle()
    up: QWidget | None = widget
    while up is not None and not isinstance(up, QScrollArea):
        up = up.parentWidget()
    if isinstance(up, QScrollArea):
        up.ensureWidgetVisible(widget)
        settle()
    assert widget.isVisible()
    assert widget.isEnabled()
    where = widget.visibleRegion().boundingRect().center()
    assert not widget.visibleRegion().isEmpty(), "what cannot be seen cannot be clicked"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)
    next_turn()


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drop files on the page that is shown; answer whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, copy = QPoint(20, 200), Qt.DropAction.CopyAction
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target = window if window.page.name == "collect" else window.page
    enter = QDragEnterEvent(where, copy, data, button, no_key)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(where), copy, data, button, no_key)
    QApplication.sendEvent(target, event)
    return event.isAccepted()
