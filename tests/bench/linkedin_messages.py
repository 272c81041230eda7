# SPDX-License-Identifier: Apache-2.0
"""CPU and memory of reading an export with very many messages, against `unzip -t` and `sha256sum` on it.

Ours, in a process of its own from opening the file to the last count: checksum and SHA-256 of every member,
hash of the file, and all facts. Theirs: checksum of every member, hash of the file. They take turns.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
ROWS: Final = 200_000
MOST_OF_THEIRS: Final = 1.8
MOST_MEGABYTES: Final = 90

READ: Final = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from inspector.archives.read import read_source
start = time.process_time()
reading = read_source(Path(sys.argv[1]), datetime(2026, 11, 21, tzinfo=UTC))
seconds = time.process_time() - start
status = Path("/proc/self/status").read_text().splitlines()
peak = int(next(line for line in status if line.startswith("VmHWM")).split()[1])
messages = sum(t.count for t in reading.tallies if t.data_class == "private_messages")
print(seconds, peak / 1024, reading.source.status, messages)
"""


def make(path: Path, rows: int) -> int:
    """Write the export and return how many private messages it holds."""
    sys.path.insert(0, str(ROOT))
    from tests.makers.linkedin.big import big_messages

    return big_messages(path, rows).private_messages or 0


def ours(path: Path) -> tuple[float, float, str]:
    """Read the export; return CPU seconds, peak megabytes, and what was read."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, peak, what = done.stdout.strip().split(" ", 2)
    return float(seconds), float(peak), what


def theirs(path: Path) -> float:
    """Return the CPU seconds of both programs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in (["unzip", "-tqq", str(path)], ["sha256sum", str(path)]):
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Make, measure, say; 1 where a limit was passed or a message was lost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=ROWS)
    arguments.add_argument("--times", type=int, default=10)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.zip"
        expected = make(path, given.rows)
        size = path.stat().st_size / 1e6
        runs = [(ours(path), theirs(path)) for _ in range(given.times)]
    (seconds, peak, _), peers = min(run for run, _ in runs), min(peer for _, peer in runs)
    share = seconds / peers
    print(f"{given.rows} messages, {size:.0f} MB, best of {given.times} each, load {os.getloadavg()[0]:.1f}:")
    print(f"  ours {seconds:.2f} CPU s, {peak:.0f} MB (at most {MOST_MEGABYTES}); theirs {peers:.2f} CPU s")
    print(f"  {share:.2f} of theirs (at most {MOST_OF_THEIRS})")
    whole = all(what == f"read {expected}" for (_, _, what), _ in runs)
    return 0 if whole and share <= MOST_OF_THEIRS and peak <= MOST_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
