# SPDX-License-Identifier: Apache-2.0
"""Forms in which services write a time into JSON and tables, each a function under a name.

A file says which of them it uses; none is ever guessed. A form returns None for what is not written in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from inspector.archives.dates import DateFormat, Years
from inspector.archives.formats.epochs import read_epoch
from inspector.domain.moment import Moment, stated, without_zone

Form = Callable[[object, Years], Moment | None]
"""Reads a value that is written in one form, to a Moment that lies in the years asked for."""

_ISO: Final = re.compile(
    r"(?P<clock>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?"
    r"(?P<zone> ?(?:Z|UTC|[+-]\d\d(?::?\d\d)?))?",
    re.ASCII,
)
_ZULU: Final = frozenset({"Z", "UTC"})
_LONGEST: Final = 64


def epoch(value: object, years: Years) -> Moment | None:
    """Read seconds, milliseconds or microseconds since 1970, as a number or as its digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    found = read_epoch(value, years)
    return found if found.is_known else None


def iso(value: object, years: Years) -> Moment | None:
    """Read ISO 8601 to the second, with `T` or a blank; a zone may be stated or not, fractions are cut."""
    match = _ISO.fullmatch(value) if isinstance(value, str) and len(value) <= _LONGEST else None
    if match is None:
        return None
    try:
        clock = datetime.fromisoformat(match["clock"])
        zone = (match["zone"] or "").strip()
        if not zone:
            return without_zone(clock, "second", match[0]) if years.holds(clock) else None
        utc = clock - _offset(zone)
    except (ValueError, OverflowError):
        return None
    return stated(utc, "second", match[0]) if years.holds(utc) else None


def _offset(zone: str) -> timedelta:
    """Return how far a stated zone is ahead of UTC. Raises ValueError for one that cannot be."""
    if zone in _ZULU:
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
    if hours > 14 or minutes > 59:  # noqa: PLR2004 - no zone is further from UTC, no hour longer
        raise ValueError
    return timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)


def extended(value: object, years: Years) -> Moment | None:
    """Read a date in MongoDB's extended JSON: `{"$date": {"$numberLong": "…"}}`, a number or ISO in it."""
    if not isinstance(value, dict) or set(value) != {"$date"}:
        return None
    inner = value["$date"]
    if isinstance(inner, dict) and set(inner) == {"$numberLong"}:
        inner = inner["$numberLong"]
    return iso(inner, years) or epoch(inner, years)


def spelled(*formats: DateFormat) -> Form:
    """Return the form of texts in one of some spellings of `archives.dates`."""

    def read(value: object, years: Years) -> Moment | None:
        if not isinstance(value, str):
            return None
        found = (form.moment(value, years) for form in formats)
        return next((moment for moment in found if moment is not None), None)

    return read


def read_time(value: object, forms: Sequence[Form], years: Years) -> Moment | None:
    """Return the Moment of a value in one of the forms its file is known to use, None in any other case."""
    for form in forms:
        found = form(value, years)
        if found is not None:
            return found
    return None
