# SPDX-License-Identifier: Apache-2.0
"""What a page says when there is nothing yet, or when something went wrong."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector.gui.theme.measures import CONTROL_RADIUS, RING, steps
from inspector.gui.theme.painting import box, inside
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Name, Strong, TextBlock


class EmptyState(QFrame):
    """Says why there is nothing here and what brings something; `actions` are buttons that do."""

    def __init__(
        self, title: str, text: str, *actions: SecondaryButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, steps(4), 0, steps(4))
        column.setSpacing(steps(2))
        self.title = Name(title)
        self.text = TextBlock(text, colour="muted")
        column.addWidget(self.title)
        column.addWidget(self.text)
        if actions:
            column.addSpacing(steps(2))
            row = Flow()
            for action in actions:
                row.addWidget(action)
            column.addLayout(row)


class _BarredNote(QFrame):
    """Words on a quiet ground, with a bar in the colour `bar` at the leading edge."""

    bar = "edge"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(steps(5), steps(3), steps(4), steps(3))
        self.column.setSpacing(steps(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the bar."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        shape = inside(self.rect())
        box(painter, shape, CONTROL_RADIUS, tokens.card, tokens.line)
        bar = inside(shape, steps(2))
        bar.setWidth(RING + 1)
        if self.isRightToLeft():
            bar.moveRight(shape.right() - steps(2))
        box(painter, bar, RING / 2, tokens.colour(self.bar), None)
        painter.end()


class QuietNote(_BarredNote):
    """Something to know here that is neither the answer nor an error; what stands in `column` comes below."""

    bar = "accent"

    def __init__(self, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Strong(title)
        self.text = TextBlock(text, colour="muted")
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        # Not before it has a parent: it would be a window of its own for a moment.
        self.text.setVisible(bool(text))


class ErrorNote(_BarredNote):
    """What happened, what it means for the answer, what to do: in this order."""

    bar = "on"

    def __init__(self, what: str, means: str = "", then: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = Strong()
        self.means = TextBlock()
        self.then = Aside()
        for words in (self.what, self.means, self.then):
            self.column.addWidget(words)
        self.tell(what, means, then)

    def tell(self, what: str, means: str = "", then: str = "") -> None:
        """Tell of something else; parts that are empty take no room."""
        for words, text in ((self.what, what), (self.means, means), (self.then, then)):
            words.setText(text)
            words.setVisible(bool(text))
