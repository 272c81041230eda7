# SPDX-License-Identifier: Apache-2.0
"""A word or two that qualify a sentence: the grade, the kind of a file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector.gui.theme.measures import RING, Step, steps
from inspector.gui.theme.painting import box
from inspector.gui.theme.tokens import tokens_of

_HEIGHT = 23
_RADIUS = 5


class Chip(QLabel):
    """A small outlined word."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(Step.ASIDE.font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the words with their outline."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * steps(2.25)
        return QSize(width + 2 * RING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint outline and words."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        shape = QRectF(self.rect()).adjusted(RING, 0, -RING, 0)
        box(painter, shape, _RADIUS, None, tokens.line)
        painter.setPen(tokens.muted)
        painter.drawText(shape, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()
