# SPDX-License-Identifier: Apache-2.0
"""A reading as a person types it: which setting, which position, when; or what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inspector.app.days import DayError, Days
from inspector.app.request import UsageError
from inspector.app.session import Session
from inspector.app.specs import moment
from inspector.domain.moment import Moment
from inspector.domain.text import Note, note
from inspector.domain.words import Switch


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields. `time` and `offset` (`+01:00`) are None where only the day is known."""

    control: str | None
    position: Switch | None
    day: str
    time: str | None = None
    offset: str | None = None


class SayingError(ValueError):
    """The fields make no statement yet. `field`: control, position, day, time or zone. `note`: why."""

    def __init__(self, field: str, reason: Note) -> None:
        super().__init__(reason.key)
        self.field = field
        self.note = reason


def likely_control(session: Session) -> str | None:
    """Return the setting a reading is most likely about: the first of the case's only service, else None."""
    said = {one.control.partition("/")[0] for one in session.statements}
    found = {source.service for source in session.sources if source.service}
    about = [name for name in session.catalog.service_ids() if name in said | found | set(session.services)]
    if len(about) != 1:
        return None
    return next((control.id for control in session.catalog.service(about[0]).controls), None)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the fields say: a setting, its position, and when."""

    control: str
    position: Switch
    moment: Moment


def spoken(written: Written, days: Days, now: datetime, by_file: Moment | None = None) -> Spoken:
    """Return what the fields say; `by_file` is the time that a file states, where that shall count.

    Raises SayingError.
    """
    if written.control is None:
        raise SayingError("control", note("saying.control"))
    if written.position is None:
        raise SayingError("position", note("saying.position"))
    when = by_file or _when(written, days)
    if by_file is None and when.earliest > now:
        raise SayingError("day", note("saying.ahead"))
    return Spoken(written.control, written.position, when)


def missing(
    written: Written, days: Days, now: datetime, by_file: Moment | None = None
) -> tuple[SayingError, ...]:
    """Return all that keeps the fields from saying something, in their order; empty where they do."""
    found: list[SayingError] = []
    whole = Written(
        written.control or "-", written.position or Switch.ON, written.day, written.time, written.offset
    )
    if written.control is None:
        found.append(SayingError("control", note("saying.control")))
    if written.position is None:
        found.append(SayingError("position", note("saying.position")))
    try:
        spoken(whole, days, now, by_file)
    except SayingError as error:
        found.append(error)
    return tuple(found)


def _when(written: Written, days: Days) -> Moment:
    if not written.day.strip():
        raise SayingError("day", note("saying.day"))
    try:
        text = days.read(written.day).isoformat()
    except DayError as error:
        raise SayingError("day", error.note) from error
    if written.time is not None:
        if written.offset is None:
            raise SayingError("zone", note("saying.zone"))
        text = f"{text}T{written.time.strip().zfill(5)}{written.offset}"
    try:
        return moment(text, text)
    except UsageError as error:
        raise SayingError("time", note("saying.time")) from error
