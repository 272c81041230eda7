# SPDX-License-Identifier: Apache-2.0
"""The position of a setting as word and shape, never as colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector.gui.theme.measures import RING, Step, steps
from inspector.gui.theme.painting import box, circle, disc, smooth
from inspector.gui.theme.tokens import tokens_of

_MARK = 11
_HEIGHT = 27


def state_mark(painter: QPainter, centre: QPointF, state: str, colour: QColor, size: float = _MARK) -> None:
    """Paint the shape of a state: a filled disc for on, a ring for off, a dashed square for the rest."""
    if state == "on":
        disc(painter, centre, size / 2, colour)
    elif state == "off":
        circle(painter, centre, size / 2, colour, size * 0.28)
    else:
        with smooth(painter):
            pen = QPen(colour, size * 0.18)
            pen.setDashPattern([2.2, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            half = size * 0.41
            painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), 2, 2)


class Pill(QLabel):
    """A state's word beside its shape, on the state's ground. `state`: on, off or unknown."""

    def __init__(self, state: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self.state = state
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(Step.STRONG.font())
        font = self.font()
        font.setPixelSize(14)
        font.setBold(True)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str, word: str) -> None:
        """Show another state."""
        self.state = state
        self.setText(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of shape and word."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + _MARK + steps(2) + 2 * steps(2.75)
        return QSize(width + 2 * RING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a state is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shape and word."""
        del event
        tokens = tokens_of(self)
        ink, ground = tokens.state(self.state)
        painter = QPainter(self)
        shape = QRectF(self.rect()).adjusted(RING, 0, -RING, 0)
        box(painter, shape, shape.height() / 2, ground, ink if tokens.is_strong else None)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        offset = steps(2.75) + _MARK / 2
        centre = QPointF(shape.left() + offset if leading else shape.right() - offset, shape.center().y())
        state_mark(painter, centre, self.state, ink)
        painter.setPen(ink)
        beside = offset + _MARK / 2 + steps(2)
        words = shape.adjusted(beside if leading else 0, 0, 0 if leading else -beside, 0)
        painter.drawText(
            words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self.text()
        )
        painter.end()
