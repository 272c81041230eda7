# SPDX-License-Identifier: Apache-2.0
"""How this program starts a worker of itself: frozen and from source alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from inspector.worker.protocol import WORKER_ARGUMENT, Work

# What a worker may know of its surroundings: nothing that could be a secret, nothing that changes Python.
_PASSED_ON: Final = (
    "DYLD_LIBRARY_PATH",
    "LANG",
    "LC_ALL",
    "LD_LIBRARY_PATH",
    "SOURCE_DATE_EPOCH",
    "SYSTEMROOT",
    "TZ",
)

# On Linux a worker is killed when the thread that started it ends. This one lives as long as the program.
_STARTER: Final = ThreadPoolExecutor(1, thread_name_prefix="worker-starter")


def command(work: Work) -> list[str]:
    """Return the command line of a worker."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT, work]
    # By its place, and isolated: whatever the folder and the variables are in which the program was started.
    return [sys.executable, "-I", str(Path(__file__).with_name("__main__.py")), work]


def environment(work: str = "") -> dict[str, str]:
    """Return the variables that a worker sees.

    Each further arena of the C library, and each thread of numpy's library, takes some 50 MB of the address
    space that a worker is held to. Looking at pictures needs the most of it.
    """
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    arenas = "1" if work == "capture" else "2"
    return {**passed, "MALLOC_ARENA_MAX": arenas, "OPENBLAS_NUM_THREADS": "1"}


def started(line: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a worker with its two pipes. Raises OSError."""
    return _STARTER.submit(_start, list(line)).result()


def _start(line: list[str]) -> subprocess.Popen[bytes]:
    # What a worker has to say to stderr may quote what it reads, so nobody hears it.
    process = subprocess.Popen(  # noqa: S603 - our own program, arguments fixed
        line,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env=environment(line[-1]),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if sys.platform == "win32":
        from inspector.worker.confinement.windows import held_in_job  # noqa: PLC0415 - works only there

        held_in_job(process)
    return process
