# SPDX-License-Identifier: Apache-2.0
"""Moments, numbers and the closed vocabularies as words of the report's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from inspector.domain.moment import Moment
from inspector.system.days import shown_day
from inspector.system.messages import Messages

_DAY_STARTS = time(0, 0, 0)
_DAY_ENDS = time(23, 59, 59)
_MINUTE_ENDS = 59
_UTC = "\N{NO-BREAK SPACE}UTC"
_SIDES, _DAY_LETTERS = ("from", "until"), len("2025-03-01")
_ISO_DAY = re.compile(r"(?<![\w./-])(\d{4})-(\d{2})-(\d{2})(?![\w-]|[./]\w)")
_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")


def moment(value: Mapping[str, object] | None) -> Moment | None:
    """The Moment of a findings/1 object, None for null."""
    if value is None:
        return None
    raw, zone = value.get("raw"), value.get("zone")
    return Moment(
        _time(value.get("not_before")),
        _time(value.get("not_after")),
        raw if isinstance(raw, str) else None,
        "none" if zone == "none" else "stated" if zone == "stated" else None,
    )


def _time(text: object) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if isinstance(text, str) else None


def _is_whole_days(low: datetime, high: datetime) -> bool:
    return low.time() == _DAY_STARTS and high.time() == _DAY_ENDS


@dataclass(frozen=True, slots=True)
class Words:
    """Turns values into words; `say` is the message catalog under the report's prefix."""

    messages: Messages

    def say(self, key: str, /, **values: object) -> str:
        """The message `report.<key>`."""
        return self.messages.text(f"report.{key}", **values)

    def name(self, vocabulary: str, value: object) -> str:
        """The word for a value of a closed vocabulary such as `grade` or `practice`."""
        return self.say(f"{vocabulary}.{value}")

    def number(self, value: object) -> str:
        """A whole number with groups of three."""
        return f"{int(str(value)):,}".replace(",", self.say("number.group"))

    def day(self, day: date, *, year: bool = True) -> str:
        """A day in words, `3 November 2025`."""
        key = "day" if year else "day_of_year"
        return self.say(key, day=day.day, month=self.say(f"month.{day.month}"), year=day.year)

    def loosely(self, text: str) -> str:
        """A day as `2025-03-01` or a month as `2025-03`, in words."""
        year, month, *day = (int(part) for part in text.split("-"))
        if day:
            return self.day(date(year, month, *day))
        return self.say("whole_month", month=self.say(f"month.{month}"), year=year)

    def plain(self, when: Moment) -> str:
        """A Moment in plain words that fit after 'since': whole days, rounded outwards."""
        low, high = when.not_before, when.not_after
        if low is None or high is None:
            return self._open(when, self.day)
        if low.date() == high.date():
            return self.day(low)
        first = self.day(low, year=low.year != high.year)
        return self.say("when.some_day", first=first, last=self.day(high))

    def form(self, when: Moment) -> str:
        """How a Moment reads: as a `day`, an `interval`, a `bound`, or `unknown`."""
        if not when.is_known:
            return "unknown"
        if when.not_before is None or when.not_after is None:
            return "bound"
        return "day" if when.not_before.date() == when.not_after.date() else "interval"

    def exact(self, when: Moment | None) -> str:
        """A Moment in figures, whole days as days, seconds where there are any; `still` for None."""
        if when is None:
            return self.say("when.still")
        low, high = when.not_before, when.not_after
        if low is None or high is None:
            return self._open(when, lambda value: self._clocked(value, seconds=bool(value.second)) + _UTC)
        first, last = self.figures(low), self.figures(high)
        if _is_whole_days(low, high):
            return first if first == last else self.say("when.range", first=first, last=last)
        seconds = bool(low.second or high.second)
        if low == high:
            return self._clocked(low, seconds=seconds) + _UTC
        end = _clock(high, seconds=seconds) if first == last else self._clocked(high, seconds=seconds)
        return self.say("when.range", first=self._clocked(low, seconds=seconds), last=end) + _UTC

    def figures(self, day: date | str) -> str:
        """A day, or an ISO text that begins with one, in figures: `2024-09-18`, in German `18.09.2024`."""
        return shown_day(date.fromisoformat(str(day)[:_DAY_LETTERS]), self.messages.lang)

    def _clocked(self, value: datetime, *, seconds: bool) -> str:
        return f"{self.figures(value)} {_clock(value, seconds=seconds)}"

    def spelled(self, when: Moment | None) -> str:
        """A Moment to the second in words, in UTC, whole days as days; `still` for None."""
        if when is None:
            return self.say("when.still")
        low, high = when.not_before, when.not_after
        if low is None or high is None:
            return self._open(when, self.time)
        if _is_whole_days(low, high):
            if low.date() == high.date():
                return self.day(low)
            first = self.day(low, year=low.year != high.year)
            return self.say("when.range", first=first, last=self.day(high))
        if low == high:
            return self.time(low)
        if not low.second and high.second == _MINUTE_ENDS:
            high = high.replace(second=0)  # both known to the minute, and said so
        return self.say("when.range", first=self.time(low), last=self.time(high))

    def stay(self, period: Mapping[str, object], named: str) -> str:
        """A stay in a region or on a plan with its days `from` and `until`, null where it is open."""
        start, end = (str(period[side])[:_DAY_LETTERS] if period.get(side) else "" for side in _SIDES)
        key = f"stay.{'from' if start else 'ever'}_{'until' if end else 'still'}"
        days = {"start": self.prose(start), "end": self.prose(end)}
        return self.say(key, region=named, **days)

    def time(self, value: datetime) -> str:
        """A time to the second in words, `3 November 2025, 12:00`; seconds only where there are any."""
        clock = f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
        return self.say("time", day=self.day(value), clock=clock)

    def said(self, when: Moment) -> str:
        """A time as the person gave it: a day, or a time with its zone; else the Moment in words."""
        raw = when.raw or ""
        if _ISO_DAY.fullmatch(raw):
            return self.prose(raw)
        try:
            given = datetime.fromisoformat(raw)
        except ValueError:
            return self.spelled(when)
        zone = f"{given:%z}"
        return self.say("time_of_zone", time=self.time(given), zone=f"{zone[:3]}:{zone[3:5]}" if zone else "")

    def month(self, text: str) -> str:
        """A month such as `2025-11` in words."""
        year, month = text.split("-")
        return self.say("month_of_year", month=self.say(f"month.{int(month)}"), year=year)

    def prose(self, text: str) -> str:
        """A text of the catalog as it is read on screen: days in words, apostrophes curled."""
        return _STRAIGHT.sub("’", _ISO_DAY.sub(self._in_words, text))

    def _in_words(self, found: re.Match[str]) -> str:
        try:
            return self.day(date.fromisoformat(found[0]))
        except ValueError:
            return found[0]

    def _open(self, when: Moment, shown: Callable[[datetime], str]) -> str:
        if when.not_after is not None:
            return self.say("when.by", last=shown(when.not_after))
        if when.not_before is not None:
            return self.say("when.from", first=shown(when.not_before))
        return self.say("when.unknown")

    def stamp(self, text: object) -> str:
        """A findings/1 time as it is printed in a table: date and time without T and Z."""
        if not text:
            return self.say("none")
        return f"{self.figures(str(text))} {str(text)[_DAY_LETTERS + 1 :].removesuffix('Z')}{_UTC}"


def _clock(value: datetime, *, seconds: bool) -> str:
    return f"{value:%H:%M:%S}" if seconds else f"{value:%H:%M}"
