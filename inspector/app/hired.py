# SPDX-License-Identifier: Apache-2.0
"""A worker that starts with the first task, is used for all that follow, and ends with the block."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from inspector.archives.within import holder
from inspector.worker.client import Asked, Worker
from inspector.worker.protocol import FromWorker, Task

Messages = Generator[FromWorker, None, None]


class Hired:
    """Base of whatever asks one worker for one thing after the other about some files."""

    def __init__(self, line: Sequence[str], paths: Sequence[Path]) -> None:
        """Take the command that starts the worker, and the only files that it may open."""
        self._line = list(line)
        self._names = [os.fsencode(holder(path).absolute()) for path in paths]
        self._worker: Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._worker is not None:
            self._worker.close()

    def asked(self, task: Task, how: Asked) -> Messages:
        """Yield what a worker says to a task; a new one where the last has ended. Raises WorkerLostError."""
        if self._worker is None or not self._worker.alive:
            self._worker = Worker(self._line)
            self._worker.grant(self._names)
        yield from self._worker.ask(task, how)
