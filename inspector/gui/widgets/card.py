# SPDX-License-Identifier: Apache-2.0
"""A card: one thing, set apart from the paper. It can be one that opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

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
        self.body = _column(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, its edge, and the ring where the card has the keyboard."""
        del event
        _paint(self, self.ground, lit=False)


class OpeningCard(QAbstractButton):
    """A card that is one large button. Give it an accessible name: the sentence that it answers with.

    A button to Qt too: a screen reader then calls it one, and can press it.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = _column(self)
        self._under_pointer = False
        # As wide and high as what stands in it asks for, like any card: Qt's buttons keep to their own size.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.opened)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space, as soon as it is pressed."""
        if event.key() in _OPENS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, its edge, and the ring where the card has the keyboard."""
        del event
        _paint(self, "card", lit=self._under_pointer)


def _column(card: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(card)
    side, top = steps(4.5) + RING, steps(4) + RING
    column.setContentsMargins(side, top, side, top)
    column.setSpacing(steps(2))
    return column


def _paint(card: QWidget, ground: str, *, lit: bool) -> None:
    tokens = tokens_of(card)
    painter = QPainter(card)
    shape = inside(card.rect())
    box(painter, shape, CARD_RADIUS, tokens.colour(ground), tokens.accent if lit else tokens.line)
    if card.hasFocus():
        ring(painter, shape, CARD_RADIUS, tokens.focus)
    painter.end()
