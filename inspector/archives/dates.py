# SPDX-License-Identifier: Apache-2.0
"""Spellings of dates, each under a name. A file says which of them it uses; none is ever guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from inspector.domain.moment import Moment, Precision, Zone, stated, unread, without_zone

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOON: Final = 12
_CENTURY: Final = 2000
_TWO_DIGITS: Final = 2


@dataclass(frozen=True, slots=True)
class Years:
    """The years, both included, in which a record of a service can lie; what lies outside is not read."""

    first: int
    last: int

    def holds(self, time: datetime) -> bool:
        """Tell whether the time lies in these years."""
        return self.first <= time.year <= self.last


ANY_YEAR: Final = Years(1, 9999)


@dataclass(frozen=True, slots=True)
class DateFormat:
    """One spelling. `pattern` has groups named y, mo, d, h, mi, s, half; `hour_at` is where the hour ends.

    `hour_at` is 0 where texts of one hour do not share their beginning. A two-digit year is one of 2000 to
    2099. The month is a number or an English name of which three letters count.
    """

    name: str
    pattern: re.Pattern[str]
    precision: Precision
    zone: Zone
    hour_at: int = 0

    def clock(self, text: str, years: Years = ANY_YEAR) -> datetime | None:
        """Return the clock reading without zone, None for another spelling or a day that does not exist."""
        match = self.pattern.fullmatch(text)
        reading = _reading(match.groupdict()) if match else None
        return reading if reading and years.holds(reading) else None

    def moment(self, text: str, years: Years = ANY_YEAR) -> Moment | None:
        """Return the Moment of a text in this spelling, to its full precision."""
        reading = self.clock(text, years)
        return None if reading is None else self._placed(reading, self.precision, text)

    def hour(self, reading: datetime) -> Moment:
        """Return the hour that a clock reading lies in, the day where this spelling states no hour."""
        coarse: Precision = "day" if self.precision == "day" else "hour"
        return self._placed(reading.replace(minute=0, second=0), coarse, None)

    def _placed(self, reading: datetime, precision: Precision, raw: str | None) -> Moment:
        place = stated if self.zone == "stated" else without_zone
        return place(reading, precision, raw)


def _reading(parts: dict[str, str | None]) -> datetime | None:
    year = parts["y"] or ""
    day, hour, minute, second = (int(parts.get(unit) or 0) for unit in ("d", "h", "mi", "s"))
    half = parts.get("half")
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "PM" else 0)
    try:
        clock = datetime(_year(year), _month(parts["mo"] or ""), day, hour, minute, second)  # noqa: DTZ001 - the zone is the format's to say
    except ValueError:
        return None
    return clock


def _year(text: str) -> int:
    return int(text) + (_CENTURY if len(text) == _TWO_DIGITS else 0)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS.index(text[:3].casefold()) + 1


def _format(name: str, pattern: str, precision: Precision, zone: Zone, hour_at: int = 0) -> DateFormat:
    return DateFormat(name, re.compile(pattern, re.ASCII), precision, zone, hour_at)


_DAY = r"(?P<y>\d{4})-(?P<mo>\d\d)-(?P<d>\d\d)"
_SLASHED = r"(?P<y>\d{4})/(?P<mo>\d\d)/(?P<d>\d\d)"
_TIME = r"(?P<h>\d\d):(?P<mi>[0-5]\d):(?P<s>[0-5]\d)"
_US_DAY = r"(?P<mo>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d\d)"
_US_TIME = r"(?P<h>\d{1,2}):(?P<mi>[0-5]\d)[ \u00a0\u202f](?P<half>AM|PM)"
_SHORT_MONTH = r"(?P<mo>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_LONG_MONTH = r"(?P<mo>January|February|March|April|May|June|July|August|September|October|November|December)"

US_MINUTE: Final = _format("M/D/YY, h:mm AM", rf"{_US_DAY}, {_US_TIME}", "minute", "none")
US_MINUTE_UTC: Final = _format("MM/DD/YY hh:mm PM UTC", rf"{_US_DAY} {_US_TIME} UTC", "minute", "stated")
SLASH_UTC: Final = _format("YYYY/MM/DD HH:MM:SS UTC", rf"{_SLASHED} {_TIME} UTC", "second", "stated", 13)
DASH_UTC: Final = _format("YYYY-MM-DD HH:MM:SS UTC", rf"{_DAY} {_TIME} UTC", "second", "stated", 13)
DASH: Final = _format("YYYY-MM-DD HH:MM:SS", rf"{_DAY} {_TIME}", "second", "none", 13)
ISO_T: Final = _format("YYYY-MM-DDTHH:MM:SS", rf"{_DAY}T{_TIME}(?:\.\d{{1,9}})?", "second", "none", 13)
ISO_T_UTC: Final = _format(
    "YYYY-MM-DDTHH:MM:SSZ", rf"{_DAY}T{_TIME}(?:\.\d{{1,9}})?Z", "second", "stated", 13
)
CTIME: Final = _format(
    "Www Mon DD HH:MM:SS UTC YYYY",
    rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) {_SHORT_MONTH} (?P<d>[ \d]?\d) {_TIME} UTC (?P<y>\d{{4}})",
    "second",
    "stated",
)
DAY_MONTH_YEAR: Final = _format(
    "D Mon YYYY", rf"(?P<d>\d{{1,2}}) {_SHORT_MONTH} (?P<y>\d{{4}})", "day", "none"
)
ISO_DAY: Final = _format("YYYY-MM-DD", _DAY, "day", "none")
SENTENCE_GMT: Final = _format(
    "… Month D, YYYY at h:mm PM (GMT)",
    rf"(?s:.*\s)?{_LONG_MONTH} (?P<d>\d{{1,2}}), (?P<y>\d{{4}}) at {_US_TIME} \(GMT\)",
    "minute",
    "stated",
)
ARTICLE_NAME: Final = _format(
    "YYYY-MM-DD HH_MM_SS.0-…",
    rf"{_DAY} (?P<h>\d\d)_(?P<mi>[0-5]\d)_(?P<s>[0-5]\d)(?s:\.0-.*)",
    "second",
    "none",
    13,
)


def read_date(text: str, formats: Sequence[DateFormat], years: Years = ANY_YEAR) -> Moment:
    """Return the Moment of a text in one of the spellings a file is known to use.

    A text in none of them keeps its raw text and has no bounds.
    """
    for form in formats:
        found = form.moment(text, years)
        if found is not None:
            return found
    return unread(text)


def plausible(now: datetime, first: int) -> Years:
    """Return the years from a service's first to the one after `now`, whose zone may already be ahead."""
    return Years(first, (now + timedelta(days=366)).year)
