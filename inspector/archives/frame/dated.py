# SPDX-License-Identifier: Apache-2.0
"""Things counted by the hour from their Moments, where a file does not write its times as texts."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Protocol

from inspector.domain.facts import Bins
from inspector.domain.moment import Moment, Precision, Zone, seconds_of, time_at

_HOUR: Final = 3600
_FINE: Final[tuple[Precision, ...]] = ("second", "minute", "hour")

Kind = tuple[int, Zone, Precision]

_TO_THE_SECOND: Final[Kind] = (_HOUR - 1, "stated", "hour")
_NEVER: Final = -(1 << 62)


class Counted(Protocol):
    """Counts of one data class by time."""

    undated: int

    def bins(self) -> tuple[Bins, ...]:
        """Return the counts in time order, one group for each kind of hour."""

    def latest(self) -> datetime | None:
        """Return the earliest time of the newest thing, None where none has a date."""


class Dated:
    """How many things happened in which hour; a day stays a day. Those without a known time are `undated`."""

    __slots__ = ("_counts", "_hours", "_latest", "_newest", "undated")

    def __init__(self) -> None:
        self._hours: dict[int, int] = {}
        self._counts: dict[Kind, dict[int, int]] = {_TO_THE_SECOND: self._hours}
        self._latest: datetime | None = None
        self._newest = _NEVER
        self.undated = 0

    def add(self, moment: Moment | None) -> None:
        """Count one thing."""
        if moment is None or moment.not_before is None or moment.not_after is None:
            self.undated += 1
            return
        kind, start = _hour(moment)
        counts = self._counts.setdefault(kind, {})
        counts[start] = counts.get(start, 0) + 1
        if self._latest is None or moment.not_before > self._latest:
            self._latest = moment.not_before

    def add_second(self, second: int) -> None:
        """Count one thing whose time is known to the second, counted from 1970 in UTC."""
        hour = second - second % _HOUR
        self._hours[hour] = self._hours.get(hour, 0) + 1
        if second > self._newest:  # noqa: PLR1730 - a call per thing would be felt
            self._newest = second

    def bins(self) -> tuple[Bins, ...]:
        """Return the counts in time order, one group for each kind of hour."""
        return tuple(_bins(kind, counts) for kind, counts in sorted(self._counts.items()) if counts)

    def latest(self) -> datetime | None:
        """Return the earliest time of the newest thing, None where none has a date."""
        found = [] if self._latest is None else [self._latest]
        if self._newest > _NEVER:
            found.append(time_at(self._newest))
        return max(found, default=None)

    @property
    def count(self) -> int:
        """Return all things counted."""
        return self.undated + sum(sum(counts.values()) for counts in self._counts.values())


def _hour(moment: Moment) -> tuple[Kind, int]:
    """Return the kind and the start of the hour that a Moment lies in; what is coarser stays as it is."""
    start, end = seconds_of(moment.earliest), seconds_of(moment.latest)
    zone: Zone = moment.zone or "none"
    if moment.precision not in _FINE:
        return (end - start, zone, moment.precision or "day"), start
    hour = start - start % _HOUR
    width = end - start - (end - start) % _HOUR + _HOUR - 1
    return (width, zone, "hour"), hour


def _bins(kind: Kind, counts: dict[int, int]) -> Bins:
    starts = tuple(sorted(counts))
    return Bins(starts, tuple(counts[start] for start in starts), *kind)
