# SPDX-License-Identifier: Apache-2.0
"""The whole journey in one go: from a request to a case and its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from inspector.app.confirming import answered
from inspector.app.reading import Readers
from inspector.app.request import Request
from inspector.app.session import Session, never
from inspector.captures.held import kind_held
from inspector.cases.case import Case
from inspector.catalog.index import Catalog
from inspector.domain.reading import SourceReading
from inspector.report.inspection import Inspection
from inspector.system.clock import now


def inspect(
    request: Request,
    catalog: Catalog,
    cancelled: Callable[[], bool] = never,
    readers: Readers | None = None,
) -> tuple[Case, Inspection]:
    """Return the case with its acts and the answer to it. Raises ReadCancelledError when asked to stop."""
    session = Session(catalog, readers=readers)
    fill(session, request, cancelled)
    return session.case, session.inspection()


def fill(session: Session, request: Request, cancelled: Callable[[], bool] = never) -> None:
    """Add to a case what a request hands in and says. Raises ReadCancelledError when asked to stop.

    In a case that is kept each source is added as soon as it is read; else in the order of their contents.
    """
    session.unlock(request.password)
    if request.residence:
        session.declare_residence(request.residence)
    if request.plans:
        session.declare_plans(request.plans)
    if request.keys is not None:
        session.capture_readers.check_signatures(request.keys)
    found = session.find([*request.paths, *(one.path for one in request.confirms)])
    answers = _looked_at(session, request, found, cancelled)
    shows = {said.path.absolute() for said in request.said if said.path}
    read = []
    for path in found:
        known = answers.get(path.absolute())
        for reading in [known] if known else _whole(session, path, request, shows, cancelled):
            if session.keeper is not None:
                session.add(reading)
            else:
                read.append(reading)
    said = [
        one
        for confirm in request.confirms
        for one in answered(confirm, answers[confirm.path.absolute()].captured, now())
    ]
    session.rest()
    for reading in sorted(read, key=lambda one: (one.source.sha256, one.source.name)):
        session.add(reading)
    for one in (*request.said, *said):
        session.say(one)


def _whole(
    session: Session, path: Path, request: Request, shows: set[Path], cancelled: Callable[[], bool]
) -> Iterator[SourceReading]:
    """Yield what a path holds: one source, or each of the exports that lie in one file."""
    shown = path.absolute() in shows
    reading = session.read(path, shows=shown, items=request.items, cancelled=cancelled)
    if not reading.is_only_inside:
        yield reading
    for inner in session.inside(path, reading):
        yield session.read(inner, items=request.items, cancelled=cancelled)


def _looked_at(
    session: Session, request: Request, found: Sequence[Path], cancelled: Callable[[], bool]
) -> dict[Path, SourceReading]:
    """Return what the files show that the person answers to, read before all else. Raises UsageError."""
    wanted = {one.path.absolute() for one in request.confirms}
    read = {
        path.absolute(): session.read(path, looks=True, cancelled=cancelled)
        for path in found
        if path.absolute() in wanted
    }
    for confirm in request.confirms:
        reading = read.get(confirm.path.absolute())
        answered(confirm, reading.captured if reading else None, now())
    return read


def ready(paths: Sequence[Path]) -> Readers:
    """Start what is going to read these files and folders, unless nothing of them needs it."""
    readers = Readers()
    if any(kind_held(path) is None for path in paths):
        readers.expect(paths)
    return readers
