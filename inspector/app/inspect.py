# SPDX-License-Identifier: Apache-2.0
"""The whole journey in one go: from a request to a case and its answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from inspector.app.reading import Readers
from inspector.app.request import Request
from inspector.app.session import Session, never
from inspector.captures.held import kind_of
from inspector.cases.case import Case
from inspector.catalog.index import Catalog
from inspector.report.inspection import Inspection


def inspect(
    request: Request,
    catalog: Catalog,
    cancelled: Callable[[], bool] = never,
    readers: Readers | None = None,
) -> tuple[Case, Inspection]:
    """Return the case with its acts and the answer to it. Raises ReadCancelledError when asked to stop."""
    session = Session(catalog, readers=readers)
    session.unlock(request.password)
    if request.residence:
        session.declare_residence(request.residence)
    if request.plans:
        session.declare_plans(request.plans)
    shows = {said.path.absolute(): said.control for said in request.said if said.path}
    read = [
        session.read(path, shows=shows.get(path.absolute()), items=request.items, cancelled=cancelled)
        for path in session.find(request.paths)
    ]
    session.rest()
    for reading in sorted(read, key=lambda one: (one.source.sha256, one.source.name)):
        session.add(reading)
    for said in request.said:
        session.say(said)
    return session.case, session.inspection()


def ready(paths: Sequence[Path]) -> Readers:
    """Start what is going to read these files and folders, unless nothing of them needs it."""
    readers = Readers()
    if any(kind_of(path) is None for path in paths):
        readers.expect(paths)
    return readers
