# SPDX-License-Identifier: Apache-2.0
"""Works in a case that is kept: begins one, goes on with one, and reads anew what an earlier version read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from inspector.app.case_doors import Opened
from inspector.app.case_keeping import Keeper
from inspector.app.case_telling import told
from inspector.app.jobs import Job
from inspector.app.reading import Readers
from inspector.app.session import Session, never
from inspector.archives.within import is_there
from inspector.cases.acts import Act, ActKind, Detail
from inspector.cases.case import Case, MemoryCase
from inspector.cases.standing import key_of
from inspector.catalog.index import Catalog
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.system.clock import now

_IN_PLACE = "originals-in-place"
_VERSIONS = ("program", "catalog_sha256")


def session_of(
    opened: Opened, catalog: Catalog, *, in_place: bool = False, readers: Readers | None = None
) -> Session:
    """Go on with a case; its answer follows from what is stored, nothing is read anew. Raises CaseError.

    Originals stay in their places where that is asked for now, or was when the case was made.
    """
    with told():
        in_place = in_place or opened.case.secret(_IN_PLACE) is not None
        return Session(catalog, opened.case, readers, Keeper(opened.case, in_place=in_place))


def leave_originals(opened: Opened) -> None:
    """Let the case know originals by their hashes alone from now on, and copy none. Raises CaseError."""
    with told():
        opened.case.keep_secret(_IN_PLACE, b"yes")


def store(session: Session, opened: Opened, job: Job) -> int:
    """Put what was done in memory into a new case, and copy the originals; return how many acts that were.

    Touches the session nowhere, so it may run on another thread. Raises CaseError, JobCancelledError; the new
    case is of no use then.
    """
    if not isinstance(session.case, MemoryCase):
        raise TypeError("case")
    taken = session.case.copy()
    with told():
        keeper = Keeper(opened.case, in_place=opened.case.secret(_IN_PLACE) is not None)
        opened.case.take_over(taken)
    for source in keeper.missing():
        job.check()
        kept = keeper.take(source, job.cancelled, job.progress)
        if kept is not None:
            keeper.note(kept, now())
    return len(taken.acts)


def catch_up(before: Case, done: int, session: Session) -> None:
    """Do in a stored case what was done in memory, in `before`, while it was stored: acts after `done`."""
    numbers: dict[object, Detail] = {}
    readings = {key_of(one.source): one for one in before.readings}
    for act in before.acts[done:]:
        key = str(act.details.get("sha256") or act.details.get("name"))
        if act.kind is ActKind.ADDED and key in readings:
            added = session.case.add(readings[key], act.at)
        else:
            details = dict(act.details)
            if details.get("act") in numbers:
                details["act"] = numbers[details["act"]]
            added = session.case.append(act.kind, act.at, details)
        numbers[act.number] = added.number


def stale(session: Session) -> tuple[Source, ...]:
    """Return the sources that another version of program or catalog read, and that lie where they lay."""
    acts = session.case.acts
    today = _versions(acts, len(acts))
    return tuple(
        one.source
        for one in session.case.readings
        if _read_at(one.source, acts) and _versions(acts, _read_at(one.source, acts)) != today
    )


def read_anew(
    session: Session, sources: Sequence[Source], cancelled: Callable[[], bool] = never
) -> tuple[Source, ...]:
    """Read sources once more with this version; return those that are not there as they were.

    What those stated when they were read stays as it is. Raises ReadCancelledError.
    """
    gone = []
    for source in sources:
        reading = read_once_more(session, source, cancelled)
        if reading is None:
            gone.append(source)
        else:
            session.add(reading)
    session.rest()
    return tuple(gone)


def read_once_more(
    session: Session, source: Source, cancelled: Callable[[], bool] = never
) -> SourceReading | None:
    """Return what this version reads in a source, None where it is not there as it was."""
    if not is_there(source.path):
        return None
    session.find([source.path])
    reading = session.read(source.path, looks=source.kind in ("page", "mail"), cancelled=cancelled)
    return reading if reading.source.sha256 == source.sha256 else None


def _read_at(source: Source, acts: Sequence[Act]) -> int:
    """Return the number of the act that added a source as it was read last, 0 where none did."""
    key = key_of(source)
    added = (
        act.number
        for act in reversed(acts)
        if act.kind is ActKind.ADDED and str(act.details.get("sha256") or act.details.get("name")) == key
    )
    return next(added, 0)


def _versions(acts: Sequence[Act], number: int) -> tuple[object, ...]:
    """Return program and catalog by the last opening before an act."""
    opened = next((act for act in reversed(acts[:number]) if act.kind is ActKind.OPENED), None)
    return tuple(opened.details.get(name) for name in _VERSIONS) if opened else ()
