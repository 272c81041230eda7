# SPDX-License-Identifier: Apache-2.0
"""The number of a step, in a ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.theme.measures import Step
from inspector.gui.theme.painting import circle
from inspector.gui.theme.tokens import tokens_of

_SIZE = 30


class Numeral(QWidget):
    """A number beside the words that say what it counts; screen readers hear it from them."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = str(number)
        self.setFont(Step.ASIDE_STRONG.font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the ring."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring and number."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        place = QRectF(self.rect())
        circle(painter, place.center(), _SIZE / 2, tokens.accent, 1.5)
        painter.setPen(tokens.accent)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._text)
        painter.end()
