# SPDX-License-Identifier: Apache-2.0
"""What an earlier bundle shows of a later one: whoever seals a changed one again has another key."""

from __future__ import annotations

from dataclasses import replace

from inspector.bundle import fingerprint
from inspector.bundle.seal.key import grouped
from inspector.bundle.verification import NO_SEAL, SAME_KEY, UNKNOWN_KEY, Check, Verification, failed
from inspector.domain.text import Note, note


class EarlierBundleError(Exception):
    """The earlier bundle shows nothing of any other, for the reason in `note`."""

    def __init__(self, reason: Note) -> None:
        super().__init__(reason.key)
        self.note = reason


def compared(found: Verification, earlier: Verification, file: str) -> Verification:
    """Return what was found of a bundle, its seal held against that of an earlier one.

    `file`: what the earlier one is called. Where a seal should be and is none, or one by another key, the
    check `seal` is false. Raises EarlierBundleError where the earlier one is not intact, or has no seal.
    """
    if not earlier.ok:
        raise EarlierBundleError(note("usage.earlier_broken", file=file))
    first = _key(_seal(earlier))
    if first is None:
        raise EarlierBundleError(note("usage.earlier_unsealed", file=file))
    checks = tuple(_held(one, first, file) if one.name == "seal" else one for one in found.checks)
    return replace(found, checks=checks)


def can_be_held(found: Verification) -> bool:
    """Answer whether an earlier bundle could tell more: all is well, and nobody knows whose seal it is."""
    return found.ok and any(one.key in (UNKNOWN_KEY, NO_SEAL) for one in _seal(found).notes)


def _held(seal: Check, first: str, file: str) -> Check:
    """Return the check of a seal that is held against the key of the earlier bundle."""
    if seal.ok is None and any(one.key == NO_SEAL for one in seal.notes):
        return failed("seal", note("bundle.earlier.no_seal", file=file))
    own = _key(seal)
    if own is None:
        return seal
    told = {"file": file, "fingerprint": grouped(own)}
    if own == first:
        return replace(seal, notes=(note(SAME_KEY, **told),))
    return failed("seal", note("bundle.earlier.other_key", **told))


def _seal(found: Verification) -> Check:
    return next(one for one in found.checks if one.name == "seal")


def _key(seal: Check) -> str | None:
    """Return the fingerprint of the key of a seal that holds."""
    if not seal.ok:
        return None
    keys = (one.as_dict()["fingerprint"] for one in seal.notes if one.key == UNKNOWN_KEY)
    return next((fingerprint.parse(str(key)) for key in keys), None)
