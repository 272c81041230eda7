# SPDX-License-Identifier: Apache-2.0
"""Control-C in the terminal and the system's wish to end reach a window that waits for events."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

CANCELLED = 130


class Interrupts(QObject):
    """Calls `interrupted` on the window's thread. Python alone would not notice while Qt waits for events."""

    def __init__(self, interrupted: Callable[[], None]) -> None:
        super().__init__()
        self.came = False
        self._interrupted = interrupted
        if sys.platform == "win32":
            return
        self._reader, self._writer = os.pipe()
        for end in (self._reader, self._writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._writer)
        self._former = {
            number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)
        }
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._come)

    def _come(self) -> None:
        os.read(self._reader, 64)
        self.came = True
        self._interrupted()

    def end(self) -> None:
        """Leave everything as it was."""
        if sys.platform == "win32":
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self._former.items():
            signal.signal(number, handler)
        for end in (self._reader, self._writer):
            os.close(end)
