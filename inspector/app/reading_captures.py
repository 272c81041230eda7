# SPDX-License-Identifier: Apache-2.0
"""Has pictures, pages and mails read by a worker: one for a batch, and a new one where it broke down."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from inspector.app.request import UsageError
from inspector.archives.watch import ReadCancelledError
from inspector.captures.mails.keys import text_of_keys
from inspector.captures.refusing import refused
from inspector.catalog.index import Catalog
from inspector.domain.captured import Captured
from inspector.domain.text import note
from inspector.worker import checking_captures
from inspector.worker.checking import LieError
from inspector.worker.checking_captures import Known
from inspector.worker.client import Asked, Worker, WorkerCancelledError, WorkerLostError
from inspector.worker.protocol import Capture, CaptureDone, CaptureNamed, FromWorker
from inspector.worker.starting import command

QUIET_SECONDS: Final = 120.0
"""So long may one step take: a page of 64 MB is looked through for what opens an account in one go."""

SECONDS: Final = 1800.0
"""So long may one capture take, whatever signs of life it gives."""

_TOO_LARGE: Final = "capture.too_large"
_KILLED: Final = -9


def _never() -> bool:
    return False


def _silent(done: int, total: int) -> None:
    del done, total


def _unheard(begun: Captured) -> None:
    del begun


Identity = tuple[int, int] | None


class CaptureReaders:
    """Reads captures one after the other, on whatever thread. `close` gives the worker and its engine back.

    One worker reads a whole batch; a file that it may not see has a new one.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        catalog: Catalog,
        keys: Path | None = None,
        line: Sequence[str] | None = None,
        asked: Asked | None = None,
    ) -> None:
        """Take the files that will be read. Raises UsageError where the file of keys cannot be opened.

        `line` and the times in `asked` stand in for those of the program, for tests.
        """
        self._expected = dict.fromkeys(map(_system_name, paths))
        self._granted: dict[bytes, Identity] = {}
        self._lock = threading.RLock()
        self._catalog = catalog
        self._keys = _text_of(keys)
        self._line = list(line or command("capture"))
        self._times = asked or Asked(quiet=QUIET_SECONDS, seconds=SECONDS)
        self._worker: Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def _known(self) -> Known:
        """All ids of the catalog; reading every service is for those who hand in a capture."""
        return Known.of(self._catalog)

    def expect(self, paths: Sequence[Path]) -> None:
        """Take the files that will be read next; nothing is started yet."""
        self._expected = dict.fromkeys(map(_system_name, paths))

    def check_signatures(self, keys: Path | None) -> None:
        """Check the signatures of mails with the keys in a file from now on. Raises UsageError."""
        self._keys = _text_of(keys)

    def close(self) -> None:
        """End the worker, if one waits for more."""
        with self._lock:
            if self._worker is not None:
                self._worker.close()
                self._worker = None

    def read(
        self,
        path: Path,
        now: datetime,
        cancelled: Callable[[], bool] = _never,
        progress: Callable[[int, int], None] = _silent,
        named: Callable[[Captured], None] = _unheard,
    ) -> Captured:
        """Return what one of the files shows; one at which the reader stopped is refused and says so.

        `progress` hears how many parts have been looked at, of 0: nobody knows how many there are. `named`
        hears which setting a picture names before the rest is read; nothing of that counts. Raises
        ReadCancelledError.
        """
        asked = Asked(cancelled, progress, self._times.quiet, self._times.seconds)
        with self._lock:
            return self._read(path, now, asked, named)

    def _read(self, path: Path, now: datetime, asked: Asked, named: Callable[[Captured], None]) -> Captured:
        begun = self._worker is not None and self._worker.alive
        found = self._attempted(path, now, asked, named)
        if begun and found.reason is not None and found.reason.key == _TOO_LARGE:
            # What a worker keeps of the pictures before may be the very room that this one wants.
            self.close()
            found = self._attempted(path, now, asked, named)
        return found

    def _attempted(
        self, path: Path, now: datetime, asked: Asked, named: Callable[[Captured], None]
    ) -> Captured:
        spared = False
        while True:
            try:
                return self._once(path, now, asked, named)
            except WorkerLostError as lost:
                if lost.code == _KILLED and not spared:
                    # Somebody else killed it, such as the system for want of memory. It may go well now.
                    spared = True
                    continue
                missing = lost.cause == "not_started"
                return refused(path, "capture.reader_missing" if missing else "capture.reader_stopped")

    def _once(self, path: Path, now: datetime, asked: Asked, named: Callable[[Captured], None]) -> Captured:
        """Read with one worker, which is kept where all went well. Raises WorkerLostError."""
        found: Captured | None = None
        try:
            for message in self._asked(path, asked).ask(Capture(_system_name(path), now, self._keys), asked):
                if isinstance(message, CaptureNamed):
                    named(checking_captures.named(message.captured, path, self._known))
                else:
                    found = self._believed(message, path)
        except LieError as error:
            raise WorkerLostError("garbled") from error
        except WorkerCancelledError as error:
            raise ReadCancelledError from error
        finally:
            if found is None:
                self.close()
        if found is None:
            raise WorkerLostError("garbled")
        return found

    def _believed(self, message: FromWorker, path: Path) -> Captured:
        """Return what a worker read, as far as it can be believed. Raises LieError."""
        if not isinstance(message, CaptureDone):
            raise LieError
        return checking_captures.captured(message.captured, path, self._known)

    def _asked(self, path: Path, asked: Asked) -> Worker:
        """Return a worker that may see a file as it is now. Raises WorkerLostError, WorkerCancelledError."""
        name = _system_name(path)
        may_see = name in self._granted and self._granted[name] == _identity(name)
        if self._worker is None or not self._worker.alive or not may_see:
            self.close()
            worker = Worker(self._line)
            granted = {one: _identity(one) for one in (*self._expected, name)}
            try:
                # It loads its models first, which takes a second: nobody who wants to stop waits for that.
                worker.grant(list(granted), asked.cancelled)
            except WorkerCancelledError:
                worker.close()
                raise
            except WorkerLostError as lost:
                worker.close()
                raise WorkerLostError("not_started", None, lost.code, lost.place) from lost
            self._worker, self._granted = worker, granted
        return self._worker


def _identity(name: bytes) -> Identity:
    try:
        status = os.stat(name)  # noqa: PTH116 - a name as the system knows it, in whatever encoding
    except OSError:
        return None
    return status.st_ino, status.st_dev


def _system_name(path: Path) -> bytes:
    return os.fsencode(path.absolute())


def _text_of(keys: Path | None) -> str:
    try:
        return "" if keys is None else text_of_keys(keys)
    except OSError as error:
        raise UsageError(note("usage.keys", file=keys.name if keys else "")) from error
