# SPDX-License-Identifier: Apache-2.0
"""One setting on the page: what it is and how it stands at the left, since when and how known beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.findings.shapes import Card as CardWords
from inspector.gui.desk import Desk
from inspector.gui.findings.others import OthersList
from inspector.gui.findings.timeline import CardBar
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.card import OpeningCard
from inspector.gui.widgets.chip import Chip
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.pill import Pill
from inspector.gui.widgets.text import Aside, Name, Strong

_SIDE = 180
_NEXT_STEP = 110


class FindingCard(OpeningCard):
    """Opens to the full view, `conflict` to what contradicts itself there; `remember` asks the person."""

    remember = Signal()
    conflict = Signal()
    collect = Signal()

    def __init__(self, desk: Desk, words: CardWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._desk = desk
        self.setAccessibleName(words.accessible)
        self.setAccessibleDescription(words.plot.description)
        row = QHBoxLayout()
        row.setSpacing(steps(5))
        row.addWidget(self._side())
        row.addLayout(self._answer(), 1)
        self.body.addLayout(row)
        if words.asks_residence:
            self.body.addWidget(OthersList(words.others))

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(0.5))
        column.addWidget(Name(self.words.service))
        column.addWidget(Aside(self.words.title))
        column.addSpacing(steps(1.5))
        column.addWidget(Pill(self.words.state, self.words.word), 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return side

    def _answer(self) -> QVBoxLayout:
        words = self.words
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Strong(words.sentence, characters=None))
        if words.plot.tracks:
            column.addSpacing(steps(1.5))
            column.addWidget(CardBar(words.plot))
        if words.earlier:
            column.addWidget(Aside(words.earlier, colour="ink", characters=_NEXT_STEP))
        if words.contradicted:
            column.addWidget(Aside(words.contradicted, colour="ink", characters=_NEXT_STEP))
        # What a hand must hit is higher than its words: the room round these is room enough.
        column.addLayout(self._known())
        if not words.asks_residence and words.next_step:
            column.addWidget(Aside(words.next_step, characters=_NEXT_STEP))
        if words.incomplete:
            column.addWidget(Aside(words.incomplete, colour="ink", characters=_NEXT_STEP))
        return column

    def _known(self) -> Flow:
        row = Flow(across=steps(3), down=0)
        row.addWidget(Chip(self.words.chip, means=self.words.means))
        remember = SmallLinkButton(self._desk.text("gui.findings.remember"))
        remember.setAccessibleName(self._desk.text("gui.findings.remember_name", title=self.words.title))
        remember.clicked.connect(self.remember)
        row.addWidget(remember)
        if self.words.contradicted:
            row.addWidget(self._link("contradicted_open", self.conflict))
        if self.words.incomplete:
            unread = SmallLinkButton(self._desk.text("gui.findings.incomplete_action"))
            unread.clicked.connect(self.collect)
            row.addWidget(unread)
        whole = self._link("open", self.opened)
        # By key the card itself opens; the link says so to the eye.
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(whole)
        return row

    def _link(self, key: str, deed: object) -> SmallLinkButton:
        link = SmallLinkButton(self._desk.text(f"gui.findings.{key}"))
        link.setAccessibleName(self._desk.text(f"gui.findings.{key}_name", title=self.words.title))
        link.clicked.connect(deed)
        return link
