# SPDX-License-Identifier: Apache-2.0
"""What a page says when there is nothing yet, or when something went wrong."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector.gui.theme.measures import CARD_RADIUS, CONTROL_RADIUS, RING, steps
from inspector.gui.theme.painting import box, inside, smooth
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Name, Strong, TextBlock

_BAR = 4


class EmptyState(QFrame):
    """Says why there is nothing here and what brings something.

    `actions` are buttons that do; the first of them is the one thing to do next.
    """

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
        # Where the page's own sentence says it already, it is not said again.
        self.title.setVisible(bool(title))
        if actions:
            actions[0].lead()
            column.addSpacing(steps(2))
            row = Flow()
            for action in actions:
                row.addWidget(action)
            column.addLayout(row)


class _BarredNote(QFrame):
    """Words on a quiet ground, with a bar in the colour `bar` at the leading edge."""

    bar = "edge"

    def __init__(self, parent: QWidget | None = None, *, within: bool = False) -> None:
        """Be a card of its own, or lie `within` one, tinted."""
        super().__init__(parent)
        self._within = within
        self.column = QVBoxLayout(self)
        # Its words begin where those of a card do.
        side, top = (steps(4) + RING, steps(3)) if within else (steps(4.5) + RING, steps(4) + RING)
        self.column.setContentsMargins(side, top, side, top)
        self.column.setSpacing(steps(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the bar along its leading edge."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(RING, 0, -RING, 0)
        shape = room if self._within else inside(self.rect())
        radius = CONTROL_RADIUS if self._within else CARD_RADIUS
        # The tint alone is not seen by everyone: in high contrast it has an edge as well.
        tinted = (tokens.hover, tokens.line if tokens.is_strong else None)
        ground, line = tinted if self._within else (tokens.card, tokens.line)
        box(painter, shape, radius, ground, line)
        bar = QRectF(shape)
        bar.setWidth(_BAR)
        if self.isRightToLeft():
            bar.moveRight(shape.right())
        corners = QPainterPath()
        corners.addRoundedRect(shape, radius, radius)
        with smooth(painter):
            painter.setClipPath(corners)
            painter.fillRect(bar, tokens.colour(self.bar))
        painter.end()


class QuietNote(_BarredNote):
    """Something to know here that is neither the answer nor an error; what stands in `column` comes below."""

    bar = "accent"

    def __init__(
        self, title: str, text: str = "", parent: QWidget | None = None, *, within: bool = False
    ) -> None:
        super().__init__(parent, within=within)
        self.title = Strong(title)
        self.text = TextBlock(text, colour="muted")
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        # Not before it has a parent: it would be a window of its own for a moment.
        self.text.setVisible(bool(text))


class ErrorNote(_BarredNote):
    """What happened, what it means for the answer, what to do: in this order."""

    bar = "on"

    def __init__(
        self,
        what: str,
        means: str = "",
        then: str = "",
        parent: QWidget | None = None,
        *,
        within: bool = False,
    ) -> None:
        super().__init__(parent, within=within)
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
