# SPDX-License-Identifier: Apache-2.0
"""One period as a row of fields: what, from, until, and what is to be told of it below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector.app.places import Choices
from inspector.app.residence_form import Field, Typed
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.text import Aside
from inspector.gui.you.choice import ChoiceField
from inspector.gui.you.day_field import DayField
from inspector.gui.you.told import ToldLine

_SHARES = (5, 3, 3, 0)
_FOLDED = (1, 1, 0, 0)
_LEAST_NAME = steps(38)
"""Room for the names of most countries."""
_HEADS = ("gui.period.from", "gui.period.until")


class PeriodRow(QWidget):
    """`changed` comes with every letter, `settled` when a field is left or a choice made."""

    changed = Signal()
    settled = Signal()
    removed = Signal()

    def __init__(
        self, desk: Desk, kind: str, choices: Choices, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self._number = number
        self.what = ChoiceField(choices, "", desk.text(f"gui.period.{kind}.hint"))
        self.start = DayField(desk, "", desk.text("gui.period.ever"))
        self.end = DayField(desk, "", desk.text("gui.period.still"))
        self.remove = SecondaryButton(desk.text("gui.period.remove"))
        stays = self.remove.sizePolicy()
        # Else the days would grow into its place, and back again with the first letter.
        stays.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(stays)
        self.told = ToldLine()
        self.heads = tuple(Aside(desk.text(key)) for key in (f"gui.period.{kind}.head", *_HEADS))
        self._lay_out()
        self.number_as(number)
        self._listen()

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setHorizontalSpacing(steps(1.5))
        fields.setVerticalSpacing(0)
        self._fields = fields
        self._place_fields(folded=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(0.5))
        column.addLayout(fields)
        column.addWidget(self.told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name a line of its own where there is no room for it beside the days."""
        super().resizeEvent(event)
        others = sum(one.minimumSizeHint().width() for one in self._in_order()[1:])
        room = event.size().width() - others - 3 * self._fields.horizontalSpacing()
        folded = room < _LEAST_NAME
        if folded != self._is_folded:
            self._place_fields(folded=folded)

    def _place_fields(self, *, folded: bool) -> None:
        """Put the fields beside each other, or the days below the name."""
        self._is_folded = folded
        fields, days = self._fields, (self.start, self.end)
        for widget in (*self._in_order(), *self.heads):
            fields.removeWidget(widget)
        row, column, wide = (3, 0, 3) if folded else (0, 1, 1)
        fields.addWidget(self.heads[0], 0, 0, 1, wide)
        fields.addWidget(self.what, 1, 0, 1, wide)
        fields.setRowMinimumHeight(2, steps(1) if folded else 0)
        for place, (head, day) in enumerate(zip(self.heads[1:], days, strict=True), column):
            fields.addWidget(head, row, place)
            fields.addWidget(day, row + 1, place)
        fields.addWidget(self.remove, row + 1, column + 2)
        for place, share in enumerate(_FOLDED if folded else _SHARES):
            fields.setColumnStretch(place, share)

    def _in_order(self) -> tuple[QWidget, ...]:
        return (self.what, self.start, self.end, self.remove)

    def _listen(self) -> None:
        self.what.textChanged.connect(lambda: self._name_days(self._number))
        self.what.textChanged.connect(self.changed)
        self.what.editingFinished.connect(self.settled)
        self.what.picked.connect(self.settled)
        for day in (self.start, self.end):
            day.changed.connect(self.changed)
            day.settled.connect(self.settled)
        self.remove.clicked.connect(self.removed)

    def number_as(self, number: int) -> None:
        """Name the fields by the row they are in, counted from 1. The first row names its columns."""
        for head in self.heads:
            head.setVisible(number == 1)
        text = self.desk.text
        self.what.setAccessibleName(text(f"gui.period.{self.kind}.what", row=number))
        self._number = number
        self._name_days(number)
        self.remove.setAccessibleName(text("gui.period.remove_row", row=number))

    def _name_days(self, number: int) -> None:
        """Name the days by what they belong to, by their row while that is not known."""
        values = {"row": number, "name": self.what.text()}
        key = "of" if self.what.code is not None else "in_row"
        self.start.rename(self.desk.text(f"gui.period.from_{key}", **values))
        self.end.rename(self.desk.text(f"gui.period.until_{key}", **values))

    @property
    def is_at_work(self) -> bool:
        """Answer whether the keyboard is in one of the fields, so that more may come."""
        return any(field.hasFocus() for field in (self.what, self.start.line, self.end.line))

    @property
    def typed(self) -> Typed:
        """Return what stands in the fields."""
        return Typed(self.what.code, self.what.text(), self.start.text(), self.end.text())

    @property
    def plain_days(self) -> tuple[str, str]:
        """Return both days in no language, as far as they are days."""
        return self.start.plain, self.end.plain

    def say_days(self) -> None:
        """Say both days in words, as if they had been typed here."""
        for day in (self.start, self.end):
            day.take_text(day.text())

    def show_typed(self, typed: Typed) -> None:
        """Fill the fields."""
        if typed.what is not None:
            self.what.show_code(typed.what)
        else:
            self.what.setText(typed.written)
        self.start.line.setText(typed.start)
        self.end.line.setText(typed.end)

    def fields(self, names: Sequence[Field] = ("what", "start", "end")) -> tuple[QWidget, ...]:
        """Return the fields that what is told is about."""
        every: dict[Field, QWidget] = {"what": self.what, "start": self.start.line, "end": self.end.line}
        return tuple(every[name] for name in names)
