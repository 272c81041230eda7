# SPDX-License-Identifier: Apache-2.0
"""How far something is, as a lane that fills; a piece that goes along it where that is not known."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QStyle, QWidget

from inspector.gui.theme.measures import steps
from inspector.gui.theme.motion import Motion, motion
from inspector.gui.theme.scrolling import PHASE

_TICK_MS = 40
_TICKS = 45
"""So many make one way along the lane and back: slow enough for the corner of an eye."""


class ProgressLane(QProgressBar):
    """Says nothing itself: words stand beside it. Nothing moves where the system wants no motion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(steps(4))
        self._at = 0
        self._motion: Motion | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._go_on)
        self.setProperty(PHASE, 0.5)

    def busy(self) -> None:
        """Show that something goes on of which nobody knows how far it is."""
        self.setRange(0, 0)
        self._look()

    def tell(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.setRange(0, max(1, total))
        self.setValue(min(done, max(1, total)))
        self._look()

    @property
    def is_moving(self) -> bool:
        """Answer whether a piece goes along the lane now."""
        return self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move where nothing is known."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Move for nobody no longer."""
        super().hideEvent(event)
        self._timer.stop()

    def _look(self) -> None:
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        goes_on = self.isVisible() and not self.maximum()
        if goes_on and self.style().styleHint(hint, None, self) > 0 and self._wanted().is_wanted:
            self._timer.start()
        else:
            self._timer.stop()

    def _wanted(self) -> Motion:
        """Return whether motion is wanted, and hear of it when the system says so later."""
        if self._motion is None:
            self._motion = motion()
            self._motion.changed.connect(self._look)
        return self._motion

    def _go_on(self) -> None:
        self._at = (self._at + 1) % (2 * _TICKS)
        there = min(self._at, 2 * _TICKS - self._at) / _TICKS
        # Slower at both ends, where it turns.
        self.setProperty(PHASE, there * there * (3 - 2 * there))
        self.update()
