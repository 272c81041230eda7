# SPDX-License-Identifier: Apache-2.0
"""What the check of a bundle comes to for whoever holds it, and which of its parts are told as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal

from inspector.bundle.verification import NO_SEAL, Check, Verification
from inspector.domain.text import Note, note

Outcome = Literal["good", "bad", "other", "absent", "unasked"]
"""How one check ended. `other`: not the fingerprint or key that was asked for; `absent`: not there."""

_OTHER_BUNDLE: Final = "bundle.manifest.unexpected"
_OTHER_SEAL: Final = frozenset({"bundle.earlier.other_key", "bundle.earlier.no_seal"})
_REPACKED: Final = "bundle.zip.repacked"
_NOT_THERE: Final = (
    "bundle.container.folder",
    NO_SEAL,
    "bundle.timestamp.none",
    "bundle.custody.none",
    "bundle.report.none",
    "bundle.redaction.none",
)
_NOT_OPENED: Final = "bundle.container."
"""With it begins the key of why a bundle could not be opened at all: it says whose fault it is not."""
_UNREAD: Final = "bundle.file.unreadable"
_MOVING: Final = frozenset({"bundle.file.moving", "bundle.container.moving"})
_ODD: Final = frozenset(
    {
        *("bundle.guide.instructions", "bundle.guide.page", "bundle.custody.back", "bundle.custody.ahead"),
        *("bundle.timestamp.fewer", "bundle.timestamp.apart", "bundle.timestamp.ahead"),
    }
)
"""What may be as it should, and seldom is."""

_LOCKED: Final = "bundle.container.locked"
_WRONG: Final = "bundle.container.wrong_password"
_HEX: Final = re.compile(r"\b[0-9a-f]{64}\b")
_GROUP: Final = 4


def headline(found: Verification) -> Note:
    """Return the one sentence that comes first: what was checked is, not how many checks failed."""
    if found.ok:
        return found.verdict
    why = _why_not_opened(found)
    return why if why is not None else note(f"verdict.{_kind(found)}")


def meaning(found: Verification) -> Note | None:
    """Return what a failed check or an odd thing means and what to do, None where the headline says it."""
    if found.ok:
        return note("verdict.means.odd") if is_odd(found) else None
    if _why_not_opened(found) is not None:
        return None
    return note(f"verdict.means.{_kind(found)}")


def asks_for_password(found: Verification) -> bool:
    """Answer whether the bundle is locked and was not opened: no password was given, or another one."""
    return _failing(found) in ({_LOCKED}, {_WRONG})


def is_other(found: Verification) -> bool:
    """Answer whether all is well but that another bundle was expected."""
    return not found.ok and _failing(found) == {_OTHER_BUNDLE}


def is_odd(found: Verification) -> bool:
    """Answer whether no check fails, and something is to be told that speaks against relying on it."""
    return found.ok and any(one.key in _ODD for check in found.checks for one in check.notes)


def outcome(check: Check) -> Outcome:
    """Return how a check ended, for the sentence that tells it."""
    if check.ok:
        return "good"
    keys = {one.key for one in check.notes}
    if check.ok is None:
        return "absent" if keys & set(_NOT_THERE) else "unasked"
    return "other" if keys == {_OTHER_BUNDLE} or keys <= _OTHER_SEAL else "bad"


def spelled(sentence: str) -> str:
    """Return a sentence whose hashes are in groups of four, which can be compared and break at line ends."""
    return _HEX.sub(lambda digits: _grouped(digits.group()), sentence)


def told_as_one(found: Verification) -> Iterator[tuple[Check, ...]]:
    """Yield the checks in their order; neighbours that could not be asked for the same reason together."""
    for _, checks in groupby(found.checks, key=lambda check: (check.ok, check.notes)):
        same = tuple(checks)
        if same[0].ok is None:
            yield same
        else:
            yield from ((check,) for check in same)


def _kind(found: Verification) -> str:
    failing = _failing(found)
    if failing == {_UNREAD} or failing & _MOVING:
        return "unread"
    if found.fingerprint is None:
        return "repacked" if _REPACKED in _failing(found) else "none"
    if failing <= _OTHER_SEAL:
        return "other_seal"
    return "other" if is_other(found) else "changed"


def _failing(found: Verification) -> set[str]:
    return {one.key for check in found.checks if check.ok is False for one in check.notes}


def _why_not_opened(found: Verification) -> Note | None:
    """Return why nothing could be looked at: not there, locked, forbidden, or the checker broke down."""
    if found.fingerprint is not None:
        return None
    notes = [one for check in found.checks if check.ok is False for one in check.notes]
    return notes[0] if len(notes) == 1 and notes[0].key.startswith(_NOT_OPENED) else None


def _grouped(digits: str) -> str:
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
