# SPDX-License-Identifier: Apache-2.0
"""Hears one worker on a thread of its own: keeps the newest signs of life, and queues all the rest."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from dataclasses import dataclass
from typing import BinaryIO, Final

import msgspec

from inspector.worker.framing import FramingError, messages
from inspector.worker.protocol import Entered, FromWorker, Progress, answer_of

MOST_BYTES: Final = 2 << 30
"""More than the answer to any one task has."""

LOOK_SECONDS: Final = 0.05
"""How long whoever waits looks away at most."""

_WAITING: Final = 16
_ENDED_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class End:
    """No more comes from the worker. `garbled`: because what came was no message of ours."""

    garbled: bool


class Ear:
    """Listens until the worker's output ends. `heard`: when the last message came, by the monotonic clock."""

    def __init__(self, stream: BinaryIO) -> None:
        self.heard = time.monotonic()
        self.progress: Progress | None = None
        self.entered: Entered | None = None
        self.queue: queue.Queue[FromWorker | End] = queue.Queue(_WAITING)
        self._deaf = threading.Event()
        self._bytes = 0
        self._stream = stream
        self._thread = threading.Thread(target=self._listen, name="worker-ear", daemon=True)
        self._thread.start()

    def begin(self) -> None:
        """Forget what was heard of an earlier task."""
        self.heard = time.monotonic()
        self.progress = self.entered = None
        self._bytes = 0

    def end(self) -> None:
        """Listen no more and close the stream; the process must have ended."""
        self._deaf.set()
        self._thread.join(_ENDED_SECONDS)
        if not self._thread.is_alive():
            self._stream.close()

    def _listen(self) -> None:
        garbled = False
        try:
            for data in messages(self._stream.read):
                self._take(answer_of(data), len(data))
        except (FramingError, msgspec.DecodeError, OSError, ValueError, RecursionError, MemoryError):
            garbled = True
        self._put(End(garbled))

    def _take(self, message: FromWorker, size: int) -> None:
        self.heard = time.monotonic()
        self._bytes += size
        if self._bytes > MOST_BYTES:
            raise FramingError("too much")
        match message:
            case Progress():
                self.progress = message
            case Entered():
                self.entered = message
            case _:
                self._put(message)

    def _put(self, message: FromWorker | End) -> None:
        while not self._deaf.is_set():
            with contextlib.suppress(queue.Full):
                self.queue.put(message, timeout=LOOK_SECONDS)
                return
