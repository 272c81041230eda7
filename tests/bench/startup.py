# SPDX-License-Identifier: Apache-2.0
"""Seconds from starting the program to the first idle window, as the median of fresh processes.

Usage: startup.py [RUNS]. Offscreen unless QT_QPA_PLATFORM says otherwise. Ends with 1 past the budget. One
start before them compiles what was never compiled, as a person's first one does; it is told apart.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
BUDGET = 0.5
RUNS = 5
_CPU = "processor"


def one_start(compiled: Path) -> dict[str, float]:
    """Seconds from starting the process to each mark that the program tells, and what it computed in all."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "inspector", "--startup-trace"]
    before_it, started = _computed(), time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    lines = (line.split(maxsplit=1) for line in done.stdout.splitlines())
    marks = {name: float(seconds) for seconds, name in lines}
    before = marks.pop("began") - started
    told = {"first line": before, **{name: before + seconds for name, seconds in marks.items()}}
    return {**told, _CPU: _computed() - before_it}


def _computed() -> float:
    """Seconds of processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(arguments: list[str]) -> int:
    """Start, say, compare; 1 past the budget."""
    with tempfile.TemporaryDirectory() as folder:
        compiling = one_start(Path(folder))
        starts = [one_start(Path(folder)) for _ in range(int(arguments[0]) if arguments else RUNS)]
    for name in starts[0]:
        every = sorted(marks[name] for marks in starts)
        print(f"{name:12} {median(every):.3f} s   ({every[0]:.3f} to {every[-1]:.3f})")
    first_idle = median(marks["idle"] for marks in starts)
    print(f"the very first start, with everything to be compiled: {compiling['idle']:.3f} s")
    print(f"first idle {first_idle:.3f} s, budget {BUDGET} s, median of {len(starts)} fresh processes")
    print(f"load of this computer: {os.getloadavg()[0]:.1f}")
    return int(first_idle > BUDGET)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
