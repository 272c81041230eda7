# SPDX-License-Identifier: Apache-2.0
"""The tasks of checking one bundle, and of telling what it answers as well."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from inspector.bundle.answers import encoded
from inspector.bundle.examining import examine
from inspector.bundle.verification import Verification
from inspector.bundle.verifying import verify
from inspector.worker.message import Message
from inspector.worker.protocol import CheckLine, Examine, Examined, Stopped, Verified, Verify
from inspector.worker.telling import Teller


class _CancelledError(Exception):
    """The check shall end."""


def check(task: Verify | Examine, teller: Teller) -> Iterator[Message]:
    """Check the bundle and yield what was found."""
    path = Path(os.fsdecode(task.path))
    passed = _watch(teller)
    try:
        if isinstance(task, Verify):
            found = verify(path, task.expect, passed, opening=task.opening, password=task.password)
            yield _lines(found)
            return
        told = examine(path, passed)
        yield Examined(_lines(told.verification), encoded(told.answer) if told.answer else None)
    except _CancelledError:
        yield Stopped()


def _watch(teller: Teller) -> Callable[[int], None]:
    """Return what hears of each piece that was read: it tells how far the check is, or ends it."""
    done = 0

    def passed(size: int) -> None:
        nonlocal done
        if teller.cancelled():
            raise _CancelledError
        done += size
        teller.progress(done, 0)

    return passed


def _lines(found: Verification) -> Verified:
    return Verified(
        found.fingerprint, tuple(CheckLine(each.name, each.ok, each.notes) for each in found.checks)
    )
