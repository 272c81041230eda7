# SPDX-License-Identifier: Apache-2.0
"""Pictures, pages and mails with what the person says they show; those nobody spoke for come first."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.app.session import Session
from inspector.cases.standing import Statement
from inspector.domain.sources import Source


@dataclass(frozen=True, slots=True)
class Shown:
    """A capture and the newest statement about it, None while there is none."""

    source: Source
    statement: Statement | None


def captures(session: Session) -> tuple[Shown, ...]:
    """Return the captures of a case that could be read and were not left out, in a stable order."""
    newest = {said.source: said for said in session.statements if said.source}
    held = [one for one in session.sources if one.kind != "archive" and one.sha256]
    found = [Shown(source, newest.get(source.sha256)) for source in held]
    return tuple(
        sorted(found, key=lambda one: (one.statement is not None, one.source.name, one.source.sha256))
    )
