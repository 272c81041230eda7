# SPDX-License-Identifier: Apache-2.0
"""What a worker costs: the time until it is ready, and reading by it beside reading in the program itself."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, get_args

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from inspector.worker.client import Worker  # noqa: E402 - the path is set above
from inspector.worker.protocol import Work  # noqa: E402 - the path is set above
from inspector.worker.starting import command  # noqa: E402 - the path is set above
from tests.makers.linkedin.big import big_messages  # noqa: E402 - the path is set above

ROWS: Final = 200_000

# Each prints the processor time of all that it took, without what importing took.
_HERE: Final = """
from inspector.archives.read import read_source
start = time.process_time()
found = read_source(path, now)
print(time.process_time() - start)
"""
_WORKER: Final = """
import resource
from inspector.app.reading import Readers
start = time.process_time()
readers = Readers()
readers.expect([path])
found = readers.read(path, now, items=False, cancelled=lambda: False, progress=lambda done, total: None)
readers.rest()
of_worker = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.process_time() - start + of_worker.ru_utime + of_worker.ru_stime)
"""
_BEFORE: Final = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
path, now = Path(sys.argv[1]), datetime(2026, 11, 21, tzinfo=UTC)
"""


def ready(work: Work) -> float:
    """Return the seconds until a worker is ready."""
    start = time.monotonic()
    worker = Worker(command(work))
    worker.grant(())
    took = time.monotonic() - start
    worker.close()
    return took


def taken(code: str, path: Path) -> float:
    """Return the processor seconds that reading takes."""
    done = subprocess.run(
        [sys.executable, "-c", _BEFORE + code, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def main() -> int:
    """Measure and say."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=ROWS)
    arguments.add_argument("--times", type=int, default=5)
    given = arguments.parse_args()
    for work in get_args(Work):
        seconds = sorted(ready(work) for _ in range(given.times))
        median = statistics.median(seconds)
        print(f"ready to {work}: {1000 * seconds[0]:.0f} ms at best, {1000 * median:.0f} ms in the middle")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.zip"
        big_messages(path, given.rows)
        here = min(taken(_HERE, path) for _ in range(given.times))
        worker = min(taken(_WORKER, path) for _ in range(given.times))
    print(f"{given.rows} messages: {here:.2f} CPU s in the program, {worker:.2f} by a worker with its start")
    return 0


if __name__ == "__main__":
    sys.exit(main())
