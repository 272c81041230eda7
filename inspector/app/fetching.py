# SPDX-License-Identifier: Apache-2.0
"""Has single members of archives unpacked once more by a worker, as streams, for a bundle."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from inspector.app.hired import Hired, Messages
from inspector.app.passwords import Passwords
from inspector.worker.client import Asked, WorkerLostError
from inspector.worker.protocol import Fetch, Fetched
from inspector.worker.starting import command


class Fetcher(Hired):
    """Opens members of some archives one after the other, all by one worker that starts with the first."""

    def __init__(
        self, paths: Sequence[Path], passwords: Passwords | None = None, line: Sequence[str] | None = None
    ) -> None:
        """Take the archives and what opens them; `line` stands in for the program's own worker, for tests."""
        super().__init__(line or command("read"), paths)
        self._passwords = passwords or Passwords()

    def again(self, path: Path, name: str) -> Callable[[], BinaryIO]:
        """Return a function that opens the bytes of one member anew; the stream raises OSError if it fails.

        Only one such stream can be open at a time.
        """

        def opened() -> BinaryIO:
            task = Fetch(os.fsencode(path.absolute()), name, self._passwords.of(path))
            return io.BufferedReader(_Parts(self.asked(task, Asked())))

        return opened


class _Parts(io.RawIOBase):
    """What a worker sends of one member, as a stream."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._rest = memoryview(b"")
        self._last = False

    def readable(self) -> bool:
        return True

    def readinto(self, target: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower than Buffer
        while not self._rest and not self._last:
            self._rest = memoryview(self._next())
        size = min(len(target), len(self._rest))
        target[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size

    def close(self) -> None:
        # A worker that is left in the middle of a member ends.
        self._messages.close()
        super().close()

    def _next(self) -> bytes:
        try:
            message = next(self._messages, None)
        except WorkerLostError as error:
            raise OSError(error.cause) from error
        if not isinstance(message, Fetched):
            raise OSError("no bytes came")
        self._last = message.last
        return message.data
