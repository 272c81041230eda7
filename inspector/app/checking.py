# SPDX-License-Identifier: Apache-2.0
"""Has a bundle checked by a worker of its own: anyone may have made it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from inspector.bundle import fingerprint
from inspector.bundle.verification import (
    KNOWN_KEY,
    UNKNOWN_KEY,
    Check,
    CheckName,
    Verification,
    failed,
    not_asked,
)
from inspector.domain.text import Note, note
from inspector.worker import checking
from inspector.worker.checking import LieError, holds
from inspector.worker.client import Asked, Worker, WorkerCancelledError, WorkerLostError
from inspector.worker.protocol import CheckLine, FromWorker, Verified, Verify
from inspector.worker.starting import command

_NAMES: tuple[CheckName, ...] = get_args(CheckName)


class CheckCancelledError(Exception):
    """The person stopped the check."""


def _never() -> bool:
    return False


def _silent(done: int, total: int) -> None:
    del done, total


def verify(  # noqa: PLR0913 - each is a wish of its own, and none goes with another
    path: Path,
    expect: str | None = None,
    cancelled: Callable[[], bool] = _never,
    line: Sequence[str] | None = None,
    *,
    known: Collection[str] = (),
    opening: bytes | None = None,
    password: str | None = None,
    progress: Callable[[int, int], None] = _silent,
) -> Verification:
    """Check the bundle in a zip or a folder, as `bundle.verifying.verify` does. Raises CheckCancelledError.

    `line` stands in for how the program starts its worker, for tests. `known`: fingerprints of the keys that
    seal the bundles of the case that is open. `opening`: a file that shows a part withheld from the bundle.
    `password` opens a locked bundle; it goes to the worker alone.
    `progress` hears how many bytes were read, of how many where that is known, else of 0.
    """
    name = os.fsencode(path.absolute())
    try:
        worker = Worker(line or command("verify"))
        try:
            worker.grant((name,))
            asked, task = Asked(cancelled, _of(path, progress)), Verify(name, expect, opening, password)
            found = [checked(one, expect) for one in worker.ask(task, asked)]
        finally:
            worker.close()
    except WorkerCancelledError as error:
        raise CheckCancelledError from error
    except (WorkerLostError, LieError) as error:
        return came_to_no_end(error)
    return recognised(found[-1], known)


def _of(path: Path, progress: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """Return what tells how much of a bundle was read: of a zip its size is known, of a folder it is not."""
    try:
        total = path.stat().st_size if path.is_file() else 0
    except OSError:
        total = 0
    return lambda done, _total: progress(min(done, total) if total else done, total)


def checked(message: FromWorker, expect: str | None) -> Verification:
    """Return what a worker found, as far as it can be believed. Raises LieError."""
    if not isinstance(message, Verified):
        raise LieError
    found = message.fingerprint
    checking.hashes([found])
    holds(tuple(line.name for line in message.checks) == _NAMES)
    checks = tuple(map(_check, _NAMES, message.checks))
    same = None if expect is None or found is None else fingerprint.parse(expect) == found
    return Verification(found, checks, same)


def _check(name: CheckName, line: CheckLine) -> Check:
    holds(line.notes)
    return Check(name, line.ok, tuple(checking.sentence(each, ("bundle.",)) for each in line.notes))


def recognised(found: Verification, known: Collection[str]) -> Verification:
    """Return what was found, saying of a seal that holds that its key is one of these, if it is."""
    checks = tuple(
        replace(each, notes=tuple(_known(one, known) for one in each.notes)) for each in found.checks
    )
    return replace(found, checks=checks)


def _known(one: Note, known: Collection[str]) -> Note:
    if one.key == UNKNOWN_KEY and fingerprint.parse(str(one.as_dict()["fingerprint"])) in known:
        return replace(one, key=KNOWN_KEY)
    return one


def came_to_no_end(error: Exception) -> Verification:
    """Return the outcome of a check whose worker failed with this error."""
    missing = isinstance(error, WorkerLostError) and error.cause == "not_started"
    return unchecked("checker_missing" if missing else "checker_stopped")


def unchecked(why: str) -> Verification:
    """Return the outcome of a check that came to no end; `why` is the last part of the sentence's key."""
    first, *rest = _NAMES
    others = (not_asked(name, note("bundle.not_checked")) for name in rest)
    return Verification(None, (failed(first, note(f"bundle.container.{why}")), *others))
