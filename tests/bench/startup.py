# SPDX-License-Identifier: Apache-2.0
"""Seconds from starting the program to the first idle window, as the median of fresh processes.

Usage: startup.py [RUNS]. Offscreen unless QT_QPA_PLATFORM says otherwise. Ends with 1 past the budget.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
BUDGET = 0.7
RUNS = 5


def one_start() -> dict[str, float]:
    """Seconds from starting the process to each mark that the program tells."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "inspector", "--startup-trace"]
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    lines = (line.split(maxsplit=1) for line in done.stdout.splitlines())
    marks = {name: float(seconds) for seconds, name in lines}
    before = marks.pop("began") - started
    return {"first line": before, **{name: before + seconds for name, seconds in marks.items()}}


def main(arguments: list[str]) -> int:
    """Start, say, compare; 1 past the budget."""
    starts = [one_start() for _ in range(int(arguments[0]) if arguments else RUNS)]
    for name in starts[0]:
        every = sorted(marks[name] for marks in starts)
        print(f"{name:12} {median(every):.3f} s   ({every[0]:.3f} to {every[-1]:.3f})")
    first_idle = median(marks["idle"] for marks in starts)
    print(f"first idle {first_idle:.3f} s, budget {BUDGET} s, median of {len(starts)} fresh processes")
    return int(first_idle > BUDGET)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
