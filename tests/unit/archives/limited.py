# SPDX-License-Identifier: Apache-2.0
"""Reads hostile inputs in a process of its own that may use little memory, and tells what came of each."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]
MEMORY: Final = 1 << 30

_READ: Final = """
import json, resource, sys, time
memory, *paths = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
sys.path.insert(0, %r)
from pathlib import Path
from inspector.archives.read import read_source
from tests.unit.archives.ways import NOW, said
def peak():
    # Not ru_maxrss, which keeps that of the process that started this one.
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) >> 10
def swap(path):
    # What lies beside under this name takes the place of the input while it is read.
    other = path.with_name(path.name + ".other")
    if other.exists():
        other.replace(path)
for path in map(Path, paths):
    start = time.monotonic()
    reading = read_source(path, NOW, progress=lambda done, total: swap(path))
    source = reading.source
    print(json.dumps({
        "status": source.status, "reason": source.reason.key if source.reason else None,
        "said": said(reading),
        "bears": source.unread_bears, "sha256": source.sha256, "format": source.format,
        "members": [[one.name, one.status, one.reason.key if one.reason else None, one.sha256]
                    for one in source.members[:1000]],
        "count": len(source.members),
        "facts": len(reading.facts) + len(reading.tallies),
        "ledger": [[row.where, row.outcome] for row in source.ledger],
        "absent": sum(row.outcome == "absent" for row in source.ledger),
        "seconds": time.monotonic() - start,
        "peak": peak(),
    }), flush=True)
""" % str(ROOT)  # noqa: UP031 - a template with braces of its own


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one input. `members`: name, status, key of the reason, hash. `peak` in MiB."""

    status: str
    reason: str | None
    said: list[str]
    bears: bool
    sha256: str
    format: str
    members: list[tuple[str, str, str | None, str | None]]
    count: int
    facts: int
    ledger: list[tuple[str, str]]
    absent: int
    seconds: float
    peak: int

    def absent_in(self, member: str) -> list[str]:
        """Where a file was looked in and what was sought is said to be absent."""
        return [where for where, outcome in self.ledger if outcome == "absent" and member in where]

    @property
    def reasons(self) -> dict[str, str | None]:
        """The key of what keeps each member from being read."""
        return {name: reason for name, _, reason, _ in self.members}


def read_limited(paths: Sequence[Path], memory: int = MEMORY, seconds: int = 120) -> list[Read]:
    """Read the inputs one after the other; fails where the process does not outlive them.

    A file beside an input that is called the same with `.other` behind is put in its place while it is read.
    """
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(memory), *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [Read(**one | {"members": [tuple(member) for member in one["members"]]}) for one in found]
