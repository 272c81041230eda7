# SPDX-License-Identifier: Apache-2.0
"""What a service file does not say yet. None of it is wrong: what nobody knows stays open."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.catalog.entry import ControlEntry, ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.problems import Problem
from inspector.domain.practices import Row
from inspector.domain.text import note
from inspector.domain.words import Practice, Strength

_SWITCHED = (Practice.DEFAULT_ON, Practice.OPT_IN)


def gaps(entry: ServiceEntry, catalog: Catalog) -> tuple[Problem, ...]:
    """Return what could still be found out about a service, as problems with keys `catalog.gap.…`."""
    found = [
        *_of_service(entry, catalog),
        *(gap for control in entry.controls for gap in _of_control(entry, control)),
    ]
    return tuple(sorted(found, key=Problem.sort_key))


def _of_service(entry: ServiceEntry, catalog: Catalog) -> Iterator[Problem]:
    if entry.archive is None:
        yield _gap(entry, "", "archive")
    elif entry.archive.parts is None:
        yield _gap(entry, "archive", "parts")
    if not any(use.right == "access" for use in entry.letters):
        yield _gap(entry, "", "letters")
    if not entry.not_undone:
        yield _gap(entry, "", "not_undone")
    if not entry.events:
        yield _gap(entry, "", "events")
    if not any(contact.service == entry.id for contact in catalog.contacts):
        yield _gap(entry, "", "contact")


def _of_control(entry: ServiceEntry, control: ControlEntry) -> Iterator[Problem]:
    if not control.statements:
        yield _gap(entry, control.id, "statements")
    if any(row.practice in _SWITCHED for row in control.rows):
        if control.link is None:
            yield _gap(entry, control.id, "link")
        if not control.steps:
            yield _gap(entry, control.id, "steps")
        if not any(label.part == "title" for label in control.labels):
            yield _gap(entry, control.id, "labels")
    for row in control.rows:
        if row.practice is Practice.UNKNOWN:
            yield _gap(entry, row.id, "unknown")
        elif _weakly_known(entry, row):
            yield _gap(entry, row.id, "weak")


def _weakly_known(entry: ServiceEntry, row: Row) -> bool:
    """Tell whether neither the service nor an authority says so."""
    strengths = {entry.source(source).strength for source in row.sources}
    return not strengths & {Strength.OFFICIAL, Strength.REGULATOR}


def _gap(entry: ServiceEntry, place: str, key: str) -> Problem:
    return Problem(entry.file, place, note(f"catalog.gap.{key}"))
