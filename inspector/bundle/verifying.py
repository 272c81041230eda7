# SPDX-License-Identifier: Apache-2.0
"""Checks a bundle that anyone may have made or changed: safely, not unpacking it, and to the last byte."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from inspector.bundle import (
    attestation,
    container,
    fingerprint,
    guides,
    integrity,
    layout,
    locking,
    stillness,
    tree,
    unlocking,
)
from inspector.bundle.bag import Bag, bag
from inspector.bundle.foreign import is_foreign, verify_foreign
from inspector.bundle.redaction.check import check_redaction
from inspector.bundle.seal.check import check_seal
from inspector.bundle.seal.report_check import check_report
from inspector.bundle.streams import Passed, unheard
from inspector.bundle.timestamp.check import check_timestamp
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


Look = Callable[[Bag], None]
"""Looks at what is being checked, once it has been measured, while it is still open."""


def _unseen(found: Bag) -> None:
    del found


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked besides the path, as `verify` has it."""

    expect: str | None
    passed: Passed
    look: Look
    pages: bool
    opening: bytes | None
    password: str | None = field(repr=False)


def verify(  # noqa: PLR0913 - each is a wish of its own, and none goes with another
    path: Path,
    expect: str | None = None,
    passed: Passed = unheard,
    look: Look = _unseen,
    *,
    pages: bool = True,
    opening: bytes | None = None,
    password: str | None = None,
) -> Verification:
    """Check the bundle in a zip, or unpacked in a folder.

    `expect`: the fingerprint as someone else gave it. `passed` hears how many bytes were just read, and may
    raise to stop. Without `pages` the signature inside the report is left out; the seal covers the report as
    well. `opening`: a file that shows a withheld part. `password` opens a locked bundle. Nothing raises for
    what the path holds: what cannot be opened or read makes the check `container` false.
    """
    wish = _Wish(expect, passed, look, pages, opening, password)
    try:
        resolved = path.resolve()
        if _is_something_else(resolved):
            return _unreadable((note("bundle.container.no_bundle", file=layout.BAGIT),))
        before = stillness.state_of(resolved)
        found = _verified(resolved, wish)
    except OSError as error:
        return _unreadable((_unopened(error),))
    moving = stillness.moved(before, stillness.state_of(resolved))
    if not moving:
        return found
    first, *rest = found.checks
    told = failed("container", *moving, *(first.notes if first.ok is False else ()))
    return replace(found, checks=(told, *rest))


def _is_something_else(path: Path) -> bool:
    """Tell of a folder that holds no file of a bundle or bag: all that lies below is not even looked at.

    It may be all that a person has. Raises OSError where it cannot be listed.
    """
    if not path.is_dir():
        return False
    with os.scandir(path):
        return not any((path / file).exists() for file in layout.REQUIRED)


def _verified(path: Path, wish: _Wish) -> Verification:
    """Check what lies at a path as it is now. Raises OSError."""
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        if is_foreign(path):
            return verify_foreign(path, wish.expect, wish.passed)
        return _of_folder(path, wish)
    if not stat.S_ISREG(kind):
        return _unreadable((note("bundle.container.not_plain"),))
    try:
        with path.open("rb") as file:
            return _of_zip(file, os.fstat(file.fileno()).st_size, wish)
    except UnreadableZipError as error:
        return _unreadable(error.notes)


def _of_zip(file: BinaryIO, length: int, wish: _Wish) -> Verification:
    if not locking.is_locked(file.read(locking.HEAD)):
        return _of_open_zip(file, length, wish)
    if wish.password is None:
        return _unreadable((note("bundle.container.locked"),))
    with unlocking.unlocked(file, length, wish.password, wish.passed) as inside:
        try:
            return _of_open_zip(inside.stream, inside.size, wish, inside.problems)
        except UnreadableZipError as error:
            return _unreadable((*inside.problems, *error.notes))


def _of_open_zip(file: BinaryIO, length: int, wish: _Wish, lock: tuple[Note, ...] = ()) -> Verification:
    """Check a zip that is not locked, or what lies beneath a lock that was changed as `lock` says."""
    listing = container.listing(file, length)
    found = bag(tree.from_zip(file, container.members(listing), wish.passed))
    wish.look(found)
    problems = (*lock, *container.differences(file, listing, found.measures))
    return _verification(outcome("container", problems, note("bundle.container.good")), found, wish)


def _of_folder(path: Path, wish: _Wish) -> Verification:
    found = bag(tree.from_folder(path, wish.passed))
    wish.look(found)
    return _verification(not_asked("container", note("bundle.container.folder")), found, wish)


def _verification(first: Check, found: Bag, wish: _Wish) -> Verification:
    expect = wish.expect
    checks = (
        first,
        integrity.check_payload(found),
        _with_cautions(integrity.check_manifest(found, expect), found, wish),
        integrity.check_completeness(found),
        check_seal(found),
        check_timestamp(found),
        attestation.check_custody(found),
        check_report(found, pages=wish.pages),
        check_redaction(found, wish.opening),
    )
    expected = None if expect is None else fingerprint.parse(expect) == found.fingerprint
    return Verification(found.fingerprint, checks, expected)


def _with_cautions(lists: Check, found: Bag, wish: _Wish) -> Check:
    """Return the check of the lists, with what is to be said of the guides that they hold."""
    if not lists.ok or not wish.pages:
        return lists
    return replace(lists, notes=(*lists.notes, *guides.cautions(found)))


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
