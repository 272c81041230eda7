# SPDX-License-Identifier: Apache-2.0
"""A day that can be typed, stepped, or chosen in a calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from inspector.gui.desk import Desk
from inspector.gui.you.calendar import CalendarDialog
from inspector.gui.you.day_field import CalendarButton

_SHAPE: Final = "d MMMM yyyy"
_SHAPES: Final = {"de": "d. MMMM yyyy"}
"""How a day is written: as the sentences around it write it."""


class DayRow(QWidget):
    """`changed` tells that another day stands there."""

    changed = Signal()

    def __init__(self, desk: Desk, name: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._name = name
        self.field = QDateEdit(_qdate(day))
        self.field.setLocale(QLocale(desk.messages.lang))
        self.field.setDisplayFormat(_SHAPES.get(desk.messages.lang, _SHAPE))
        self.field.setAccessibleName(name)
        self.field.dateChanged.connect(self.changed)
        self.calendar = CalendarButton()
        self.calendar.setAccessibleName(desk.text("gui.day.calendar", name=name))
        self.calendar.setToolTip(self.calendar.accessibleName())
        self.calendar.clicked.connect(self._open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.field, 1)
        row.addWidget(self.calendar)

    @property
    def day(self) -> date:
        """Return the day that stands there."""
        chosen = self.field.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.field.setDate(_qdate(day))

    def _open_calendar(self) -> None:
        """Show a calendar at the day that stands in the field."""
        calendar = CalendarDialog(self.desk, self._name, self.day, self)
        calendar.accepted.connect(lambda: self.show_day(calendar.day))
        calendar.open()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
