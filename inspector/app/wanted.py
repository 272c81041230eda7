# SPDX-License-Identifier: Apache-2.0
"""Which services a case is about, and which archives are still worth asking one for."""

from __future__ import annotations

from collections.abc import Iterable

from inspector.app.session import Session

_LETTERS = 3
"""A name with fewer letters of its own, its ending left out, tells nobody which file it is."""


def services_about(session: Session) -> tuple[str, ...]:
    """Return the services the person asks about, those of files, and those something is said of."""
    found = {source.service for source in session.sources if source.service}
    said = {statement.control.partition("/")[0] for statement in session.statements}
    known = session.catalog.service_ids()
    return tuple(service for service in known if service in found | said | set(session.services))


def services_with_plans(session: Session) -> tuple[str, ...]:
    """Return the services a case is about of which the catalog knows plans: those to ask a plan of."""
    return tuple(one for one in services_about(session) if session.catalog.service(one).plans)


def wanted_archives(session: Session) -> tuple[str, ...]:
    """Return the services whose archive is not read yet, in the order of the catalog.

    Those the person asks about; where they name none, those whose archive the program can read.
    """
    read = {one.service for one in session.sources if one.kind == "archive" and one.status == "read"}
    asked = session.services
    return tuple(
        entry.id
        for entry in session.catalog.services()
        if entry.archive is not None
        and entry.id not in read
        and (entry.id in asked if asked else entry.archive.reader)
    )


def told_names(patterns: Iterable[str]) -> tuple[str, ...]:
    """Return how the files of an archive are called, as people write it: `export_(…).zip` for `export_*.zip`.

    What names nothing but an ending is left out.
    """
    telling = (one for one in patterns if sum(map(str.isalpha, one.partition(".")[0])) >= _LETTERS)
    return tuple(one.replace("*", "(…)") for one in telling)
