# SPDX-License-Identifier: Apache-2.0
"""Has archives read by a worker: one for many sources, kept warm, and a new one where it broke down."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from inspector.app.attempts import GivenUpError, attempted
from inspector.app.passwords import Passwords
from inspector.archives.parts import files_beside
from inspector.archives.watch import ReadCancelledError
from inspector.archives.within import called
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.text import note
from inspector.worker.checking import LieError
from inspector.worker.client import Asked, Worker, WorkerCancelledError, WorkerLostError
from inspector.worker.protocol import Read
from inspector.worker.results import Gathering
from inspector.worker.starting import command

_BLOCK: Final = 1 << 20

Identity = tuple[int, int] | None


@dataclass(slots=True)
class _Seat:
    """A worker, and which files it may see, each as it was when that was granted."""

    worker: Worker
    granted: dict[bytes, Identity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is asked of one reading."""

    path: Path
    now: datetime
    items: bool
    asked: Asked
    password: str | None = field(repr=False)


class Readers:
    """Reads sources one after the other or side by side; may be used on any thread.

    A worker that waits for more ends with `rest`, or when this value is forgotten.
    """

    def __init__(self, line: Sequence[str] | None = None, asked: Asked | None = None) -> None:
        """`line` and the times in `asked` stand in for those of the program, for tests."""
        self._line = list(line or command("read"))
        self._times = asked or Asked()
        self._expected: dict[bytes, None] = {}
        self._idle: _Seat | None = None
        self._lock = threading.Lock()
        self.passwords = Passwords()

    def expect(self, paths: Sequence[Path]) -> None:
        """Start a worker that may see these files, which are going to be read."""
        self._expected = dict.fromkeys(map(_system_name, paths))
        with self._lock:
            if self._idle is None and self._expected:
                self._idle = self._start()

    def rest(self) -> None:
        """End the worker that waits for more, if one does. Whatever is read later has a new one."""
        with self._lock:
            seat, self._idle = self._idle, None
        if seat is not None:
            seat.worker.close()

    def read(
        self,
        path: Path,
        now: datetime,
        *,
        items: bool,
        cancelled: Callable[[], bool],
        progress: Callable[[int, int], None],
    ) -> SourceReading:
        """Read one source as `archives.read.read_source` does, and tell where that was not possible.

        What is encrypted is opened with `passwords`. Raises ReadCancelledError.
        """
        asked = Asked(cancelled, progress, self._times.quiet, self._times.seconds)
        wanted = _Wanted(path, now, items, asked, self.passwords.of(path))
        try:
            reading = attempted(lambda broken: self._once(wanted, broken))
        except GivenUpError as error:
            return unread(wanted, error.key)
        if wanted.password is not None and not reading.source.is_locked:
            self.passwords.opens(path, wanted.password)
        return reading

    def _once(self, wanted: _Wanted, broken: Sequence[int]) -> SourceReading:
        """Read with one worker. Raises WorkerLostError, ReadCancelledError."""
        name = _system_name(wanted.path)
        seat = self._seat(name, wanted.asked)
        gathering = Gathering(wanted.path)
        task = Read(name, wanted.now, wanted.items, tuple(broken), wanted.password)
        try:
            for message in seat.worker.ask(task, wanted.asked):
                gathering.take(message)
        except LieError as error:
            raise WorkerLostError("garbled") from error
        except WorkerCancelledError as error:
            raise ReadCancelledError from error
        finally:
            if gathering.reading is None:
                seat.worker.close()
        if gathering.reading is None:
            raise WorkerLostError("garbled")
        self._keep(seat)
        return gathering.reading

    def _start(self) -> _Seat | None:
        try:
            return _Seat(Worker(self._line))
        except WorkerLostError:
            return None

    def _seat(self, name: bytes, asked: Asked) -> _Seat:
        """Return a worker that may see this file. Raises WorkerLostError, ReadCancelledError."""
        with self._lock:
            seat, self._idle = self._idle, None
        if seat is not None and not _may_see(seat, name):
            seat.worker.close()
            seat = None
        if seat is None:
            seat = _Seat(Worker(self._line))
        if not seat.granted:
            names = list(dict.fromkeys(file for one in (*self._expected, name) for file in _with_parts(one)))
            identities = {one: _identity(one) for one in names}
            _grant(seat.worker, names, asked)
            seat.granted = identities
        return seat

    def _keep(self, seat: _Seat) -> None:
        with self._lock:
            if self._idle is None and seat.worker.alive:
                self._idle = seat
                return
        seat.worker.close()


def _may_see(seat: _Seat, name: bytes) -> bool:
    """Answer whether a worker is there and may see this very file, not one put in its place since."""
    if not seat.worker.alive:
        return False
    files = _with_parts(name)
    return not seat.granted or all(seat.granted.get(file, ()) == _identity(file) for file in files)


def _with_parts(name: bytes) -> list[bytes]:
    """Return the files that reading one opens: itself, and the numbered parts of its export beside it."""
    return [os.fsencode(file) for file in files_beside(Path(os.fsdecode(name)))]


def _grant(worker: Worker, names: Sequence[bytes], asked: Asked) -> None:
    try:
        worker.grant(names, asked.cancelled)
    except WorkerCancelledError as error:
        raise ReadCancelledError from error
    except WorkerLostError as lost:
        worker.close()
        raise WorkerLostError("not_started", None, lost.code, lost.place) from lost


def _system_name(path: Path) -> bytes:
    """Return a path as the system names it: where this process is, the worker may not be."""
    return os.fsencode(path.absolute())


def _identity(name: bytes) -> Identity:
    try:
        status = os.stat(name)  # noqa: PTH116 - a name as the system knows it, in whatever encoding
    except OSError:
        return None
    return status.st_ino, status.st_dev


def unread(wanted: _Wanted, key: str) -> SourceReading:
    """Return a source of which nothing was read, with the hash of its bytes where they can be had."""
    name = called(wanted.path)
    sha256, size = _hash(wanted)
    return SourceReading(
        Source(
            name=name,
            path=wanted.path,
            kind="archive",
            service=None,
            format="unknown",
            status="damaged",
            sha256=sha256,
            size=size,
            reason=note(key, name=name),
            unread_bears=True,
        )
    )


def _hash(wanted: _Wanted) -> tuple[str, int]:
    """Return hash and size of a file, nothing for a folder or what cannot be read; nothing is unpacked."""
    digest, size = hashlib.sha256(), 0
    try:
        if not wanted.path.is_file():
            return "", 0
        with wanted.path.open("rb") as file:
            while block := file.read(_BLOCK):
                if wanted.asked.cancelled():
                    raise ReadCancelledError
                digest.update(block)
                size += len(block)
    except OSError:
        return "", 0
    return digest.hexdigest(), size
