# SPDX-License-Identifier: Apache-2.0
"""A clock in a picture: a time of day, without a day, that agrees with other traces or does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from inspector.domain.captured import Basis

_CLOCK: Final = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
)
_NOON: Final = 12
_MINUTES: Final = 24 * 60
_SLACK: Final = 1


@dataclass(frozen=True, slots=True)
class Clock:
    """What a clock shows. `twelve`: it may be the same time in the other half of the day."""

    raw: str
    shown: time
    twelve: bool

    def agrees(self, local: datetime) -> bool:
        """Tell whether a device's clock may have shown this at a local time, to the minute."""
        away = abs(_minutes(local.time()) - _minutes(self.shown))
        half = _MINUTES // 2 if self.twelve else _MINUTES
        return min(away % half, half - away % half) <= _SLACK

    def basis(self) -> Basis:
        """Return the clock as a trace of time."""
        return Basis("clock", self.raw, worth="agrees")


def clock_of(text: str) -> Clock | None:
    """Return the clock that a line of text is, None for any other text."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return Clock(text.strip(), time(hour, int(found["minute"])), twelve=not half and 1 <= hour <= _NOON)


def _minutes(shown: time) -> int:
    return shown.hour * 60 + shown.minute
