# SPDX-License-Identifier: Apache-2.0
"""The evidence panel: file, row and raw text of facts, rule and sources of catalog rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.findings.shapes import Chain, Exhibit, Line
from inspector.gui.desk import Desk
from inspector.gui.theme.buttons import LINK_ROOM
from inspector.gui.theme.measures import LIFT, Step, steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.chip import Chip
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Strong, TextBlock

_LABELS = steps(35)


class EvidencePanel(Card):
    """Shows what one answer rests on. Esc or its button closes it; `closed` says that it went."""

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        chains: Sequence[Chain],
        *,
        is_within: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show chains; `is_within`: on a card, from which it is set off."""
        super().__init__(parent)
        self.ground = "paper" if is_within else "card"
        self._desk = desk
        title = chains[0].title if len(chains) == 1 else desk.text("gui.findings.evidence_title")
        self.setAccessibleName(desk.text("gui.findings.evidence_show_name", title=title))
        self.shut = SmallLinkButton(desk.text("gui.findings.evidence_close"))
        self.shut.setAccessibleName(desk.text("gui.findings.evidence_close_name"))
        self.shut.clicked.connect(self.closed)
        # The words of a link end where all others do, the room round them beyond.
        self.body.setContentsMargins(self.body.contentsMargins() - QMargins(0, LIFT, LINK_ROOM, 0))
        words = QVBoxLayout()
        words.setContentsMargins(0, LIFT, 0, 0)
        words.addWidget(Strong(title))
        words.addStretch(1)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        for chain in chains:
            self._add(chain)

    def _add(self, chain: Chain) -> None:
        if chain.rule:
            self.body.addWidget(TextBlock(chain.rule))
        for exhibit in chain.exhibits:
            self.body.addWidget(ExhibitBlock(self._desk, exhibit))
        if not chain.exhibits:
            self.body.addWidget(Aside(self._desk.text("gui.findings.evidence_none")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class ExhibitBlock(QWidget):
    """One exhibit: title, tag and labelled lines; what only a check needs is behind a fold."""

    def __init__(self, desk: Desk, exhibit: Exhibit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, steps(2), 0, 0)
        column.setSpacing(steps(1))
        head = Flow(across=steps(2), down=steps(1))
        head.addWidget(Strong(exhibit.title, characters=None))
        head.addWidget(Chip(exhibit.tag))
        column.addLayout(head)
        told = [line for line in exhibit.lines if line.look != "hash"]
        column.addLayout(_lines(told))
        kept = [line for line in exhibit.lines if line.look == "hash"]
        if exhibit.number:
            kept.insert(0, Line(desk.text("gui.findings.report_number"), exhibit.number))
        if kept:
            column.addLayout(self._fold(kept))

    def _fold(self, kept: Sequence[Line]) -> QVBoxLayout:
        """Return what only a check needs, behind a link that shows it."""
        column = QVBoxLayout()
        column.setSpacing(0)
        self.more = SmallLinkButton(self._desk.text("gui.findings.checking_show"))
        self.folded = QWidget()
        self.folded.setLayout(_lines(kept))
        self.folded.hide()
        self.more.clicked.connect(self.change)
        row = Flow()
        row.addWidget(self.more)
        column.addLayout(row)
        column.addWidget(self.folded)
        return column

    def change(self) -> None:
        """Show what a check needs, or hide it."""
        shown = self.folded.isHidden()
        self.folded.setVisible(shown)
        self.more.setText(self._desk.text(f"gui.findings.checking_{'hide' if shown else 'show'}"))


def _lines(told: Sequence[Line]) -> QGridLayout:
    """Return labelled lines in two columns."""
    lines = QGridLayout()
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setHorizontalSpacing(steps(3))
    lines.setVerticalSpacing(steps(0.5))
    lines.setColumnStretch(1, 1)
    lines.setColumnMinimumWidth(0, _LABELS)
    for row, line in enumerate(told):
        lines.addWidget(Aside(line.label), row, 0, Qt.AlignmentFlag.AlignTop)
        lines.addWidget(_value(line), row, 1)
    return lines


def _value(line: Line) -> TextBlock:
    """Return the words of a line: never more than words, whatever stands in them."""
    strong = line.look == "raw"
    words = TextBlock(
        line.text, step=Step.ASIDE_STRONG if strong else Step.ASIDE, colour="ink", characters=None
    )
    words.setAccessibleName(f"{line.label}: {line.text}")
    return words
