# SPDX-License-Identifier: Apache-2.0
"""Holds something that needs its room, and scrolls where a screen or a window has less, as one at 300 %."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class Inside(QWidget):
    """What is held. `asked` tells that it wants other room."""

    asked = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell when something in it is laid out anew."""
        is_new = event.type() == QEvent.Type.LayoutRequest
        handled = super().event(event)
        if is_new:
            self.asked.emit()
        return handled

    def high(self, width: int) -> int:
        """Return how high it is in a width, with all that is in it."""
        layout = self.layout()
        if layout is None:
            return 0
        # What is there to give way asks for nothing, and still has a least height.
        return max(layout.totalHeightForWidth(width), layout.totalMinimumHeightForWidth(width))


class Whole(QScrollArea):
    """As large as what it holds, unless it is made smaller.

    With `least`, the inside never gets smaller than that; else it is as high as it has to be in the width
    that there is.
    """

    def __init__(self, inside: Inside, least: QSize | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if least is None:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        """Return the size that the inside would like to have; Qt bounds it."""
        return self._least or self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least width of the inside: only its height may be cut, by whoever sets this one's."""
        return QSize(0 if self._least else self._inside.minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the inside the room there is."""
        super().resizeEvent(event)
        self.fit()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the keyboard, by whatever way it got it."""
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)

    def fit(self) -> None:
        """Have the inside fill what is seen, and reach beyond it where it needs more."""
        room = self.viewport().size()
        least = self._least or QSize(0, self._inside.high(room.width()))
        self._inside.resize(room.expandedTo(least))
