# SPDX-License-Identifier: Apache-2.0
"""Hands for the page Evidence: bundles made, changed, dropped on it, and what their check came to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.app.evidence import asked, export
from inspector.app.export import Wish
from inspector.app.jobs import Job
from inspector.app.session import Session
from inspector.gui.evidence.checks import ChecksCard
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.window import MainWindow

SOON = 20_000


def bundle_of(session: Session, folder: Path) -> Path:
    """A bundle of a case, made before the window opened."""
    target = folder / "b.zip"
    export(asked(session, Wish(target, "en")), session, Job(1, lambda _job, _news: None))
    return target


def evidence(window: MainWindow, *, opened: bool = True) -> EvidencePage:
    """Go to the page; `opened`: with the choices of how the bundle is made to be seen."""
    window.jump("evidence")
    assert isinstance(window.page, EvidencePage)
    window.page.choices.fold.turn(on=opened)
    return window.page


def tampered(source: Path, target: Path) -> None:
    data = bytearray(source.read_bytes())
    data[data.index(b"Registered At")] ^= 1
    target.write_bytes(data)


def drop(page: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, keys))


def result(page: EvidencePage, qtbot: QtBot) -> ChecksCard:
    qtbot.waitUntil(lambda: page.checking.result is not None, timeout=SOON)
    assert page.checking.result is not None
    return page.checking.result
