# SPDX-License-Identifier: Apache-2.0
"""Which archives are still worth asking a service for."""

from __future__ import annotations

from inspector.app.session import Session


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
