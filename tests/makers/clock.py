# SPDX-License-Identifier: Apache-2.0
"""Times as the archives of the services spell them, without help from the locale."""

from __future__ import annotations

from datetime import UTC, datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def at(text: str) -> datetime:
    """A time of the fiction, e.g. ``at("2025-03-01 09:30")``; always UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def month(when: datetime) -> str:
    """The three letters of the month: ``Mar``."""
    return MONTHS[when.month - 1][:3]


def us_short(when: datetime) -> str:
    """``3/4/12, 12:00 PM``: US order, two digits of the year, no zone."""
    return f"{when.month}/{when.day}/{when:%y}, {clock_12(when)}"


def us_padded(when: datetime) -> str:
    """``03/04/12, 09:05 AM``, as in recommendations."""
    return f"{when:%m/%d/%y}, {int(clock_12(when).split(':')[0]):02d}:{clock_12(when).split(':')[1]}"


def us_padded_utc(when: datetime) -> str:
    """``03/04/12 09:05 AM UTC``, as in Receipts_v2.csv."""
    return us_padded(when).replace(",", "") + " UTC"


def clock_12(when: datetime) -> str:
    """``9:05 AM``."""
    return f"{when.hour % 12 or 12}:{when.minute:02d} {'AM' if when.hour < 12 else 'PM'}"


def slash_utc(when: datetime) -> str:
    """``2012/03/04 12:00:00 UTC``."""
    return f"{when:%Y/%m/%d %H:%M:%S} UTC"


def dash_utc(when: datetime) -> str:
    """``2012-03-04 12:00:00 UTC``."""
    return f"{when:%Y-%m-%d %H:%M:%S} UTC"


def dash(when: datetime) -> str:
    """``2012-03-04 12:00:00``: no zone."""
    return f"{when:%Y-%m-%d %H:%M:%S}"


def iso_t(when: datetime) -> str:
    """``2012-03-04T12:00:00``: no zone, as in messages of early 2020."""
    return f"{when:%Y-%m-%dT%H:%M:%S}"


def ctime(when: datetime) -> str:
    """``Sun Mar 04 12:00:00 UTC 2012``."""
    return f"{DAYS[when.weekday()]} {month(when)} {when:%d %H:%M:%S} UTC {when:%Y}"


def day_month_year(when: datetime) -> str:
    """``04 Mar 2012``, as in Connections.csv."""
    return f"{when:%d} {month(when)} {when:%Y}"


def sentence(when: datetime) -> str:
    """``March 4, 2012 at 12:00 PM (GMT)``, the end of the sentences in Rich_Media.csv."""
    return f"{MONTHS[when.month - 1]} {when.day}, {when:%Y} at {clock_12(when)} (GMT)"
