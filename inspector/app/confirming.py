# SPDX-License-Identifier: Apache-2.0
"""What a person confirms of what was read in pictures, pages and mails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from inspector.app.reading_captures import CaptureReaders
from inspector.app.request import Said, UsageError
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured, Position, Setting, sharing_of
from inspector.domain.moment import Moment
from inspector.domain.text import note
from inspector.domain.words import Switch

_ANSWERS: Final = ("yes", "on", "off")


@dataclass(frozen=True, slots=True)
class Confirm:
    """What a person says to the reading of one file: yes, or the position of the switch they see."""

    path: Path
    answer: str


def confirm_of(spec: str, paths: Sequence[Path]) -> Confirm:
    """Return what `FILE=yes|on|off` says, FILE being one of `paths`. Raises UsageError."""
    name, equals, answer = spec.rpartition("=")
    if not equals or not name or answer not in _ANSWERS:
        raise UsageError(note("usage.confirm", text=spec))
    wanted = Path(name)
    known = [path.absolute() for path in paths]
    inside = any(path in wanted.absolute().parents for path in known if path.is_dir())
    if wanted.absolute() not in known and not inside:
        raise UsageError(note("usage.confirm_not_input", name=wanted.name))
    return Confirm(wanted, answer)


def confirmed(confirms: Sequence[Confirm], catalog: Catalog, now: datetime) -> list[Said]:
    """Return the readings that confirmations make, each to become an act. Raises UsageError."""
    if not confirms:
        return []
    with CaptureReaders([one.path for one in confirms], catalog) as readers:
        return [said for one in confirms for said in _said(one, readers.read(one.path, now), now)]


def _said(confirm: Confirm, captured: Captured, now: datetime) -> list[Said]:
    """Return what a confirmed file states at its own time, and where a service dates its switch, then."""
    setting = captured.setting
    if captured.status == "refused" and captured.reason is not None:
        raise UsageError(captured.reason)
    if setting is None or setting.control is None:
        raise UsageError(note("usage.confirm_no_setting", file=captured.file))
    position = _position(confirm, captured, setting)
    moments = [captured.moment if captured.moment.is_known else Moment(None, now)]
    # The day a service keeps is that of the position it states; a corrected one has no such day.
    if setting.since.is_known and confirm.answer in ("yes", setting.state):
        moments.insert(0, setting.since)
    return [
        Said(
            setting.control, position, moment, confirm.path, read=f"{setting.state} {setting.confidence:.2f}"
        )
        for moment in moments
    ]


def _position(confirm: Confirm, captured: Captured, setting: Setting) -> Switch:
    """Return the position that counts for sharing: an opt-out switch that is seen on is off."""
    if confirm.answer == "yes":
        if setting.sharing == "unknown":
            raise UsageError(note("usage.confirm_no_position", file=captured.file))
        return Switch(setting.sharing)
    seen: Position = "on" if confirm.answer == "on" else "off"
    return Switch(sharing_of(seen, inverts=setting.inverts))
