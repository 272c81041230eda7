# SPDX-License-Identifier: Apache-2.0
"""Dated records counted by the hour, so that 200,000 messages stay small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from inspector.archives.dates import DateFormat, Years
from inspector.domain.facts import Bin
from inspector.domain.moment import Moment

_DAY_AT: Final = 10
_HOURS: Final = {f"{hour:02d}": timedelta(hours=hour) for hour in range(24)}
# There are 3,600 ends of a time after its hour, unless fractions of a second are written.
_MOST_ENDS: Final = 3600


class _Way:
    """The counts of one spelling: by the text up to the hour where that stands first, else by all of it.

    `first_hours` gives for each day (or whole text) met the hour it begins with; None where it is no date.
    `hours` and `ends` are what stood behind a day and behind an hour where the spelling was right.
    """

    __slots__ = ("counts", "cut", "ends", "first_hours", "form", "hours", "newest")

    def __init__(self, form: DateFormat) -> None:
        self.form = form
        self.cut = form.hour_at or None
        self.counts: dict[str, int] = {}
        self.hours: set[str] = set()
        self.ends: set[str] = set()
        self.first_hours: dict[str, Moment | None] = {}
        self.newest = ""

    def knows(self, key: str, text: str) -> bool:
        """Tell whether all parts of a text were met before and its spelling need not be checked again."""
        if text[self.cut :] not in self.ends:
            return False
        known_day = self.first_hours.get(key[:_DAY_AT]) is not None
        return key in self.counts or (known_day and key[_DAY_AT:] in self.hours)

    def is_time(self, key: str, text: str, years: Years) -> bool:
        """Tell whether a text is a time in this spelling; a day is worked out once for all its hours."""
        if self.form.pattern.fullmatch(text) is None:
            return False
        if self.cut is not None and len(self.ends) < _MOST_ENDS:
            self.ends.add(text[self.cut :])
            if key[-2:] in _HOURS:
                self.hours.add(key[_DAY_AT:])
        day = key if self.cut is None else key[:_DAY_AT]
        if day not in self.first_hours:
            sample = text if self.cut is None else f"{day}{text[_DAY_AT]}00{text[self.cut :]}"
            reading = self.form.clock(sample, years)
            self.first_hours[day] = None if reading is None else self.form.hour(reading)
        return self.first_hours[day] is not None and (self.cut is None or key[-2:] in _HOURS)

    def by_hour(self) -> Iterator[tuple[Moment, int]]:
        """Yield the counts; in time order where the hour stands first."""
        for key in sorted(self.counts):
            first = self.first_hours[key if self.cut is None else key[:_DAY_AT]]
            if first is not None:
                yield first if self.cut is None else _later(first, _HOURS[key[-2:]]), self.counts[key]

    def latest(self, years: Years) -> datetime | None:
        """Return the earliest time of the newest record."""
        texts = list(self.counts) if self.cut is None else [self.newest]
        moments = (self.form.moment(text, years) for text in texts if text)
        return max((moment.earliest for moment in moments if moment), default=None)


def _later(first: Moment, by: timedelta) -> Moment:
    if not by or first.not_before is None or first.not_after is None:
        return first
    return Moment(first.not_before + by, first.not_after + by, None, first.zone, first.precision)


class Hours:
    """How many records lie in which hour, in the spellings that one file is known to use.

    `years` must leave room for a day on both sides of the calendar.
    """

    def __init__(self, formats: Sequence[DateFormat], years: Years) -> None:
        self._ways = [_Way(form) for form in formats]
        self._years = years
        self.undated = 0

    def add(self, text: str) -> bool:
        """Count one record by the text of its date.

        One that cannot be read counts as undated, and False says so; an empty one is undated and no fault.
        """
        for way in self._ways:
            key = text[: way.cut]
            if way.knows(key, text) or way.is_time(key, text, self._years):
                way.counts[key] = way.counts.get(key, 0) + 1
                if text > way.newest:  # noqa: PLR1730 - a call per record would be felt
                    way.newest = text
                return True
        self.undated += 1
        return not text

    def bins(self) -> tuple[Bin, ...]:
        """Return the counts in time order."""
        used = [way for way in self._ways if way.counts]
        if len(used) == 1 and used[0].cut:
            return tuple(Bin(hour, count) for hour, count in used[0].by_hour())
        merged: dict[Moment, int] = {}
        for hour, count in (entry for way in used for entry in way.by_hour()):
            merged[hour] = merged.get(hour, 0) + count
        return tuple(Bin(hour, merged[hour]) for hour in sorted(merged, key=Moment.sort_key))

    def latest(self) -> datetime | None:
        """Return the earliest time of the newest record, None where no record has a date."""
        found = (way.latest(self._years) for way in self._ways)
        return max((time for time in found if time is not None), default=None)
