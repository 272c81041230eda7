# SPDX-License-Identifier: Apache-2.0
"""The times of posts to the second, of which an archive has very many."""

from __future__ import annotations

from typing import Final

from inspector.archives.dates import Years
from inspector.archives.services.x.shapes import TWEET_TIME
from inspector.domain.moment import seconds_of

# Where the time of day stands: `Wed Mar 04 10:15:30 +0000 2026`.
_BEGIN: Final = 10
_END: Final = 19
_DAY: Final = 86_400


class Clock:
    """Reads times. A day and a time of day that were right once are known, so that they are read once."""

    __slots__ = ("_clocks", "_days", "_years")

    def __init__(self, years: Years) -> None:
        self._years = years
        self._days: dict[str, int] = {}
        self._clocks: dict[str, int] = {}

    def second(self, text: object) -> int | None:
        """Return the second since 1970, None for what is no such time."""
        if not isinstance(text, str):
            return None
        day, clock = self._days.get(text[:_BEGIN] + text[_END:]), self._clocks.get(text[_BEGIN:_END])
        return self._read(text) if day is None or clock is None else day + clock

    def _read(self, text: str) -> int | None:
        moment = TWEET_TIME(text, self._years)
        if moment is None:
            return None
        second = seconds_of(moment.earliest)
        self._clocks[text[_BEGIN:_END]] = second % _DAY
        self._days[text[:_BEGIN] + text[_END:]] = second - second % _DAY
        return second
