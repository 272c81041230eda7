# SPDX-License-Identifier: Apache-2.0
"""Stretches and contradictions in words, each with a link to its evidence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from inspector.app.findings.shapes import Chain, Contradiction, Side, Told
from inspector.gui.desk import Desk
from inspector.gui.findings.others import StateMark
from inspector.gui.theme.buttons import LINK_ROOM
from inspector.gui.theme.measures import LIFT, RING, steps
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.pill import Pill
from inspector.gui.widgets.text import Aside, Strong, TextBlock

Ask = Callable[[QWidget, Chain], None]
"""Opens the evidence below a widget."""


def evidence_link(desk: Desk, chain: Chain) -> SmallLinkButton:
    """Return a link that says what it leads to."""
    link = SmallLinkButton(desk.text("gui.findings.evidence_show"))
    link.setAccessibleName(desk.text("gui.findings.evidence_show_name", title=chain.title))
    return link


class StretchRow(QWidget):
    """A stretch in words: period, why, and what is soft about it."""

    def __init__(
        self, desk: Desk, told: Told, ask: Ask, *, is_first: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._has_line = not is_first
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0 if is_first else steps(1), 0, steps(3))
        row.setSpacing(steps(2))
        mark = QVBoxLayout()
        mark.setContentsMargins(RING, LIFT + steps(0.5), 0, 0)
        mark.addWidget(StateMark(told.state))
        mark.addStretch(1)
        row.addLayout(mark)
        words = QVBoxLayout()
        words.setContentsMargins(0, LIFT, 0, 0)
        words.setSpacing(0)
        words.addWidget(Strong(told.period))
        words.addWidget(Aside(told.rule, colour="ink"))
        for note in told.notes:
            words.addWidget(Aside(note))
        row.addLayout(words, 1)
        self.link = evidence_link(desk, told.chain)
        self.link.clicked.connect(lambda: ask(self, told.chain))
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between this one and the one above it: it leads the eye to the link."""
        super().paintEvent(event)
        if self._has_line:
            painter = QPainter(self)
            line = QRect(RING, 0, self.width() - RING - LINK_ROOM, 1)
            painter.fillRect(
                QStyle.visualRect(self.layoutDirection(), self.rect(), line), tokens_of(self).line
            )
            painter.end()


class ContradictionCard(Card):
    """Facts that say opposite things, side by side, and what followed."""

    def __init__(self, desk: Desk, one: Contradiction, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.addWidget(Strong(one.when))
        sides = QHBoxLayout()
        sides.setSpacing(steps(6))
        for side in one.sides:
            sides.addLayout(self._side(desk, side, ask), 1)
        self.body.addLayout(sides)
        self.body.addWidget(TextBlock(one.outcome))

    def _side(self, desk: Desk, side: Side, ask: Ask) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(steps(0.5))
        column.addWidget(Pill(side.state, side.word), 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(Aside(side.title, colour="ink"))
        column.addWidget(Aside(side.source))
        link = evidence_link(desk, side.chain)
        link.clicked.connect(lambda: ask(self, side.chain))
        row = Flow()
        row.addWidget(link)
        column.addLayout(row)
        column.addStretch(1)
        return column
