# SPDX-License-Identifier: Apache-2.0
"""Has many bundles checked, each by a confined worker, and tells of each in one line, in order.

A worker checks one bundle after the other, for starting it takes longer than most checks; one that broke down
is replaced. What it says is believed no more than that of any other worker.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event
from typing import Final

from inspector.app.bundles import Place
from inspector.app.checking import came_to_no_end, checked, unchecked
from inspector.archives.names import shown
from inspector.bundle.answers import Answer, answer_of
from inspector.bundle.summary import Line
from inspector.worker.checking import LieError, holds
from inspector.worker.client import Asked, Worker, WorkerCancelledError, WorkerLostError
from inspector.worker.protocol import Examine, Examined, FromWorker
from inspector.worker.starting import command

_MOST_WORKERS: Final = 4
_AHEAD: Final = 4


def lines(folder: Path, places: Sequence[Place], start: Sequence[str] | None = None) -> Iterator[Line]:
    """Yield a line for each place below `folder`, in the order given, while the next ones are being checked.

    Whoever leaves early ends the workers. `start` stands in for how the program starts one, for tests.
    """
    examiners = _Examiners(folder, list(start or command("verify")))
    width = min(os.cpu_count() or 1, _MOST_WORKERS, max(len(places), 1))
    under: deque[Future[Line]] = deque()
    with closing(examiners), ThreadPoolExecutor(width, thread_name_prefix="summary") as pool:
        try:
            for place in places:
                under.append(pool.submit(examiners.line, place))
                if len(under) >= width * _AHEAD:
                    yield under.popleft().result()
            while under:
                yield under.popleft().result()
        finally:
            examiners.stop()


class _Examiners:
    """The workers: as many as are asked at the same time."""

    def __init__(self, folder: Path, start: list[str]) -> None:
        self._folder = folder
        self._start = start
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._stopped = Event()

    def line(self, place: Place) -> Line:
        """Check one bundle."""
        name = shown(place.path.relative_to(self._folder).as_posix())
        if self._stopped.is_set():
            return Line(name, place.size, unchecked("checker_stopped"), None)
        try:
            worker = self._worker()
            answers = list(worker.ask(Examine(os.fsencode(place.path.absolute())), self._asked()))
            line = _line(name, place.size, answers[-1])
        except (WorkerLostError, WorkerCancelledError, LieError) as error:
            return Line(name, place.size, came_to_no_end(error), None)
        self._idle.put(worker)
        return line

    def stop(self) -> None:
        """Check no more."""
        self._stopped.set()

    def close(self) -> None:
        """End the workers, none of which may be at work."""
        while not self._idle.empty():
            self._idle.get().close()

    def _asked(self) -> Asked:
        return Asked(self._stopped.is_set)

    def _worker(self) -> Worker:
        with suppress(Empty):
            worker = self._idle.get_nowait()
            if worker.alive:
                return worker
        worker = Worker(self._start)
        worker.grant((os.fsencode(self._folder.absolute()),), self._stopped.is_set)
        return worker


def _line(name: str, size: int | None, message: FromWorker) -> Line:
    """Return what a worker found, as far as it can be believed. Raises LieError."""
    if not isinstance(message, Examined):
        raise LieError
    verification = checked(message.found, None)
    holds(message.answer is None or verification.ok)
    return Line(name, size, verification, _answer(message.answer))


def _answer(data: bytes | None) -> Answer | None:
    if data is None:
        return None
    try:
        return answer_of(data)
    except ValueError as error:
        raise LieError from error
