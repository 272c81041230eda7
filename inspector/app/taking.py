# SPDX-License-Identifier: Apache-2.0
"""A picture taken by the program: hashed at once, with the clock, zone and system it was taken by."""

from __future__ import annotations

import hashlib
import platform
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from inspector.app.session import Session
from inspector.app.stamping import Stamping, asked_detail
from inspector.captures.when.build import build
from inspector.cases.acts import Act, ActKind, Detail
from inspector.domain.captured import Basis, Captured
from inspector.domain.moment import instant
from inspector.domain.text import Note
from inspector.domain.wire import time_text, time_value
from inspector.system.clock import now, zone_text

By = Literal["screen", "portal"]
"""Taken from the screen by the program itself, or by the desktop's own tool at the program's request."""

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


def stamp_file(path: Path) -> Path:
    """Return where the timestamp of a picture lies: beside it, under its name."""
    return path.with_name(f"{path.name}.tsr")


def keep_stamp(session: Session, one: Taken, path: Path, stamping: Stamping, answer: bytes | None) -> Note:
    """Put the answer of a time authority beside the picture, note it in the case, and return what came of it.

    The act holds the timestamp itself, so that it goes into every later bundle. Raises OSError where the file
    cannot be written; the act is noted then as well.
    """
    outcome = stamping.outcomes[-1]
    if outcome.sent:
        token = b64encode(answer).decode("ascii") if answer else None
        details: dict[str, Detail] = {**asked_detail(outcome), "name": path.name, "token": token}
        session.case.append(ActKind.ASKED, now(), details)
    if answer is not None:
        stamp_file(path).write_bytes(answer)
    return outcome.note


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
