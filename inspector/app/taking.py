# SPDX-License-Identifier: Apache-2.0
"""A picture taken by the program: hashed at once, with the clock, zone and system it was taken by."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Literal

from inspector.app.session import Session
from inspector.captures.when.build import build
from inspector.cases.acts import Act, ActKind, Detail
from inspector.domain.captured import Basis, Captured
from inspector.domain.moment import instant
from inspector.domain.wire import time_text, time_value
from inspector.system.clock import now

By = Literal["screen", "portal"]
"""Taken from the screen by the program itself, or by the desktop's own tool at the program's request."""

_MINUTE: Final = 60
_ABOUT_TIME: Final = (
    "capture.why.no_zone",
    "capture.why.file_time_only",
    "capture.why.times_contradict",
    "capture.why.time_after_change",
    "capture.why.time_after_now",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture as it was taken. `at` has the zone of this computer's clock, `system` names its system."""

    data: bytes
    sha256: str
    at: datetime
    system: str
    by: By

    @property
    def file_name(self) -> str:
        """Return a name that tells the time, as phones give it to their pictures."""
        return f"Screenshot_{self.at:%Y%m%d-%H%M%S}.png"


def taken(data: bytes, by: By, at: datetime | None = None) -> Taken:
    """Return a picture that was taken just now, with its hash. `at`: when, with the zone of the clock."""
    time = (at or now().astimezone()).replace(microsecond=0)
    return Taken(
        data, hashlib.sha256(data).hexdigest(), time, f"{platform.system()} {platform.release()}", by
    )


def save(one: Taken, path: Path) -> None:
    """Write the picture as a plain file and look that it is there as it was taken. Raises OSError."""
    path.write_bytes(one.data)
    if hashlib.sha256(path.read_bytes()).hexdigest() != one.sha256:
        raise OSError(path.name)


def add(session: Session, one: Taken, path: Path, control: str | None) -> None:
    """Add the saved picture to the case. `control`: the setting that the person wanted to show."""
    session.add(session.read(path))
    session.note_taken(
        {
            "sha256": one.sha256,
            "name": path.name,
            "taken": time_text(one.at),
            "zone": zone_text(one.at),
            "system": one.system,
            "by": one.by,
            "control": control,
        }
    )


def zone_text(at: datetime) -> str:
    """Return the zone of a clock as its name, where it has one, and its distance from UTC: `CET +01:00`."""
    away = at.utcoffset() or timedelta(0)
    minutes = int(away.total_seconds()) // _MINUTE
    sign = "-" if minutes < 0 else "+"
    away_text = f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    name = at.tzname() or ""
    return f"{name} {away_text}" if name.isalpha() else away_text


def with_own_time(captured: Captured, acts: Sequence[Act], sha256: str, at: datetime) -> Captured:
    """Return a reading with the time at which the program itself took the picture, where it did."""
    act = next((one for one in acts if _took(one, sha256)), None)
    time = time_value(act.details["taken"]) if act is not None else None
    if act is None or time is None:
        return captured
    own = Basis("taken", f"{act.details['taken']} {act.details['zone']}", instant(time, time_text(time)))
    when = build([own, *captured.basis], at)
    kept = tuple(key for key in captured.why if key not in _ABOUT_TIME)
    return replace(captured, moment=when.moment, basis=when.basis, why=(*kept, *when.why))


def _took(act: Act, sha256: str) -> bool:
    details: dict[str, Detail] = dict(act.details)
    return act.kind is ActKind.TAKEN and details.get("sha256") == sha256
