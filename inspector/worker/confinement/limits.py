# SPDX-License-Identifier: Apache-2.0
"""Limits that every Unix keeps: memory, processor time, no files written, few open, no dump of the memory."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final

from inspector.worker.protocol import Work

MEMORY: Final[Mapping[Work, int]] = {
    "read": 2 << 30,
    "verify": 1 << 30,
    "outline": 2 << 30,
    "render": 8 << 30,
    "capture": 1280 << 20,
    "redact": 2 << 30,
}
"""Bytes of address space. Reading keeps far below; threads that set pages reserve much and use little.

Reading captures reserves some 240 MiB beyond what it uses: it uses 1.1 GB at most.
"""

SECONDS: Final = 3600
"""Processor time for one task: an hour is enough for some terabytes."""

_OPEN_FILES: Final = 512


def limit(work: Work) -> tuple[str, ...]:
    """Set the limits and return their names."""
    if sys.platform == "win32":
        return ()
    import resource  # noqa: PLC0415 - not on Windows

    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES)
    renew()
    if sys.platform == "darwin":
        # There the limit can be set and is not kept.
        return ("cpu", "files")
    _lower(resource.RLIMIT_AS, MEMORY[work])
    return ("memory", "cpu", "files")


def renew() -> None:
    """Count the processor time from now on."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = spent + SECONDS
    resource.setrlimit(
        resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
    )


def _lower(what: int, most: int) -> None:
    """Set both limits, never above what this process itself is held to."""
    import resource  # noqa: PLC0415 - not on Windows

    if sys.platform != "win32":
        hard = resource.getrlimit(what)[1]
        value = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (value, value))
