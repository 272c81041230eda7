# SPDX-License-Identifier: Apache-2.0
"""Ends this process when it has taken too much memory, where the system does not (macOS)."""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import Final

_PAUSE: Final = 0.2
_KIBIBYTE: Final = 1024

EXIT: Final = 137
"""The exit code of a process that took too much: what a shell gives for one that was killed."""


def watch(most: int) -> tuple[str, ...]:
    """Look several times a second from now on, and end this process above `most` bytes of memory."""
    threading.Thread(target=_watch, args=(most,), name="memory", daemon=True).start()
    return ("watchdog",)


def _watch(most: int) -> None:
    while _peak() <= most:
        time.sleep(_PAUSE)
    os._exit(EXIT)


def _peak() -> int:
    """Return the most bytes of memory this process has held so far."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Bytes on macOS, kibibytes elsewhere.
    return peak if sys.platform == "darwin" else peak * _KIBIBYTE
