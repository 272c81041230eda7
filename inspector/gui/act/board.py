# SPDX-License-Identifier: Apache-2.0
"""The board of days: every clock that runs, in a table that leads to what each belongs to."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.actions.wording import long_day
from inspector.app.board import Clock, When, shown
from inspector.app.findings.shapes import Table
from inspector.gui.act.segments import Segments
from inspector.gui.desk import Desk
from inspector.gui.findings.grid import Grid
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import TextBlock

_WHEN: Final[dict[str, When]] = {"all": "all", "overdue": "overdue", "soon": "soon"}
_MANY: Final = 3
"""So many clocks are seen at a glance; of more a part can be chosen."""
_WEIGHTS: Final = (3, 3, 3, 6, 3)


class BoardSection(Section):
    """`wanted` carries the action of the row that was opened; `changed`: other rows are shown now."""

    wanted = Signal(str)
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("board.title"), desk.text("board.aside"), parent)
        self.desk = desk
        self.grid: Grid | None = None
        self._clocks: tuple[Clock, ...] = ()
        self._rows: tuple[Clock, ...] = ()
        self._today = date.min
        self.setContentsMargins(0, steps(3), 0, steps(4))
        words = [(code, desk.text(f"board.when.{code}")) for code in _WHEN]
        self.which = Segments(desk.text("board.filter"), words, "all")
        self.which.chosen.connect(self._choose)
        self.none = TextBlock(desk.text("board.none_shown"), colour="muted")
        self.body.addWidget(self.which)
        self.body.addWidget(self.none)

    def show_clocks(self, clocks: tuple[Clock, ...], today: date) -> None:
        """Show the clocks; where none runs there is nothing to be seen."""
        self.setVisible(bool(clocks))
        is_new = (clocks, today) != (self._clocks, self._today)
        self._clocks, self._today = clocks, today
        self.which.setVisible(len(clocks) > _MANY)
        if len(clocks) <= _MANY:
            self.which.choose("all")
        if is_new:
            self._fill()

    def _choose(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self._rows = shown(self._clocks, _WHEN[self.which.code], self._today)
        self.none.setVisible(bool(self._clocks) and not self._rows)
        if self.grid is not None:
            self.body.removeWidget(self.grid.holder)
            self.grid.holder.hide()
            self.grid.holder.deleteLater()
            self.grid = None
        if self._rows:
            self.grid = Grid(self._table())
            self.grid.opened.connect(self._open)
            self.body.addWidget(self.grid.inset())

    def _table(self) -> Table:
        text = self.desk.text
        titles = tuple(text(f"board.column.{one}") for one in ("day", "left", "service", "what", "since"))
        return Table(text("board.title"), titles, _WEIGHTS, tuple(self._words(one) for one in self._rows))

    def _words(self, one: Clock) -> tuple[str, ...]:
        lang = self.desk.messages.lang
        day = long_day(one.day, lang) if one.day is not None else self.desk.text("board.no_day")
        return day, one.left, one.service, one.what, one.since

    def _open(self, row: int) -> None:
        action = self._rows[row].action
        if action is not None:
            self.wanted.emit(action)
