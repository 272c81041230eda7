# SPDX-License-Identifier: Apache-2.0
"""What a worker says while it works: progress ten times a second, and where it is."""

from __future__ import annotations

import os
import threading
import time
from typing import Final

from inspector.worker.framing import framed
from inspector.worker.message import Message
from inspector.worker.protocol import Entered, Progress, encoded
from inspector.worker.scrubbing import scrubbed

_PAUSE: Final = 0.1


class Teller:
    """Sends messages, and knows whether the task at hand shall end. Only the thread that works sends."""

    def __init__(self, pipe: int) -> None:
        """Take the descriptor that the program listens to."""
        self._pipe = pipe
        self._cancelled = threading.Event()
        self._told_at = 0.0

    def tell(self, message: Message) -> None:
        """Send a message; one that holds text without UTF-8 has it escaped."""
        try:
            data = encoded(message)
        except UnicodeEncodeError:
            data = encoded(scrubbed(message))
        for frame in framed(data):
            rest = memoryview(frame)
            while rest:
                rest = rest[os.write(self._pipe, rest) :]

    def cancel(self) -> None:
        """Note that the task at hand shall end."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Answer whether the task at hand shall end."""
        return self._cancelled.is_set()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the task is; what comes too soon after the last telling is dropped, the end never."""
        moment = time.monotonic()
        if done >= total > 0 or moment - self._told_at >= _PAUSE:
            self._told_at = moment
            self.tell(Progress(done, total))

    def entered(self, ordinal: int, name: str) -> None:
        """Tell whose bytes come next."""
        self.tell(Entered(ordinal, name))
