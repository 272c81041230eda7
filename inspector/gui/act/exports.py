# SPDX-License-Identifier: Apache-2.0
"""Two exports of one account: what the newer one adds or lacks in a line, and all of it in a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector.app.comparing import Comparison, as_of
from inspector.app.findings.shapes import Table
from inspector.archives.names import shown
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.room import room_in
from inspector.gui.findings.grid import Grid
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, Strong, TextBlock

_SIZE = QSize(960, 640)
_HIGH = 330
_WEIGHTS = (6, 3, 3, 3)
_COLUMNS = ("what", "older", "newer", "change")


def named(desk: Desk, found: Comparison) -> dict[str, str]:
    """Return the names and days of both, for a sentence."""
    older, newer = found.pair.older.source, found.pair.newer.source
    return {
        "older": shown(older.name),
        "newer": shown(newer.name),
        "older_when": as_of(older.as_of, desk.messages),
        "newer_when": as_of(newer.as_of, desk.messages),
    }


class CompareDialog(Dialog):
    """Everything that differs, in rows."""

    def __init__(self, desk: Desk, found: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("compare.dialog"), desk.text("compare.aside"), parent)
        text = desk.text
        rows = tuple(
            (one.what, one.older, one.newer, text(f"compare.change.{one.change}"))
            for one in found.differences
        )
        titles = tuple(text(f"compare.column.{one}") for one in _COLUMNS)
        self.grid = Grid(Table(text("compare.dialog"), titles, _WEIGHTS, rows))
        self.body.addWidget(TextBlock(text("compare.names", **named(desk, found)), characters=None))
        self.body.addWidget(self._scrolling(text("compare.dialog")), 1)
        self.body.addWidget(Aside(text("compare.same", n=found.same)))
        self.ends = PrimaryButton(text("compare.close"))
        self.ends.setDefault(True)
        self.ends.clicked.connect(self.accept)
        self.add(self.ends)
        self.resize(room_in(parent, _SIZE))
        self.ends.setFocus()

    def _scrolling(self, name: str) -> QScrollArea:
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid.inset())
        column.addStretch(1)
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setAccessibleName(name)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(inside)
        scroller.viewport().setAutoFillBackground(False)
        scroller.setMinimumHeight(_HIGH)
        return scroller


class PairCard(Card):
    """One export beside the one before it."""

    def __init__(self, desk: Desk, found: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.found = found
        text, names = desk.text, named(desk, found)
        self.body.addWidget(Aside(desk.catalog.service(found.pair.service).name))
        self.body.addWidget(Strong(text("compare.names", **names), characters=None))
        self.told = TextBlock(self._told())
        self.body.addWidget(self.told)
        for key, is_so in (("uncertain", found.pair.certain), ("incomplete", found.pair.is_whole)):
            if not is_so:
                self.body.addWidget(Aside(text(f"compare.{key}")))
        self.opens = SecondaryButton(text("compare.open"))
        self.opens.setAccessibleName(text("compare.open_named", older=names["older"], newer=names["newer"]))
        self.opens.setVisible(bool(found.differences))
        self.opens.clicked.connect(self._open)
        row = Flow()
        row.addWidget(self.opens)
        self.body.addLayout(row)

    def _told(self) -> str:
        found, text = self.found, self.desk.text
        same = text("compare.same", n=found.same)
        if not found.differences:
            return f"{text('compare.equal')} {same}"
        counts = {one: found.count(one) for one in ("added", "lacking", "differs")}
        return f"{text('compare.told', **counts)} {same}"

    def _open(self) -> None:
        dialog = CompareDialog(self.desk, self.found, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class ExportsSection(Section):
    """All pairs of exports; not to be seen where no account has two."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("compare.title"), desk.text("compare.aside"), parent)
        self.desk = desk
        self.cards: list[PairCard] = []
        self._shown: tuple[Comparison, ...] = ()
        self.setContentsMargins(0, steps(4), 0, 0)

    def show_pairs(self, found: Sequence[Comparison]) -> None:
        """Show these; what is shown already stays, the keyboard with it."""
        self.setVisible(bool(found))
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        for card in self.cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [PairCard(self.desk, one) for one in found]
        for card in self.cards:
            self.body.addWidget(card)
            # A layout shows what it takes only later; till then it cannot have the keyboard.
            card.show()
