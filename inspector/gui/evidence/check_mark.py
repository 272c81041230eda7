# SPDX-License-Identifier: Apache-2.0
"""The shape of what a check found, beside the word that says it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.theme.measures import RING
from inspector.gui.theme.painting import box, check, circle, disc, inside, smooth
from inspector.gui.theme.tokens import Tokens, tokens_of

_SIZE = 22


class CheckMark(QWidget):
    """A disc with a check mark: in order; a square with a cross: not in order; dashes: not checked."""

    def __init__(self, *, ok: bool | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ok = ok
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the shape."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        area = QRectF(self.rect())
        # All three begin where the words above and below them do.
        if self._ok is None:
            circle(painter, area.center(), _SIZE / 2 - RING, tokens.muted, dashes=8)
        elif self._ok:
            disc(painter, area.center(), _SIZE / 2 - RING, tokens.off)
            check(painter, area.center(), 10, tokens.card, 1.8)
        else:
            _cross(painter, area, tokens)
        painter.end()


def _cross(painter: QPainter, area: QRectF, tokens: Tokens) -> None:
    box(painter, inside(area), 4, tokens.on, None)
    centre, half = area.center(), 4.0
    with smooth(painter):
        painter.setPen(QPen(tokens.card, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(centre - QPointF(half, half), centre + QPointF(half, half))
        painter.drawLine(centre - QPointF(half, -half), centre + QPointF(half, -half))
