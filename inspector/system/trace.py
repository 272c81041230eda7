# SPDX-License-Identifier: Apache-2.0
"""The moments of one start of the program, for `--startup-trace`."""

from __future__ import annotations

import time


class Trace:
    """Notes when something was reached, in seconds since the program's first line ran."""

    def __init__(self) -> None:
        """Start the clock."""
        self._start = time.perf_counter()
        self._marks: list[tuple[str, float]] = []

    def mark(self, name: str) -> None:
        """Note that this has been reached."""
        self._marks.append((name, time.perf_counter() - self._start))

    def lines(self) -> list[str]:
        """Return one line per mark: seconds, then the name. `began` is the system's own clock at the start.

        That clock is the same for all processes, so that whoever started this one knows what came before.
        """
        return [f"{self._start:.3f} began"] + [f"{seconds:.3f} {name}" for name, seconds in self._marks]
