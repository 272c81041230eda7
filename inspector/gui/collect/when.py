# SPDX-License-Identifier: Apache-2.0
"""When something was so: a day, or a day with a time and the zone of the clock."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QDate, QDateTime, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.app.days import DayError, Days
from inspector.app.places import Choice, Choices
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.you.choice import ChoiceField
from inspector.gui.you.day_field import DayField

_TIME_WIDTH = 110


class When(QWidget):
    """The fields. `changed` comes while typing."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = desk.text
        self._days = Days(desk.messages)
        self.day = DayField(desk, text("gui.reading.day"), text("gui.reading.day_hint"))
        self.with_time = QCheckBox(text("gui.reading.with_time"))
        self.clock = QLineEdit()
        self.clock.setAccessibleName(text("gui.reading.time"))
        self.clock.setPlaceholderText(text("gui.reading.time_hint"))
        self.clock.setMaximumWidth(_TIME_WIDTH)
        self.zone = ChoiceField(zones(), text("gui.reading.zone"), text("gui.reading.zone_hint"))
        self.zone.setText(_text(QTimeZone.systemTimeZoneId()))
        self._lay_out()
        self.day.changed.connect(self.changed)
        self.with_time.toggled.connect(self._show_time)
        for line in (self.clock, self.zone):
            line.textChanged.connect(self.changed)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return all that can be chosen and typed."""
        return self.day, self.with_time, self.clock, self.zone

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1.5))
        column.addWidget(self.day)
        column.addWidget(self.with_time)
        self._timed = QWidget()
        second = QHBoxLayout(self._timed)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(steps(1.5))
        second.addWidget(self.clock)
        second.addWidget(self.zone, 1)
        column.addWidget(self._timed)
        self._timed.hide()

    @property
    def time(self) -> str | None:
        """Return the time as typed, None where only the day counts."""
        return self.clock.text() if self.with_time.isChecked() else None

    @property
    def offset(self) -> str | None:
        """Return how far the zone's clock is from UTC on that day and time, as `+01:00`; None for no zone."""
        code = self.zone.code
        if code is None:
            return None
        zone = QTimeZone(QByteArray(code.encode()))
        try:
            day = self._days.read(self.day.text())
        except DayError:
            return "+00:00"
        clock = QTime.fromString(self.clock.text().strip().zfill(5)[:5], "HH:mm")
        at = QDateTime(QDate(day.year, day.month, day.day), clock if clock.isValid() else QTime(12, 0), zone)
        seconds = zone.offsetFromUtc(at)
        return f"{'-' if seconds < 0 else '+'}{abs(seconds) // 3600:02}:{abs(seconds) % 3600 // 60:02}"

    def show_text(self, text: str) -> None:
        """Show a day, or a time with its offset, as it was said before."""
        day, timed, rest = text.partition("T")
        self.day.line.setText(day)
        self.with_time.setChecked(bool(timed))
        if timed:
            self.clock.setText(rest[:5])
            self.zone.setText(_zone_of(rest[5:]))

    def _show_time(self, *_: object) -> None:
        self._timed.setVisible(self.with_time.isChecked())
        self.changed.emit()


@cache
def zones() -> Choices:
    """Return every time zone by its name."""
    names = sorted(_text(name) for name in QTimeZone.availableTimeZoneIds())
    return Choices(Choice(name, name.replace("_", " ")) for name in names)


def _zone_of(offset: str) -> str:
    """Return a zone that always is this far from UTC, as far as one has a name of its own."""
    if offset in ("Z", "+00:00"):
        return "UTC"
    return f"UTC{offset}"


def _text(name: QByteArray) -> str:
    return bytes(name.data()).decode("ascii", "replace")
