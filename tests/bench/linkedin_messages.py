# SPDX-License-Identifier: Apache-2.0
"""How much CPU and memory reading an export with very many messages takes, in a process of its own."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
ROWS: Final = 200_000
MOST_SECONDS: Final = 2.5
MOST_MEGABYTES: Final = 90
_KIBIBYTES: Final = 1024

READ: Final = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from inspector.archives.read import read_source
reading = read_source(Path(sys.argv[1]), datetime(2026, 11, 21, tzinfo=UTC))
print(reading.source.status, sum(t.count for t in reading.tallies if t.data_class == "private_messages"))
"""


def make(path: Path, rows: int) -> int:
    """Write the export and return how many private messages it holds."""
    sys.path.insert(0, str(ROOT))
    from tests.makers.linkedin.big import big_messages

    return big_messages(path, rows).private_messages or 0


def measure(path: Path) -> tuple[float, float, float, str]:
    """Read the export; return CPU seconds, wall seconds, peak megabytes, and what was read."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start, after.ru_maxrss / _KIBIBYTES, done.stdout.strip()


def main() -> int:
    """Make, measure, say; 1 where a limit was passed or a message was lost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=ROWS)
    arguments.add_argument("--times", type=int, default=3)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.zip"
        expected = make(path, given.rows)
        runs = [measure(path) for _ in range(given.times)]
    best = min(runs)
    sys.stdout.write(f"{given.rows} messages, best of {given.times}: ")
    sys.stdout.write(f"{best[0]:.2f} CPU s, {best[1]:.2f} s, {best[2]:.0f} MB\n")
    whole = all(run[3] == f"read {expected}" for run in runs)
    return 0 if whole and best[0] <= MOST_SECONDS and best[2] <= MOST_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
