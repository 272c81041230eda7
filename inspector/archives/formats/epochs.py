# SPDX-License-Identifier: Apache-2.0
"""Times counted from 1970: seconds, milliseconds or microseconds, told apart by their size."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Final

from inspector.archives.dates import ANY_YEAR, Years
from inspector.domain.moment import Moment, seconds_of, stated, unread

_START: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - the zone is stated with the precision
# Seconds up to the year 5138, milliseconds from 1973, microseconds from 5138 in milliseconds on.
_UNITS: Final = ((1e11, 1), (1e14, 1_000), (1e17, 1_000_000))
_LONGEST: Final = 32
_LAST_YEAR: Final = 9998


def read_epoch(value: float | str, years: Years = ANY_YEAR) -> Moment:
    """Return the Moment of a number of seconds, milliseconds or microseconds, or of its digits.

    Zero stands for no time, and what is none, or lies in no year that is asked for, keeps its text alone.
    """
    raw = str(value)
    number = _number(raw)
    unit = _unit(abs(number))
    if isinstance(value, bool) or not number or not unit:
        return unread(raw)
    try:
        time = _START + timedelta(seconds=math.floor(number / unit))
    except OverflowError:
        return unread(raw)
    return stated(time, "second", raw) if years.holds(time) else unread(raw)


class Seconds:
    """Tells the second of a number that counts seconds, as `read_epoch` would, without making a Moment."""

    __slots__ = ("_end", "_first")

    def __init__(self, years: Years) -> None:
        self._first = max(seconds_of(datetime(years.first, 1, 1, tzinfo=UTC)), 1)
        last = min(years.last, _LAST_YEAR)
        self._end = min(seconds_of(datetime(last + 1, 1, 1, tzinfo=UTC)), int(_UNITS[0][0]))

    def of(self, value: object) -> int | None:
        """Return the second, None for everything else, which may yet be a time."""
        kind = type(value)
        if (kind is float or kind is int) and self._first <= value < self._end:  # type: ignore[operator] # it is a number
            return int(value)  # type: ignore[call-overload, no-any-return] # it is a number
        return None


def _unit(size: float) -> int:
    """Return how many make a second, 0 for what is too large for any."""
    for most, unit in _UNITS:
        if size < most:
            return unit
    return 0


def _number(raw: str) -> float:
    """Return the number, 0 for what is none: an epoch of 0 stands for no time too."""
    try:
        found = float(raw) if len(raw) <= _LONGEST and raw.isascii() else 0.0
    except ValueError:
        return 0.0
    return found if math.isfinite(found) else 0.0
