# SPDX-License-Identifier: Apache-2.0
"""Work that takes a while, on plain threads: how far it is, whether it should stop, and how it ended."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from threading import Event
from typing import Any

from inspector.archives.watch import ReadCancelledError

_LEAST_PAUSE = 0.05
"""Seconds between two tellings of progress: more often than a person can see."""


class JobCancelledError(Exception):
    """The job was asked to stop and did."""


class Lane(StrEnum):
    """Where work queues: what changes the case goes one after the other, what only looks goes beside it.

    The answer that a page shows waits behind neither.
    """

    CHANGE = "change"
    LOOK = "look"
    ANSWER = "answer"


_WIDTH = {Lane.CHANGE: 1, Lane.LOOK: 2, Lane.ANSWER: 1}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total`, 0 where the total is not known."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The job is done and gave `result`."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The job ended with an error."""

    error: BaseException


@dataclass(frozen=True, slots=True)
class Stopped:
    """The job was asked to stop, and has stopped or never began."""


News = Progress | Finished | Failed | Stopped
Work = Callable[["Job"], Any]
Tell = Callable[["Job", News], None]


class Job:
    """One piece of work. The work itself asks `cancelled()` or `check()`, and tells `progress()`."""

    def __init__(self, number: int, tell: Tell) -> None:
        """Number a job; `tell` is called on the thread that has the news."""
        self.number = number
        self._tell = tell
        self._asked = Event()
        self._told_at = 0.0

    def cancel(self) -> None:
        """Ask the job to stop; it is over only when its news says so."""
        self._asked.set()

    def cancelled(self) -> bool:
        """Answer whether somebody asked the job to stop."""
        return self._asked.is_set()

    def check(self) -> None:
        """Raise JobCancelledError where somebody asked the job to stop."""
        if self.cancelled():
            raise JobCancelledError

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is. What comes too soon after the last telling is dropped, the end never."""
        moment = time.monotonic()
        if done >= total > 0 or moment - self._told_at >= _LEAST_PAUSE:
            self._told_at = moment
            self._tell(self, Progress(done, total))


class Jobs:
    """The threads that jobs run on. Every job ends with exactly one of Finished, Failed and Stopped."""

    def __init__(self, tell: Tell) -> None:
        """Take whom to tell; `tell(job, news)` is called on the thread that has the news."""
        self._tell = tell
        self._numbers = count(1)
        self._running: set[Job] = set()
        self._lanes = {
            lane: ThreadPoolExecutor(width, thread_name_prefix=f"inspector-{lane}")
            for lane, width in _WIDTH.items()
        }

    def start(self, work: Work, lane: Lane = Lane.CHANGE) -> Job:
        """Queue `work(job)` and return the job. The CHANGE lane keeps the order they came in."""
        job = Job(next(self._numbers), self._tell)
        self._running.add(job)
        future = self._lanes[lane].submit(_begin, work, job)
        future.add_done_callback(lambda done: self._end(job, done))
        return job

    @property
    def running(self) -> tuple[Job, ...]:
        """Return the jobs that are queued or at work, in the order they came."""
        return tuple(sorted(self._running, key=lambda job: job.number))

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self.running:
            job.cancel()

    def close(self) -> None:
        """Ask every job to stop and wait until all have; nothing can be started afterwards."""
        self.cancel_all()
        for pool in self._lanes.values():
            pool.shutdown(wait=True)

    def _end(self, job: Job, future: Future[Any]) -> None:
        self._running.discard(job)
        self._tell(job, _news(future))


def _begin(work: Work, job: Job) -> Any:
    job.check()
    return work(job)


def _news(future: Future[Any]) -> News:
    if future.cancelled():
        return Stopped()
    error = future.exception()
    if error is None:
        return Finished(future.result())
    if isinstance(error, JobCancelledError | ReadCancelledError | CancelledError):
        return Stopped()
    return Failed(error)
