# SPDX-License-Identifier: Apache-2.0
"""How long the window stands still: the longest time between two ticks of a ten-millisecond timer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer

_THREADS = Path("/proc/self/task")


class LoopWatch:
    """`longest` is in seconds. Work of the test itself, outside of the window, goes into `paused`.

    Time in which the program could run but others had the processors is not the window's: it is left out of
    `longest` where the system tells of it, and part of `longest_of_all`. `most_computed` is what the window's
    own thread computed at most in one gap; what is left of `longest` it waited for a disk or a lock.
    """

    LIMIT: ClassVar[float] = 0.5
    TICK_MS: ClassVar[int] = 10
    at_work: ClassVar[LoopWatch | None] = None

    def __init__(self) -> None:
        self.longest = 0.0
        self.longest_of_all = 0.0
        self.most_computed = 0.0
        self._computed = 0.0
        self._last: tuple[float, float] | None = None
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        self._last, self._computed = _now(), time.thread_time()
        self._timer.start(self.TICK_MS)
        LoopWatch.at_work = self

    def end(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
        self._last = None
        LoopWatch.at_work = None

    @contextmanager
    def paused(self) -> Iterator[None]:
        self.end()
        try:
            yield
        finally:
            self.begin()

    def tick(self) -> None:
        now, computed = _now(), time.thread_time()
        if self._last is not None:
            gap = now[0] - self._last[0]
            self.longest_of_all = max(self.longest_of_all, gap)
            self.longest = max(self.longest, gap - max(0.0, now[1] - self._last[1]))
            self.most_computed = max(self.most_computed, computed - self._computed)
        self._last, self._computed = now, computed


@contextmanager
def own_work() -> Iterator[None]:
    """Work of the test itself, while a window may be watched or not."""
    watch = LoopWatch.at_work
    with watch.paused() if watch is not None else nullcontext():
        yield


def next_turn() -> None:
    """End a turn of the loop where a test does at one stroke what a person does one after the other."""
    if LoopWatch.at_work is not None:
        LoopWatch.at_work.tick()


def _now() -> tuple[float, float]:
    """The time, and how long the threads of this process have waited for a processor, in seconds.

    All threads: where one that holds the interpreter waits, the window waits with it. Linux: second field of
    schedstat, nanoseconds spent waiting on a run queue (kernel documentation, scheduler/sched-stats). Zero
    elsewhere.
    """
    waited = sum(_waited(thread / "schedstat") for thread in _THREADS.glob("*"))
    return time.perf_counter(), waited / 1e9


def _waited(file: Path) -> int:
    try:
        return int(file.read_text(encoding="ascii").split()[1])
    except OSError:
        # The thread has ended meanwhile.
        return 0
