# SPDX-License-Identifier: Apache-2.0
"""The task of checking one bundle."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from inspector.bundle.verifying import verify
from inspector.worker.protocol import CheckLine, Message, Stopped, Verified, Verify
from inspector.worker.telling import Teller


class _CancelledError(Exception):
    """The check shall end."""


def check(task: Verify, teller: Teller) -> Iterator[Message]:
    """Check the bundle and yield what was found."""
    done = 0

    def passed(size: int) -> None:
        nonlocal done
        if teller.cancelled():
            raise _CancelledError
        done += size
        teller.progress(done, 0)

    try:
        found = verify(Path(os.fsdecode(task.path)), task.expect, passed)
    except _CancelledError:
        yield Stopped()
        return
    lines = tuple(CheckLine(each.name, each.ok, each.notes) for each in found.checks)
    yield Verified(found.fingerprint, lines)
