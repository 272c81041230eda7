# SPDX-License-Identifier: Apache-2.0
"""Everything there is to see: each page and dialog in each of its states, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.app import specs
from inspector.app.demo import ARCHIVE, RESIDENCE
from inspector.app.session import Session
from inspector.gui.pages.page import Page
from inspector.gui.window import MainWindow
from inspector.system.resources import path
from tests.gui.hands import fill, opened
from tests.gui.loopwatch import own_work
from tests.gui.travel import SOON, turn_to
from tests.gui.walk import settle
from tests.unit.app.read_once import read_once

_Page = TypeVar("_Page", bound=Page)
_Dialog = TypeVar("_Dialog", bound=QDialog)


@dataclass(frozen=True)
class Visit:
    """Someone with an open window and an empty case who looks at one thing."""

    window: MainWindow
    qtbot: QtBot
    folder: Path
    monkeypatch: pytest.MonkeyPatch

    @property
    def session(self) -> Session:
        return self.window.desk.session

    def scenario(self, number: int) -> None:
        """Have a case of the scenario table."""
        fill(self.session, number, self.folder)

    def demo(self) -> None:
        """Have the case of the fictional person."""
        with own_work():
            self.session.declare_residence(specs.residence(RESIDENCE, self.session.catalog))
            self.session.add(read_once(self.session, path(ARCHIVE)))

    def at(self, kind: type[_Page]) -> _Page:
        """Turn to a page and wait for its answer."""
        turn_to(self.window, kind.name, by_click=True)
        self.answered()
        page = self.window.page
        assert isinstance(page, kind)
        return page

    def answered(self) -> None:
        """Wait until the page shows the case as it stands."""
        self.window.page.session_changed.emit()
        self.qtbot.waitUntil(lambda: self.session.is_answered, timeout=SOON)
        self.wait(lambda: self.window.stack.currentWidget() is self.window.page and self.window.page.is_whole)

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=SOON)
        settle()

    def dialog(self, kind: type[_Dialog]) -> _Dialog:
        """The dialog that has come up and has the keyboard."""
        self.wait(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        return opened(self.window, kind)

    def leave(self) -> None:
        """Close what stands in front of the window."""
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
            dialog.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Look = Callable[[Visit], QWidget]
SIGHTS: Final[dict[str, Look]] = {}


def sight(look: Look) -> Look:
    """Take a function into the list under its own name; it returns the widget to look at."""
    SIGHTS[look.__name__] = look
    return look
