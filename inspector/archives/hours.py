# SPDX-License-Identifier: Apache-2.0
"""Dated records counted by the hour, so that 200,000 messages stay small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from operator import ge
from typing import Final

from inspector.archives.dates import DateFormat, Years
from inspector.domain.facts import Bins
from inspector.domain.moment import Moment, Precision, Zone, seconds_of

_DAY_AT: Final = 10
_HOURS: Final = {f"{hour:02d}": hour for hour in range(24)}
_SECONDS: Final = 3600
# There are 3,600 ends of a time after its hour, unless fractions of a second are written.
_MOST_ENDS: Final = 3600

Kind = tuple[int, Zone, Precision]
"""Width in seconds, zone and precision: what all hours of a spelling share."""


class _Spelling:
    """What is known of the texts in one spelling, by the parts that a text has: day, hour and end.

    Where the hour does not stand first, all of a text is its day, and that day has one hour.

    `starts` gives for each day met the second at which its first hour begins at the earliest, None where it
    is no date. `hours` (their numbers) and `ends` are what stood behind a day and an hour that were right.
    """

    __slots__ = ("day", "end", "ends", "form", "hour", "hours", "kind", "size", "starts", "years")

    def __init__(self, form: DateFormat, years: Years) -> None:
        self.form = form
        self.years = years
        cut = form.hour_at
        self.day = slice(_DAY_AT) if cut else slice(None)
        self.hour = slice(_DAY_AT, cut) if cut else slice(0)
        self.end = slice(cut, None) if cut else slice(0)
        self.size = len(_HOURS) if cut else 1
        self.hours: dict[str, int] = {}
        self.ends: set[str] = set()
        self.starts: dict[str, int | None] = {}
        self.kind: Kind | None = None

    def is_time(self, text: str) -> bool:
        """Tell whether a text is a time in this spelling, and learn its parts."""
        hour = _HOURS.get(text[self.hour][-2:]) if self.form.hour_at else 0
        day, end = text[self.day], text[self.end]
        if day in self.starts and text[self.hour] in self.hours and end in self.ends:
            return self.starts[day] is not None
        if hour is None or self.form.pattern.fullmatch(text) is None:
            return False
        self.hours[text[self.hour]] = hour
        if len(self.ends) < _MOST_ENDS:
            self.ends.add(end)
        if day not in self.starts:
            sample = f"{day}{text[_DAY_AT]}00{end}" if self.form.hour_at else text
            reading = self.form.clock(sample, self.years)
            self.starts[day] = None if reading is None else self._start(self.form.hour(reading))
        return self.starts[day] is not None

    def _start(self, hour: Moment) -> int | None:
        if hour.zone is None or hour.precision is None:
            return None
        start = seconds_of(hour.earliest)
        self.kind = (seconds_of(hour.latest) - start, hour.zone, hour.precision)
        return start


class _Way:
    """The counts of one spelling: for each day as many as it has hours."""

    __slots__ = ("days", "newest", "spelling")

    def __init__(self, spelling: _Spelling) -> None:
        self.spelling = spelling
        self.days: dict[str, list[int]] = {}
        self.newest = ""

    def by_day(self) -> Iterator[tuple[int, list[int]]]:
        """Yield starts of days and their counts; a start more than once where texts of one hour differ."""
        for day, counts in self.days.items():
            start = self.spelling.starts[day]
            if start is not None:
                yield start, counts

    def latest(self) -> datetime | None:
        """Return the earliest time of the newest record."""
        texts = [self.newest] if self.spelling.form.hour_at else list(self.days)
        moments = (self.spelling.form.moment(text, self.spelling.years) for text in texts if text)
        return max((moment.earliest for moment in moments if moment), default=None)


class Hours:
    """How many records lie in which hour, in the spellings that one file is known to use.

    `years` must leave room for a day on both sides of the calendar.
    """

    def __init__(self, formats: Sequence[DateFormat], years: Years) -> None:
        self._ways = [_Way(_Spelling(form, years)) for form in formats]
        self._years = years
        self.undated = 0

    def beside(self) -> Hours:
        """Return counts of other records of the same file, which share what is known of its dates."""
        other = Hours((), self._years)
        other._ways = [_Way(way.spelling) for way in self._ways]
        return other

    def add(self, text: str) -> bool:
        """Count one record by the text of its date.

        One that cannot be read counts as undated, and False says so; an empty one is undated and no fault.
        """
        for way in self._ways:
            spelling = way.spelling
            counts, hour = way.days.get(text[spelling.day]), spelling.hours.get(text[spelling.hour])
            if counts is None or hour is None or text[spelling.end] not in spelling.ends:
                # Something in it was not met before.
                if not spelling.is_time(text):
                    continue
                counts = way.days.setdefault(text[spelling.day], [0] * spelling.size)
                hour = spelling.hours[text[spelling.hour]]
            counts[hour] += 1
            if text > way.newest:  # noqa: PLR1730 - a call per record would be felt
                way.newest = text
            return True
        self.undated += 1
        return not text

    def bins(self) -> tuple[Bins, ...]:
        """Return the counts in time order, one group for each kind of hour."""
        groups: dict[Kind, list[_Way]] = {}
        for way in self._ways:
            if way.days and way.spelling.kind:
                groups.setdefault(way.spelling.kind, []).append(way)
        return tuple(_bins(kind, groups[kind]) for kind in sorted(groups))

    def latest(self) -> datetime | None:
        """Return the earliest time of the newest record, None where no record has a date."""
        found = (way.latest() for way in self._ways)
        return max((time for time in found if time is not None), default=None)


def _bins(kind: Kind, ways: Sequence[_Way]) -> Bins:
    starts: list[int] = []
    counts: list[int] = []
    for day, hours in sorted(chain.from_iterable(way.by_day() for way in ways)):
        found = [hour for hour, count in enumerate(hours) if count]
        starts += [day + hour * _SECONDS for hour in found]
        counts += [hours[hour] for hour in found]
    if any(map(ge, starts, islice(starts, 1, None))):
        starts, counts = _merged(starts, counts)
    return Bins(tuple(starts), tuple(counts), *kind)


def _merged(starts: Sequence[int], counts: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the counts in the order of their starts, each of which stands once."""
    sums: dict[int, int] = {}
    for start, count in zip(starts, counts, strict=True):
        sums[start] = sums.get(start, 0) + count
    return sorted(sums), [sums[start] for start in sorted(sums)]
