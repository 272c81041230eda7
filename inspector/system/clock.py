# SPDX-License-Identifier: Apache-2.0
"""What "now" is, so that the same input gives the same bytes where SOURCE_DATE_EPOCH is set."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from typing import Final

_VARIABLE = "SOURCE_DATE_EPOCH"
_MINUTE: Final = 60


class BadEpochError(ValueError):
    """SOURCE_DATE_EPOCH is set to something that is no whole number of seconds in the years 1970 to 9999."""


def is_fixed() -> bool:
    """Answer whether "now" is what SOURCE_DATE_EPOCH says, not what the clock of this computer says."""
    return bool(os.environ.get(_VARIABLE, ""))


def now() -> datetime:
    """The present in UTC, to the second; the time in SOURCE_DATE_EPOCH where that is set and not empty.

    Source: the specification of SOURCE_DATE_EPOCH by the Reproducible Builds project, which asks a program to
    fail on a malformed value. Raises BadEpochError.
    """
    fixed = os.environ.get(_VARIABLE, "")
    if not fixed:
        return datetime.now(UTC).replace(microsecond=0)
    if not (fixed.isascii() and fixed.isdigit()):
        raise BadEpochError(_VARIABLE)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise BadEpochError(_VARIABLE) from error


def here(at: datetime) -> datetime:
    """Return a time by the clock of this computer, in UTC where "now" is fixed, so that its words are too."""
    return at.astimezone(UTC) if is_fixed() else at.astimezone()


def today() -> date:
    """Return the day it is for the person at this computer."""
    return here(now()).date()


def zone_text(at: datetime) -> str:
    """Return the zone of a clock as its name, where it has one, and its distance from UTC: `CET +01:00`."""
    away = at.utcoffset() or timedelta(0)
    minutes = int(away.total_seconds()) // _MINUTE
    sign = "-" if minutes < 0 else "+"
    away_text = f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    name = at.tzname() or ""
    return f"{name} {away_text}" if name.isalpha() else away_text
