# SPDX-License-Identifier: Apache-2.0
"""The shape of where a thing to do stands, beside the word that says it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.theme.measures import RING
from inspector.gui.theme.painting import check, circle, disc
from inspector.gui.theme.tokens import tokens_of

_SIZE = 20


class StandingMark(QWidget):
    """A ring: open; a ring with a disc: sent; a check mark: done; dashes: not needed."""

    def __init__(self, standing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = standing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: str) -> None:
        """Show another one."""
        self._standing = standing
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the shape."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        centre, radius = QRectF(self.rect()).center(), _SIZE / 2 - RING
        if self._standing == "done":
            disc(painter, centre, radius, tokens.accent)
            check(painter, centre, 9, tokens.on_accent, 1.6)
        elif self._standing == "not_needed":
            circle(painter, centre, radius, tokens.muted, dashes=8)
        else:
            circle(painter, centre, radius, tokens.accent)
            if self._standing == "sent":
                disc(painter, centre, radius / 2, tokens.accent)
        painter.end()
