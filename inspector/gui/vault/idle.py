# SPDX-License-Identifier: Apache-2.0
"""Locks the case when nobody has touched keyboard or mouse for a while and nothing runs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from inspector.gui.desk import Desk

MINUTES: Final = 15
_TOUCHES: Final = frozenset({
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.DragMove,
})  # fmt: skip


class IdleLock(QObject):
    """Watches while a case is open, and not otherwise."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.timer = QTimer(self, singleShot=True, interval=MINUTES * 60_000)
        self.timer.timeout.connect(self._lock)

    def follow(self) -> None:
        """Begin or end watching, as the case is open or not."""
        app = QApplication.instance()
        if app is None:
            return
        if self._desk.vault.is_open:
            app.installEventFilter(self)
            self.timer.start()
        else:
            self.end()

    def end(self) -> None:
        """Watch no more."""
        self.timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew to wait whenever somebody is there."""
        del watched
        if event.type() in _TOUCHES:
            self.timer.start()
        return False

    def _lock(self) -> None:
        """Lock; where something is still read or written, wait once more."""
        if self._desk.bridge.busy:
            self.timer.start()
        else:
            self._desk.vault.lock()
