# SPDX-License-Identifier: Apache-2.0
"""What is wrong with what a person typed for a new case or a new passphrase, by field."""

from __future__ import annotations

from inspector.app.case_error import CaseError
from inspector.domain.text import Note, note


def problems(name: str | None, passphrase: str, again: str) -> dict[str, Note]:
    """Return what is wrong with `name`, `passphrase` and `again`; `name` None: the case has one already."""
    from inspector.app import case_doors  # noqa: PLC0415 - loaded with the first case

    found: dict[str, Note] = {}
    try:
        if name is not None:
            case_doors.check_name(name)
    except CaseError as error:
        found["name"] = error.note
    try:
        case_doors.check_passphrase(passphrase)
    except CaseError as error:
        found["passphrase"] = error.note
    if "passphrase" not in found and passphrase != again:
        found["again"] = note("case.two_passphrases")
    return found
