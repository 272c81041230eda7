# SPDX-License-Identifier: Apache-2.0
"""What a person does at the window: keys pressed where the keyboard is, dialogs found, files chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from inspector.app.session import Session
from inspector.gui.pages.page import Page
from tests.gui.loopwatch import next_turn, own_work
from tests.unit.app import cases

_Dialog = TypeVar("_Dialog", bound=QDialog)
_Page = TypeVar("_Page", bound=Page)
_PATIENCE = 400


def fill(session: Session, number: int, folder: Path) -> None:
    """Fill a case with a scenario. Reading it is the test's own work, not the window's."""
    with own_work():
        cases.fill(session, number, folder, looks=True)


def shown(window: QWidget, kind: type[_Dialog]) -> _Dialog:
    """The dialog of this kind that is to be seen."""
    return next(one for one in window.findChildren(kind) if one.isVisible())


def opened(window: QWidget, kind: type[_Dialog]) -> _Dialog:
    """The dialog of this kind that is to be seen, once it has the keyboard."""
    dialog = shown(window, kind)
    for _ in range(_PATIENCE):
        if dialog.isAncestorOf(QApplication.focusWidget() or window):
            return dialog
        QTest.qWait(5)
    pytest.fail(f"{kind.__name__} does not get the keyboard")


def whole(page: _Page) -> _Page:
    """A page, once all is there that it puts together a few at a time."""
    for _ in range(_PATIENCE):
        if page.is_whole:
            return page
        QTest.qWait(5)
    pytest.fail(f"{page.name} does not get whole")


def inside(page: Page) -> QWidget:
    """All that scrolls on a page."""
    found = page.scroller.widget()
    assert found is not None
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(focused(), key)
        next_turn()


def write(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focused(), letter)
        next_turn()


def type_out(text: str) -> None:
    """Type as at a real keyboard: a list that popped up gets the keys, a tab goes to the next field."""
    window = focused().window()
    for letter in text:
        target = QApplication.activePopupWidget() or focused()
        if letter == "\t":
            QTest.keyClick(target, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(target, letter)
        next_turn()
    # Without a window system nobody makes the window active again when such a list goes away.
    window.activateWindow()


def tab_to(widget: QWidget, most: int = 120) -> None:
    """Press Tab until a widget has the keyboard."""
    for _ in range(most):
        if QApplication.focusWidget() is widget:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not reach {widget.accessibleName() or widget}")


def saves_to(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file dialog of the system answer with this place."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))


def opens(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the file dialogs of the system answer with this file or folder."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(target))


def texts(root: QWidget) -> list[str]:
    """All words that are to be seen."""
    found = [one.property("text") for one in root.findChildren(QWidget) if one.isVisible()]
    return [str(text) for text in found if text]
