# SPDX-License-Identifier: Apache-2.0
"""What stands in place of a page whose first answer is still being worked out."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import RING, steps
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.lane import ProgressLane
from inspector.gui.widgets.text import Aside, Heading, Strong, TextBlock

_SECOND_MS = 1000


class Waiting(QWidget):
    """Says what is being done, from what, and for how long; something moves, the seconds at least."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.title = Heading(characters=None)
        self.lane = ProgressLane()
        self.what = Strong()
        self.does = TextBlock(colour="muted")
        self.passed = Aside()
        self._clock = QElapsedTimer()
        self._seconds = QTimer(self)
        self._seconds.setInterval(_SECOND_MS)
        self._seconds.timeout.connect(self._count)
        column = QVBoxLayout(self)
        # Where the page it stands in for has its own sentence.
        side = steps(8) - RING
        column.setContentsMargins(side, steps(7), side, steps(4))
        column.setSpacing(steps(1))
        column.addWidget(self.title)
        column.addWidget(Aside(desk.text("gui.waiting.aside")))
        column.addSpacing(steps(3))
        card = Card()
        for part in (self.what, self.lane, self.does, self.passed):
            card.body.addWidget(part)
        column.addWidget(card)
        column.addStretch(1)
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what is being done now, and count the seconds."""
        super().showEvent(event)
        self._say()
        self.lane.busy()
        self._clock.start()
        self._count()
        self._seconds.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count for nobody no longer."""
        super().hideEvent(event)
        self._seconds.stop()

    def _say(self) -> None:
        what = "answer" if self.desk.is_ready else "load"
        self.title.setText(self.desk.text(f"gui.waiting.{what}.title"))
        self.does.setText(self.desk.text(f"gui.waiting.{what}.does"))
        self.what.setText(self._from())
        self.lane.setAccessibleName(self.title.text())

    def _from(self) -> str:
        if not self.desk.is_ready:
            return self.desk.text("gui.waiting.load.what")
        return self.desk.text("gui.waiting.answer.what", n=len(self.desk.session.sources))

    def _count(self) -> None:
        self.passed.setText(self.desk.text("gui.waiting.passed", n=int(self._clock.elapsed() / _SECOND_MS)))
