# SPDX-License-Identifier: Apache-2.0
"""The program's side of one worker: starts it, asks, hears, and ends it whatever it does."""

from __future__ import annotations

import contextlib
import io
import queue
import subprocess
import threading
import time
import weakref
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import IO, Final, Literal, NoReturn, cast

from inspector.worker.framing import framed
from inspector.worker.listening import LOOK_SECONDS, Ear, End
from inspector.worker.message import Message
from inspector.worker.protocol import (
    Broke,
    Cancel,
    CaptureDone,
    Examined,
    Fetched,
    FromWorker,
    Grant,
    Masked,
    OutlineDone,
    Progress,
    ReadDone,
    Ready,
    Refused,
    Rendered,
    Stopped,
    Task,
    Verified,
    encoded,
)
from inspector.worker.redaction import (
    RebuiltItem,
    Revealed,
    Searched,
    Seeking,
)
from inspector.worker.starting import started

QUIET_SECONDS: Final = 30.0
"""So long may a worker give no sign of life before it is taken for hanging."""

GRACE_SECONDS: Final = 0.5
"""So long may a worker take to end a task when it is asked to."""

_ENDED_SECONDS: Final = 2.0
_AT_ONCE: Final = 1 << 18

Cause = Literal["not_started", "ended", "hung", "too_slow", "garbled"]


class WorkerLostError(Exception):
    """A worker came to no end. `member`: the place of the member it was at, None where it was at none.

    `code`: its exit code, negative for a signal; None where it was ended from here. `place`: kind and place
    of the fault of its own that it told of.
    """

    def __init__(
        self, cause: Cause, member: int | None = None, code: int | None = None, place: str = ""
    ) -> None:
        super().__init__(cause, member, code, place)
        self.cause = cause
        self.member = member
        self.code = code
        self.place = place


class WorkerCancelledError(Exception):
    """The task was ended because the person asked for it."""


def _never() -> bool:
    return False


def _silent(done: int, total: int) -> None:
    del done, total


@dataclass(frozen=True, slots=True)
class Asked:
    """Who looks on while a worker is at work, and how long it may take in silence and in all."""

    cancelled: Callable[[], bool] = _never
    progress: Callable[[int, int], None] = _silent
    quiet: float = QUIET_SECONDS
    seconds: float = float("inf")


class Worker:
    """One worker process. It ends with `close`, when this value is forgotten, or when the program ends."""

    def __init__(self, line: Sequence[str]) -> None:
        """Start it. Raises WorkerLostError where that cannot be."""
        try:
            process = started(line)
        except OSError as error:
            raise WorkerLostError("not_started") from error
        self._process = process
        self._mouth = _Mouth(cast("IO[bytes]", process.stdin))
        self._ear = Ear(io.BufferedReader(cast("io.FileIO", process.stdout), _AT_ONCE))
        self._end = weakref.finalize(self, _end, process, self._mouth, self._ear)
        self._begun = False
        self.held: tuple[str, ...] = ()

    @property
    def pid(self) -> int:
        """Return the number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Answer whether it can be asked."""
        return self._end.alive and self._process.poll() is None

    def grant(self, paths: Sequence[bytes], cancelled: Callable[[], bool] = _never) -> None:
        """Let it see some files and folders, once and for all.

        Raises WorkerLostError, WorkerCancelledError.
        """
        self._mouth.say(Grant(tuple(paths)))
        match self._next(Asked(cancelled), float("inf")):
            case Ready(held):
                self.held = held
            case _:
                self._lost("garbled")

    def ask(self, task: Task, asked: Asked) -> Generator[FromWorker, None, None]:
        """Yield what a task gives; the last message ends it. Raises WorkerLostError, WorkerCancelledError.

        Whoever leaves early ends the worker. Nothing that comes has been checked beyond its types.
        """
        self._ear.begin()
        self._begun, whole = True, False
        try:
            self._mouth.say(task)
            latest = time.monotonic() + asked.seconds
            while not whole:
                message = self._next(asked, latest)
                whole = _ends(message)
                yield message
        finally:
            if not whole:
                self.close()

    def close(self) -> None:
        """End it, if it has not ended yet."""
        self._end()

    def _next(self, asked: Asked, latest: float) -> FromWorker:
        told: Progress | None = None
        while True:
            if asked.cancelled():
                self._cancel()
            try:
                message = self._ear.queue.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                told = self._tell(asked, told)
                self._check_time(asked, latest)
            else:
                self._tell(asked, told)
                return self._heard(message)

    def _tell(self, asked: Asked, told: Progress | None) -> Progress | None:
        newest = self._ear.progress
        if newest is not None and newest is not told:
            asked.progress(newest.done, newest.total)
        return newest

    def _heard(self, message: FromWorker | End) -> FromWorker:
        if isinstance(message, End):
            self._lost("garbled" if message.garbled else "ended")
        if isinstance(message, Broke):
            self._lost("ended", message.place)
        return message

    def _check_time(self, asked: Asked, latest: float) -> None:
        moment = time.monotonic()
        if moment > latest:
            self._lost("too_slow")
        if moment - self._ear.heard > asked.quiet:
            self._lost("hung")

    def _lost(self, cause: Cause, place: str = "") -> NoReturn:
        code = None
        if cause == "ended":
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = self._process.wait(_ENDED_SECONDS)
        member = self._ear.entered.ordinal if self._ear.entered else None
        self.close()
        raise WorkerLostError(cause, member, code, place)

    def _cancel(self) -> NoReturn:
        """Ask it to stop, wait a little where it has begun with something, and end it."""
        self._mouth.say(Cancel())
        latest = time.monotonic() + GRACE_SECONDS * self._begun
        while time.monotonic() < latest:
            with contextlib.suppress(queue.Empty):
                if isinstance(self._ear.queue.get(timeout=LOOK_SECONDS), End | Stopped):
                    break
        self.close()
        raise WorkerCancelledError


class _Mouth:
    """Speaks to one worker, on threads of their own: a worker that does not listen keeps nobody waiting."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def say(self, message: Message) -> None:
        """Send a message after those before it."""
        data = b"".join(framed(encoded(message)))
        threading.Thread(target=self._write, args=(data,), name="worker-mouth", daemon=True).start()

    def _write(self, data: bytes) -> None:
        rest = memoryview(data)
        # That a worker has ended is noticed where nothing comes from it.
        with self._lock, contextlib.suppress(OSError, ValueError):
            while rest:
                rest = rest[self._pipe.write(rest) :]

    def close(self) -> None:
        """Let go of the pipe; the process must have ended."""
        with self._lock:
            self._pipe.close()


def _ends(message: FromWorker) -> bool:
    match message:
        case Rendered(last=last) | Fetched(last=last):
            return last
        case ReadDone() | OutlineDone() | Verified() | Examined() | CaptureDone() | Masked():
            return True
        case RebuiltItem() | Revealed() | Seeking() | Searched() | Refused() | Stopped():
            return True
        case _:
            return False


def _end(process: subprocess.Popen[bytes], mouth: _Mouth, ear: Ear) -> None:
    """Kill a worker, and let go of all that was its own."""
    process.kill()
    process.wait()
    mouth.close()
    ear.end()
