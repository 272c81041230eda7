# SPDX-License-Identifier: Apache-2.0
"""Where what scrolls goes on: it fades out there, so that no line is cut through its letters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from inspector.gui.theme.measures import steps
from inspector.gui.theme.painting import arrow
from inspector.gui.theme.tokens import Tokens, tokens_of

_ABOVE: Final = steps(6)
_BELOW: Final = steps(12)
_SOLID: Final = 0.55
"""From here on nothing shines through: there is room for the arrow."""
_ARROW: Final = 12


class Fade(QWidget):
    """Lies over one edge of what scrolls, in the colour of its ground; clicks go through it."""

    def __init__(
        self, area: QAbstractScrollArea, ground: str, tokens: Tokens | None = None, *, below: bool
    ) -> None:
        super().__init__(area)
        self._ground = ground
        self._tokens = tokens
        self._below = below
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the fading, and below an arrow: there is more."""
        del event
        tokens = self._tokens or tokens_of(self)
        full = tokens.colour(self._ground)
        clear = QColor(full)
        clear.setAlpha(0)
        height = self.height()
        shades = QLinearGradient(0, 0 if self._below else height, 0, height if self._below else 0)
        shades.setColorAt(0, clear)
        shades.setColorAt(_SOLID, full)
        shades.setColorAt(1, full)
        painter = QPainter(self)
        painter.fillRect(self.rect(), shades)
        if self._below:
            centre = QRect(0, round(height * _SOLID), self.width(), height - round(height * _SOLID)).center()
            arrow(painter, centre.toPointF(), _ARROW, tokens.muted)
        painter.end()


class Edges(QObject):
    """Shows at both edges of what scrolls, in the colour `ground`, whether there is more beyond.

    `tokens`: the palette of what looks the same in light and dark; else it is that of the window.
    """

    def __init__(
        self, area: QAbstractScrollArea, ground: str = "paper", tokens: Tokens | None = None
    ) -> None:
        super().__init__(area)
        self._area = area
        self.above = Fade(area, ground, tokens, below=False)
        self.below = Fade(area, ground, tokens, below=True)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.rangeChanged.connect(self._look)
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edges when there is more or less room."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        bar, view = self._area.verticalScrollBar(), self._area.viewport().geometry()
        low = min(_BELOW, view.height() // 4)
        self.above.setGeometry(view.x(), view.y(), view.width(), min(_ABOVE, view.height() // 4))
        self.below.setGeometry(view.x(), view.bottom() + 1 - low, view.width(), low)
        for fade, on in ((self.above, bar.value() > 0), (self.below, bar.value() < bar.maximum())):
            fade.setVisible(on)
            fade.raise_()
