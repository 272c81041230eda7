# SPDX-License-Identifier: Apache-2.0
"""The full view of one setting: answer, timeline or table, evidence in place, and what stays open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.findings.shapes import Chain, Detail
from inspector.gui.desk import Desk
from inspector.gui.findings.evidence import EvidencePanel
from inspector.gui.findings.exposure import ExposureSection
from inspector.gui.findings.grid import Grid
from inspector.gui.findings.layout import Item
from inspector.gui.findings.legend import Legend
from inspector.gui.findings.others import OthersList
from inspector.gui.findings.stretches import ContradictionCard, StretchRow
from inspector.gui.findings.timeline import TimelineView
from inspector.gui.theme.buttons import LINK_ROOM
from inspector.gui.theme.measures import LIFT, steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.chip import Chip
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.pill import Pill
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, TextBlock

_ZOOM = 1.5
_WIDE = 95
"""Sentences that stand alone may be one line where there is room."""


class DetailView(QWidget):
    """Shows one setting. `save` asks for a picture; `remember` and `live` ask the person."""

    save = Signal()
    remember = Signal()
    collect = Signal()
    opened = Signal(QWidget)
    """Evidence was opened: bring it into sight."""

    def __init__(self, desk: Desk, detail: Detail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.detail = detail
        self._desk = desk
        self.panel: EvidencePanel | None = None
        self._opener: QWidget | None = None
        self.disagreement: Section | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(steps(4))
        self._answer()
        self._timeline()
        self._stretches()
        self._contradictions()
        self._openness()
        if detail.statements:
            self._part(ExposureSection(desk, detail))

    def say(self, key: str, /, **values: object) -> str:
        """Return a sentence of this page."""
        return self._desk.text(f"gui.findings.{key}", **values)

    def _answer(self) -> None:
        card = self.detail.card
        row = Flow(across=steps(3), down=0)
        row.addWidget(Pill(card.state, card.word))
        row.addWidget(Chip(card.chip, means=card.means))
        if card.incomplete:
            row.addWidget(self._tool("incomplete_action", self.collect))
        if self.detail.contradictions:
            row.addWidget(self._tool("contradicted_open", self.show_contradictions, card.title))
        row.addWidget(self._tool("remember", self.remember, card.title))
        self.column.addLayout(row)
        words = QVBoxLayout()
        words.setSpacing(steps(1))
        for sentence in filter(None, (self.detail.known, card.earlier, card.contradicted, card.incomplete)):
            words.addWidget(TextBlock(sentence, characters=_WIDE))
        self.column.addLayout(words)

    def _timeline(self) -> None:
        self.timeline = TimelineView(self.detail.plot)
        self.timeline.asked.connect(self._ask_item)
        self.legend = Legend(self.detail.plot.legend)
        self.status = Aside(self.say("hint"), characters=None)
        self.timeline.told.connect(lambda title: self.tell(self.say("told_item", title=title.rstrip("."))))
        self.tracks = Aside(self.say("tracks"), characters=None)
        card = Card()
        card.body.setContentsMargins(card.body.contentsMargins() - QMargins(0, LIFT, 0, 0))
        card.body.addLayout(self._tools())
        for widget in (self.timeline, self.legend, self.tracks, self.status):
            card.body.addWidget(widget)
        self.sheet = card
        self.column.addWidget(card)

    @cached_property
    def table(self) -> Grid:
        """Return the same as a table, made when it is first asked for."""
        table = Grid(self.detail.table)
        table.opened.connect(self._ask_row)
        self.sheet.body.insertWidget(self.sheet.body.indexOf(self.legend), table.inset())
        table.holder.hide()
        QWidget.setTabOrder(self.timeline, table)
        return table

    def _tools(self) -> Flow:
        row = Flow(across=steps(4), down=0)
        self.toggle = SmallLinkButton(self.say("as_table"))
        self.toggle.clicked.connect(self.change)
        self.zooms = [
            self._tool("zoom_in", lambda: self.timeline.magnify(_ZOOM)),
            self._tool("zoom_out", lambda: self.timeline.magnify(1 / _ZOOM)),
            self._tool("zoom_whole", self.timeline.show_whole),
        ]
        for button in (
            *self.zooms,
            self.toggle,
            self._tool("copy", self.copy),
            self._tool("save", self.save.emit),
        ):
            row.addWidget(button)
        return row

    def _tool(self, key: str, deed: object, title: str = "") -> SmallLinkButton:
        button = SmallLinkButton(self.say(key))
        if title:
            button.setAccessibleName(self.say(f"{key}_name", title=title))
        button.clicked.connect(deed)
        return button

    def change(self) -> None:
        """Show the table in place of the timeline, or the other way round, and give it the keyboard."""
        to_table = self.table.holder.isHidden()
        for widget in (self.timeline, self.legend, self.tracks, *self.zooms):
            widget.setVisible(not to_table)
        self.table.holder.setVisible(to_table)
        self.toggle.setText(self.say("as_timeline" if to_table else "as_table"))
        self.tell(self.say("hint_table" if to_table else "hint"))
        if to_table:
            self.table.take_keyboard()
        else:
            self.timeline.setFocus(Qt.FocusReason.TabFocusReason)

    def copy(self) -> None:
        """Put everything on the clipboard as text."""
        QGuiApplication.clipboard().setText(self.detail.as_text)
        self.tell(self.say("copied"))

    def tell(self, words: str) -> None:
        """Tell something short below the timeline."""
        self.status.setText(words)

    def _stretches(self) -> None:
        section = Section(self.say("part.stretches"))
        card = Card()
        around = card.body.contentsMargins()
        # The words of a link end where all others do, the room round them beyond.
        card.body.setContentsMargins(around - QMargins(0, LIFT, LINK_ROOM, steps(1)))
        card.body.setSpacing(0)
        for number, told in enumerate(self.detail.told):
            card.body.addWidget(StretchRow(self._desk, told, self._ask_below, is_first=not number))
        section.body.addWidget(card)
        self._part(section)

    def _part(self, section: Section) -> None:
        """Put a part below the others, further off than what belongs together."""
        self.column.addSpacing(steps(2))
        self.column.addWidget(section)

    def _contradictions(self) -> None:
        if not self.detail.contradictions:
            return
        section = Section(self.say("part.conflicts"), self.say("part.conflicts_aside"))
        for one in self.detail.contradictions:
            section.body.addWidget(ContradictionCard(self._desk, one, self._ask_below))
        self._part(section)
        self.disagreement = section

    def show_contradictions(self) -> None:
        """Bring what contradicts itself into sight, with the keyboard at the first evidence of it."""
        if self.disagreement is not None:
            link = self.disagreement.findChild(SmallLinkButton)
            if link is not None:
                link.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit(self.disagreement)

    def _openness(self) -> None:
        if self.detail.card.others:
            section = Section(self.say("part.others"), self.say("part.others_aside"))
            section.body.addWidget(OthersList(self.detail.card.others))
            self._part(section)
        for key, texts in (("narrow", self.detail.narrow), ("limits", self.detail.limits)):
            if texts:
                self._part(_bullets(self.say(f"part.{key}"), texts))

    def _ask_item(self, item: Item) -> None:
        self.show_evidence(self.sheet, item.chains, self.timeline)

    def _ask_row(self, row: int) -> None:
        chain = self.detail.table.chains[row]
        if chain is not None:
            self.show_evidence(self.sheet, (chain,), self.table)

    def _ask_below(self, widget: QWidget, chain: Chain) -> None:
        self.show_evidence(widget, (chain,), QGuiApplication.focusObject())

    def show_evidence(self, below: QWidget, chains: Sequence[Chain], opener: object) -> None:
        """Open the evidence right below a widget, give it the keyboard, and remember who asked."""
        self._drop()
        self._opener = opener if isinstance(opener, QWidget) else below
        column = _column_of(below)
        self.panel = EvidencePanel(self._desk, chains, is_within=isinstance(below, StretchRow))
        self.panel.closed.connect(self.hide_evidence)
        column.insertWidget(column.indexOf(below) + 1, self.panel)
        self.panel.show()
        self.panel.shut.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(self.panel)

    def hide_evidence(self) -> None:
        """Close the evidence and give the keyboard back."""
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop()

    def _drop(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
        self.panel = None


def _column_of(widget: QWidget) -> QVBoxLayout:
    """Return the column a widget stands in: the body of a section, or the view's own."""
    parent = widget.parentWidget()
    if isinstance(parent, Section):
        return parent.body
    column = parent.layout() if parent is not None else None
    if not isinstance(column, QVBoxLayout):
        raise TypeError(type(parent).__name__)
    return column


def _bullets(title: str, texts: Sequence[str]) -> Section:
    section = Section(title)
    section.body.setSpacing(steps(1))
    for text in texts:
        row = QHBoxLayout()
        row.setSpacing(steps(2))
        dot = TextBlock("–", colour="muted")
        dot.setFixedWidth(steps(4))
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextBlock(text), 1)
        section.body.addLayout(row)
    return section
