# SPDX-License-Identifier: Apache-2.0
"""Moment: a time known only within bounds, and how such times compare."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

Zone = Literal["stated", "none"]
Precision = Literal["second", "minute", "hour", "day", "month", "year"]

EARLIEST = datetime(1, 1, 1, tzinfo=UTC)
LATEST = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)

# A clock reading without a zone was made somewhere between UTC+14 and UTC-12.
_EASTMOST = timedelta(hours=14)
_WESTMOST = timedelta(hours=12)
_SECOND = timedelta(seconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_UNIT_LENGTH: dict[Precision, timedelta] = {
    "second": timedelta(0),
    "minute": timedelta(seconds=59),
    "hour": timedelta(minutes=59, seconds=59),
    "day": timedelta(days=1) - _SECOND,
}


def seconds_of(time: datetime) -> int:
    """Return a time as whole seconds since the epoch."""
    return (time - _EPOCH) // _SECOND


def time_at(seconds: int) -> datetime:
    """Return the UTC time that lies so many seconds behind the epoch."""
    return _EPOCH + timedelta(seconds=seconds)


def shifted(time: datetime, by: timedelta) -> datetime:
    """Return `time + by`, held inside the years 1 to 9999 instead of overflowing."""
    try:
        return time + by
    except OverflowError:
        return EARLIEST if by < timedelta(0) else LATEST


@dataclass(frozen=True, slots=True)
class Moment:
    """A time between two closed UTC bounds, to the second; None is an open side.

    `raw` keeps the text the bounds were read from. A text that could not be read has raw and no bounds.
    """

    not_before: datetime | None
    not_after: datetime | None
    raw: str | None = None
    zone: Zone | None = None
    precision: Precision | None = None

    @property
    def earliest(self) -> datetime:
        """Return the lower bound, an open one as the first second of year 1."""
        return self.not_before or EARLIEST

    @property
    def latest(self) -> datetime:
        """Return the upper bound, an open one as the last second of year 9999."""
        return self.not_after or LATEST

    @property
    def is_known(self) -> bool:
        """Tell whether at least one side is bounded."""
        return self.not_before is not None or self.not_after is not None

    def bounds(self) -> Moment:
        """Return the same bounds without raw text, zone and precision."""
        return Moment(self.not_before, self.not_after)

    def with_raw(self, raw: str) -> Moment:
        """Return a copy that keeps `raw` as the text it was read from."""
        return replace(self, raw=raw)

    def certainly_before(self, other: Moment) -> bool:
        """Tell whether every possible time of this one lies before every possible time of `other`."""
        return self.latest < other.earliest

    def meets(self, other: Moment) -> bool:
        """Tell whether the two may be the same time."""
        return not (self.certainly_before(other) or other.certainly_before(self))

    def sort_key(self) -> tuple[datetime, datetime]:
        """Return bounds for ordering; if one Moment certainly precedes another it sorts first."""
        return (self.earliest, self.latest)


UNKNOWN_MOMENT = Moment(None, None)


def _bound(time: datetime) -> datetime | None:
    return None if time in (EARLIEST, LATEST) else time


def between(earliest: datetime, latest: datetime) -> Moment:
    """Return the Moment of two bounds, where the ends of the calendar stand for open sides."""
    return Moment(_bound(earliest), _bound(latest))


def later(first: Moment, second: Moment) -> Moment:
    """Return the maximum of two Moments: the later of each bound (DESIGN 4)."""
    return between(max(first.earliest, second.earliest), max(first.latest, second.latest))


def earlier(first: Moment, second: Moment) -> Moment:
    """Return the minimum of two Moments: the earlier of each bound."""
    return between(min(first.earliest, second.earliest), min(first.latest, second.latest))


def hull(first: Moment, second: Moment) -> Moment:
    """Return the smallest Moment that holds both."""
    return between(min(first.earliest, second.earliest), max(first.latest, second.latest))


def intersection(first: Moment, second: Moment) -> Moment | None:
    """Return what two statements about one event leave possible; None where they exclude each other."""
    earliest, latest = max(first.earliest, second.earliest), min(first.latest, second.latest)
    return between(earliest, latest) if earliest <= latest else None


def instant(time: datetime, raw: str | None = None) -> Moment:
    """Return the Moment of a time that states its zone, to the second."""
    utc = time.astimezone(UTC).replace(microsecond=0)
    return Moment(utc, utc, raw, "stated", "second")


def catalog_day(day: date) -> Moment:
    """Return a catalog day: the whole UTC day."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return Moment(start, shifted(start, _UNIT_LENGTH["day"]), day.isoformat(), "stated", "day")


def stated(time: datetime, precision: Precision, raw: str | None = None) -> Moment:
    """Return the Moment of a time whose zone is stated as UTC and that is known to one unit."""
    utc = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return Moment(utc, shifted(utc, _UNIT_LENGTH[precision]), raw, "stated", precision)


def without_zone(time: datetime, precision: Precision, raw: str | None = None) -> Moment:
    """Return the Moment of a clock reading that states no zone.

    It reaches from 14 hours before to 12 hours after the reading as UTC, plus the rest of its unit:
    `2/10/25, 9:15 AM` is 2025-02-09T19:15:00Z .. 2025-02-10T21:15:59Z.
    """
    utc = time.replace(tzinfo=UTC)
    latest = shifted(shifted(utc, _UNIT_LENGTH[precision]), _WESTMOST)
    return Moment(shifted(utc, -_EASTMOST), latest, raw, "none", precision)


def unread(raw: str) -> Moment:
    """Return the Moment of a text that could not be read as a time: no bounds, the text kept."""
    return Moment(None, None, raw)
