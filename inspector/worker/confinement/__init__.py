# SPDX-License-Identifier: Apache-2.0
"""Holds this process to what its work needs, as far as the system it runs on offers that.

What holds here, by name: `memory`, `cpu`, `files` (rlimits), `parent` (killed with it), `privileges` (none
to gain), `landlock` (sees only what it was granted, writes nothing, reaches no port), `seccomp` (no
connection, no program, no process), `watchdog` (memory, where the system does not hold to its limit). On
Windows a job object around the worker holds memory and processes; the program sets it (`windows`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from inspector.worker.confinement import limits, watchdog
from inspector.worker.protocol import Work


def at_start() -> None:
    """Set what can be set before anything is known of the work: this process ends with its parent."""
    if sys.platform == "linux":
        from inspector.worker.confinement import process  # noqa: PLC0415 - exists only there

        process.end_with_parent()


def confine(work: Work, paths: Sequence[bytes]) -> tuple[str, ...]:
    """Give up what `work` does not need; only `paths` can be read from now on. Return what holds.

    There must be one thread only, and all that is to be loaded should have been: what is loaded later is
    slower, for it cannot be kept.
    """
    held = list(limits.limit(work))
    if sys.platform == "darwin":
        held.extend(watchdog.watch(limits.MEMORY[work]))
    if sys.platform == "linux":
        from inspector.worker.confinement import landlock, process, seccomp  # noqa: PLC0415 - exist only there

        held.append("parent")
        held.extend(process.without_new_privileges())
        held.extend(landlock.see_only(list(map(os.fsdecode, paths)), parts=work != "capture"))
        held.extend(seccomp.filtered())
    return tuple(held)


def renew() -> None:
    """Give the next task its own processor time."""
    limits.renew()
