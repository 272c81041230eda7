# SPDX-License-Identifier: Apache-2.0
"""Periods as rows with a picture of them, checked with every letter; only what is whole ever counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.days import Days
from inspector.app.places import Choices
from inspector.app.residence_form import BLANK, Form, Mend, Period, PeriodForm, Told, Typed, next_row
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside
from inspector.gui.you.period_row import PeriodRow
from inspector.gui.you.strip import Strip, StripWords
from inspector.report.words import Words
from inspector.system.clock import now

_WIDE = 120
"""One line where there is room for it."""


class Periods(QWidget):
    """Rows of one `kind`, place or plan. `settled` brings the form when a field is left and all is right.

    Of places there is always one row; a plan has none until the person adds one.
    """

    settled = Signal(object)
    reordered = Signal()
    """Rows came or went, so that what stands where on the page is not what it was."""

    def __init__(self, desk: Desk, kind: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self.choices = choices
        self.rows: list[PeriodRow] = []
        self._blank = (BLANK,) if kind == "place" else ()
        self._days = Days(desk.messages)
        self._form = PeriodForm(kind, self._days, choices.name)
        self._words = Words(desk.messages)
        self.strip = Strip(now().date())
        self.add = SecondaryButton(desk.text(f"gui.period.{kind}.add"))
        self.add.clicked.connect(self.add_row)
        self._lay_out()
        self.show_rows(())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1.5))
        self._fields = Aside(self.desk.text(f"gui.period.{self.kind}.fields"), characters=_WIDE)
        column.addWidget(self._fields)
        self._column = QVBoxLayout()
        self._column.setSpacing(steps(1))
        column.addLayout(self._column)
        below = Flow()
        below.addWidget(self.add)
        column.addLayout(below)
        strip = QHBoxLayout()
        strip.addWidget(self.strip)
        column.addLayout(strip)

    @property
    def form(self) -> Form:
        """Return what stands in the rows, checked."""
        return self._form.check([row.typed for row in self.rows], now().date())

    def show_rows(self, typed: Sequence[Typed]) -> None:
        """Fill the rows anew."""
        for row in self.rows:
            self._drop(row)
        self.rows = []
        for one in typed or self._blank:
            self._append(one)
        self._check()
        self.reordered.emit()

    @property
    def unfinished(self) -> tuple[Typed, ...]:
        """Return all rows where something in them does not count yet, none where all does."""
        if self.form.is_whole:
            return ()
        return tuple(Typed(row.typed.what, row.typed.written, *row.plain_days) for row in self.rows)

    def go_on_with(self, rows: Sequence[Typed]) -> None:
        """Show rows that were begun in another language; without any, what is shown stays."""
        if rows:
            self.show_rows(rows)
            for row in self.rows:
                row.say_days()

    def add_row(self) -> None:
        """Add a row with the day on which one moved, where it is known, and give it the keyboard."""
        row = self._append(next_row(self.form, self._days))
        self.reordered.emit()
        row.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Let the rows count as they stand, where nothing is wrong with them."""
        self._check()
        form = self.form
        if form.is_whole:
            self.settled.emit(form)

    def _append(self, typed: Typed) -> PeriodRow:
        row = PeriodRow(self.desk, self.kind, self.choices, len(self.rows) + 1)
        row.show_typed(typed)
        row.changed.connect(lambda: self._check(typing=row))
        row.settled.connect(self.settle)
        row.removed.connect(lambda: self._remove(row))
        row.told.mended.connect(lambda: self._mend(row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # else only the event loop shows it, too late for the keyboard
        return row

    def _remove(self, row: PeriodRow) -> None:
        if len(self.rows) == len(self._blank):
            row.show_typed(BLANK)
        else:
            self.rows.remove(row)
            self._drop(row)
            for number, left in enumerate(self.rows, 1):
                left.number_as(number)
            near = self.rows[-1].what if self.rows else self.add
            near.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()
        self.settle()

    def _drop(self, row: PeriodRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _mend(self, row: PeriodRow) -> None:
        mend = self.form.told[self.rows.index(row)].mend
        if mend is not None:
            self.rows[mend.row].end.take_text(mend.end.isoformat())

    def _check(self, *, typing: PeriodRow | None = None) -> None:
        """Tell what is wrong; a row in which someone is typing may be unfinished without a word."""
        form = self.form
        self._fields.setVisible(bool(self.rows))
        is_only = len(self.rows) == len(self._blank)
        for row in self.rows:
            row.told.unmark()
        # What is told of a field in another row comes after what that row itself has to say of it.
        pairs = sorted(zip(self.rows, form.told, strict=True), key=lambda pair: pair[1].at is not None)
        for row, told in pairs:
            waits = self._is_being_typed(row, told, typing=row is typing)
            note = None if waits else told.wrong or told.left_open
            text = self.desk.notes.text(note) if note else ""
            row.remove.setVisible(not (is_only and row.typed.is_blank))
            about = (row if told.at is None else self.rows[told.at]).fields(told.fields)
            row.told.tell(text, self._mending(told.mend), wrong=bool(told.wrong), about=about)
        spoken = "; ".join(self._spoken(period) for period in form.periods)
        words = StripWords(self.desk.text("gui.period.unsaid"), self._twice)
        picture = self.desk.text("gui.period.picture", periods=spoken)
        self.strip.show_form(form, self.choices.name, picture, words)

    def _is_being_typed(self, row: PeriodRow, told: Told, *, typing: bool) -> bool:
        """Answer whether what is told of a row may only be that someone has not come to its end yet."""
        loose = [text for text in (row.typed.start, row.typed.end) if text and not self._days.is_whole(text)]
        if typing and (told.is_unfinished or loose):
            return True
        if row.typed.is_unnamed:
            return row.is_at_work
        is_new = not (row.typed.start or row.typed.end)
        return is_new and row.is_at_work and told.is_overlap

    def _twice(self, names: Sequence[str]) -> str:
        """Return the words for a time of which several things are said."""
        if len(names) < len(("one", "other")):
            return self.desk.text("gui.period.twice")
        return self.desk.text("gui.period.twice_of", first=names[0], second=names[1])

    def _mending(self, mend: Mend | None) -> str:
        if mend is None:
            return ""
        what = self.rows[mend.row].typed.what or ""
        name, day = self.choices.name(what), self._words.day(mend.end)
        return self.desk.text("gui.period.mend", name=name, day=day)

    def _spoken(self, period: Period) -> str:
        text = self.desk.text
        start = self._words.day(period.start) if period.start else text("gui.period.ever")
        end = self._words.day(period.end) if period.end else text("gui.period.still")
        return text("gui.period.one", name=self.choices.name(period.what), start=start, end=end)
