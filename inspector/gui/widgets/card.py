# SPDX-License-Identifier: Apache-2.0
"""A card: one thing, set apart from the paper. It can be one that opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector.gui.theme.measures import CARD_RADIUS, RING, steps
from inspector.gui.theme.painting import box, inside, ring
from inspector.gui.theme.tokens import tokens_of

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Card(QFrame):
    """A rounded ground with `body`, a column, in it. Its edge lies `RING` inside the widget."""

    ground = "card"
    """The token of its ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        side, top = steps(4.5) + RING, steps(4) + RING
        self.body.setContentsMargins(side, top, side, top)
        self.body.setSpacing(steps(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, its edge, and the ring where the card has the keyboard."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        shape = inside(self.rect())
        box(
            painter,
            shape,
            CARD_RADIUS,
            tokens.colour(self.ground),
            tokens.accent if self.is_lit() else tokens.line,
        )
        if self.hasFocus():
            ring(painter, shape, CARD_RADIUS, tokens.focus)
        painter.end()

    def is_lit(self) -> bool:
        """Answer whether the pointer makes the card stand out."""
        return False


class OpeningCard(Card):
    """A card that is one large button. Give it an accessible name: the sentence that it answers with."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._under_pointer = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def is_lit(self) -> bool:
        """Answer whether the pointer is on the card."""
        return self._under_pointer

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stand out below the pointer."""
        self._under_pointer = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be one among others again."""
        self._under_pointer = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open on a click that ends on the card."""
        on_card = QRectF(self.rect()).contains(event.position())
        if event.button() == Qt.MouseButton.LeftButton and on_card:
            self.opened.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space."""
        if event.key() in _OPENS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
