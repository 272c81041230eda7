# SPDX-License-Identifier: Apache-2.0
"""Days and months as people type them. What can be read in two ways is not guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from inspector.domain.text import Note, note
from inspector.system.messages import Messages

EARLIEST_YEAR = 1900
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DOTS = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.? (?P<name>[^\W\d]+)\.?,? (?P<year>\d{4})")
_NAME_FIRST = re.compile(r"(?P<name>[^\W\d]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")
_ISO_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[./] ?(?P<year>\d{4})")
_YEAR = re.compile(r"\d{4}")
_NAMED_MONTH = re.compile(r"(?P<name>[^\W\d]+)\.?,? (?P<year>\d{4})")
_ISO_MONTH_LENGTH = 7
_SHORTEST_NAME = 3
_MONTHS = 12


class DayError(ValueError):
    """A text that is no day, or could be two: `note` says which."""

    def __init__(self, reason: Note) -> None:
        super().__init__(reason.key)
        self.note = reason


class Days:
    """Reads days; the names of months are those of one language."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._months: Mapping[str, int] = {
            messages.text(f"report.month.{number}").casefold(): number for number in range(1, _MONTHS + 1)
        }

    def read(self, text: str) -> date:
        """Return the day: `2025-03-01`, `1.3.2025`, `1 March 2025`, `March 1, 2025`. Raises DayError."""
        plain = " ".join(text.split())
        slashed = _SLASHES.fullmatch(plain)
        if slashed:
            return _of_slashes(*(int(part) for part in slashed.groups()))
        found = _ISO.fullmatch(plain) or _DOTS.fullmatch(plain)
        if found:
            return _day(int(found["year"]), int(found["month"]), int(found["day"]))
        named = _DAY_FIRST.fullmatch(plain) or _NAME_FIRST.fullmatch(plain)
        month = self._month(named["name"]) if named else None
        if named is None or month is None:
            raise DayError(note("day.unread"))
        return _day(int(named["year"]), month, int(named["day"]))

    def read_loosely(self, text: str) -> str:
        """Return a day as `2025-03-01`, or a month as `2025-03`: `March 2025`, `3/2025`. Raises DayError."""
        plain = " ".join(text.split())
        numbered = _ISO_MONTH.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain)
        if numbered:
            return _month(int(numbered["year"]), int(numbered["month"]))
        named = _NAMED_MONTH.fullmatch(plain)
        month = self._month(named["name"]) if named else None
        if named and month is not None:
            return _month(int(named["year"]), month)
        try:
            return self.read(text).isoformat()
        except DayError as error:
            raise DayError(_or_month(error.note)) from error

    def read_first(self, text: str) -> date:
        """Return a day, or the first day of a month or year: `March 2025`, `2025`. Raises DayError."""
        plain = text.strip()
        if _YEAR.fullmatch(plain):
            return _day(int(plain), 1, 1)
        try:
            found = self.read_loosely(text)
        except DayError as error:
            wrong = error.note
            raise DayError(
                note("day.unread_first") if wrong.key == "day.unread_loosely" else wrong
            ) from error
        return date.fromisoformat(found if len(found) > _ISO_MONTH_LENGTH else f"{found}-01")

    def is_whole(self, text: str) -> bool:
        """Answer whether a text names a day, not only its month or year."""
        try:
            self.read(text)
        except DayError:
            return False
        return True

    def spelled_loosely(self, text: str) -> str:
        """Return a day or month as `read_loosely` gives it, in words."""
        if len(text) > _ISO_MONTH_LENGTH:
            return self.spelled(date.fromisoformat(text))
        year, month = text.split("-")
        name = self._messages.text(f"report.month.{int(month)}")
        return self._messages.text("report.whole_month", month=name, year=year)

    def spelled(self, day: date) -> str:
        """Return a day in words that are read as this day; in numbers where no words of the language are."""
        month = self._messages.text(f"report.month.{day.month}")
        words = self._messages.text("report.day", day=day.day, month=month, year=day.year)
        try:
            return words if self.read(words) == day else day.isoformat()
        except DayError:
            return day.isoformat()

    def _month(self, name: str) -> int | None:
        """Return the month that a name, or its beginning, stands for; None where none or several do."""
        begun = name.casefold()
        if len(begun) < _SHORTEST_NAME:
            return None
        found = {number for whole, number in self._months.items() if whole.startswith(begun)}
        return found.pop() if len(found) == 1 else None


def _day(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise DayError(note("day.none_such")) from error
    if year < EARLIEST_YEAR:
        raise DayError(note("day.long_ago"))
    return found


def _month(year: int, month: int) -> str:
    return _day(year, month, 1).isoformat()[:_ISO_MONTH_LENGTH]


def _or_month(reason: Note) -> Note:
    """Return what is wrong with a text where a month would have done, too."""
    return note("day.unread_loosely") if reason.key == "day.unread" else reason


def _of_slashes(first: int, second: int, year: int) -> date:
    """Months stand first in some countries and second in others: only one of both may be possible."""
    readings = {reading for reading in ((first, second), (second, first)) if reading[0] <= _MONTHS}
    if len(readings) > 1:
        one, other = (_day(year, month, day).isoformat() for month, day in sorted(readings))
        raise DayError(note("day.two_ways", first=one, second=other))
    month, day = readings.pop() if readings else (0, 0)
    return _day(year, month, day)
