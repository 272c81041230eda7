# SPDX-License-Identifier: Apache-2.0
"""Checks a bundle that anyone may have made or changed: safely, not unpacking it, and to the last byte."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from inspector.bundle import attestation, container, fingerprint, integrity, tree
from inspector.bundle.bag import Bag, bag
from inspector.bundle.streams import Passed, unheard
from inspector.bundle.verification import Check, CheckName, Verification, failed, not_asked, outcome
from inspector.bundle.ziplist import UnreadableZipError
from inspector.domain.text import Note, note

_NOT_CONTAINER: tuple[CheckName, ...] = (
    "payload",
    "manifest",
    "completeness",
    "seal",
    "timestamp",
    "custody",
    "report",
    "redaction",
)


def verify(path: Path, expect: str | None = None, passed: Passed = unheard) -> Verification:
    """Check the bundle in a zip, or unpacked in a folder.

    `expect`: the fingerprint as someone else gave it. `passed` hears how many bytes were just read, and may
    raise to stop. Nothing raises for what the path holds: what cannot be
    opened or read makes the check `container` false.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            return _of_folder(path, expect, passed)
        if not stat.S_ISREG(kind):
            return _unreadable((note("bundle.container.not_plain"),))
        with path.open("rb") as file:
            return _of_zip(file, os.fstat(file.fileno()).st_size, expect, passed)
    except UnreadableZipError as error:
        return _unreadable(error.notes)
    except OSError as error:
        return _unreadable((_unopened(error),))


def _of_zip(file: BinaryIO, length: int, expect: str | None, passed: Passed) -> Verification:
    listing = container.listing(file, length)
    found = bag(tree.from_zip(file, container.members(listing), passed))
    problems = container.differences(file, listing, found.measures)
    return _verification(outcome("container", problems, note("bundle.container.good")), found, expect)


def _of_folder(path: Path, expect: str | None, passed: Passed) -> Verification:
    found = bag(tree.from_folder(path, passed))
    return _verification(not_asked("container", note("bundle.container.folder")), found, expect)


def _verification(first: Check, found: Bag, expect: str | None) -> Verification:
    checks = (
        first,
        integrity.check_payload(found),
        integrity.check_manifest(found, expect),
        integrity.check_completeness(found),
        attestation.check_seal(found),
        attestation.check_timestamp(found),
        attestation.check_custody(found),
        attestation.check_report(found),
        attestation.check_redaction(),
    )
    expected = None if expect is None else fingerprint.parse(expect) == found.fingerprint
    return Verification(found.fingerprint, checks, expected)


def _unreadable(notes: tuple[Note, ...]) -> Verification:
    """Return what can be said where no list of files can be had: nothing but why."""
    rest = (not_asked(name, note("bundle.not_checked")) for name in _NOT_CONTAINER)
    return Verification(None, (failed("container", *notes), *rest))


def _unopened(error: OSError) -> Note:
    if isinstance(error, FileNotFoundError):
        return note("bundle.container.not_found")
    if isinstance(error, PermissionError):
        return note("bundle.container.forbidden")
    return note("bundle.container.unopened", code=error.errno or 0)
