# SPDX-License-Identifier: Apache-2.0
"""What a file itself says of the day it was made: hints for a person to judge, never a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from inspector.app.days import EARLIEST_YEAR

_IN_NAME = re.compile(r"(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d{3,}[a-z])")


@dataclass(frozen=True, slots=True)
class DayHint:
    """A day and what says it: the file's name, or the time the computer keeps for the file."""

    by: Literal["name", "changed"]
    day: date


def day_hints(path: Path) -> tuple[DayHint, ...]:
    """Return the day in a file's name, if there is one, and the day the file was last changed."""
    found = []
    named = _IN_NAME.search(path.name)
    if named:
        found.extend(_day(int(named[1]), int(named[3]), int(named[4])))
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
    except (OSError, OverflowError, ValueError):
        return tuple(found)
    if changed.year >= EARLIEST_YEAR:
        found.append(DayHint("changed", changed))
    return tuple(found)


def _day(year: int, month: int, day: int) -> list[DayHint]:
    try:
        return [DayHint("name", date(year, month, day))]
    except ValueError:
        return []
