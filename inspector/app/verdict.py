# SPDX-License-Identifier: Apache-2.0
"""What the check of a bundle comes to for whoever holds it, and which of its parts are told as one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from inspector.bundle.verification import Check, Verification
from inspector.domain.text import Note, note

_OTHER_BUNDLE = "bundle.manifest.unexpected"


def meaning(found: Verification) -> Note | None:
    """Return what a failed check means and what to do then, None where no check failed."""
    if found.ok:
        return None
    if found.fingerprint is None:
        return note("gui.evidence.check.means.none")
    keys = {one.key for check in found.checks if check.ok is False for one in check.notes}
    return note(f"gui.evidence.check.means.{'other' if keys == {_OTHER_BUNDLE} else 'changed'}")


def told_as_one(found: Verification) -> Iterator[tuple[Check, ...]]:
    """Yield the checks in their order; neighbours that could not be asked for the same reason together."""
    for _, checks in groupby(found.checks, key=lambda check: (check.ok, check.notes)):
        same = tuple(checks)
        if same[0].ok is None:
            yield same
        else:
            yield from ((check,) for check in same)
