# SPDX-License-Identifier: Apache-2.0
"""The other possible answers: each with what would have to be true."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from inspector.app.findings.shapes import Other
from inspector.gui.theme.measures import Step, steps
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.pill import state_mark
from inspector.gui.widgets.text import Aside, TextBlock

_WORD = steps(20)
"""The words of all states in a line of text, so that those of several lists stand below each other."""


class StateMark(QWidget):
    """The shape of a state, always beside its word."""

    def __init__(self, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the shape with a line of text."""
        return QSize(steps(4), Step.ASIDE.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        del event
        colour, _ = tokens_of(self).state(self._state)
        painter = QPainter(self)
        # Small letters reach less far up than down: their middle lies below that of their line.
        state_mark(painter, QPointF(self.rect().center()) + QPointF(0, 1), self._state, colour)
        painter.end()


class OthersList(QWidget):
    """One line for each other answer."""

    def __init__(self, others: Sequence[Other], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(steps(2))
        grid.setVerticalSpacing(steps(1))
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(3, 5)
        grid.setColumnMinimumWidth(2, _WORD)
        for row, other in enumerate(others):
            grid.addWidget(Aside(other.condition, colour="ink"), row, 0)
            grid.addWidget(StateMark(other.state), row, 1, Qt.AlignmentFlag.AlignTop)
            word = TextBlock(other.word, step=Step.ASIDE_STRONG)
            word.set_colour(other.state if other.state in ("on", "off") else "unknown")
            grid.addWidget(word, row, 2)
            # Where nothing is known there is no since either: a dash says that nothing is missing here.
            grid.addWidget(Aside(other.since or "–"), row, 3)
