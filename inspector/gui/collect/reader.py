# SPDX-License-Identifier: Apache-2.0
"""Has things read beside the window, one after the other, and adds to the case what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inspector.app.jobs import Job, Lane
from inspector.archives.find import left_alone
from inspector.domain.reading import SourceReading
from inspector.gui.collect.queue_model import QueueModel
from inspector.gui.desk import Desk


class Reader(QObject):
    """`added` tells that the case has something new. An item that was stopped leaves nothing in the case.

    `left_alone` tells how many files of folders were not opened, being no sources by their names.
    """

    added = Signal()
    looking = Signal(bool)
    left_alone = Signal(int)

    def __init__(self, desk: Desk, queue: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.queue = queue
        self._jobs: dict[int, Job] = {}

    def take(self, paths: Sequence[Path]) -> None:
        """Search files and folders for sources, and queue what is found."""
        session, wanted = self.desk.session, list(paths)

        def find(_job: Job) -> tuple[list[Path], int]:
            found = session.find(wanted)
            return found, left_alone(wanted, found)

        self.looking.emit(True)  # noqa: FBT003 - a signal has no names for what it carries
        self.desk.bridge.start(find, self._found, failed=self._not_found, lane=Lane.LOOK)

    def cancel(self, number: int) -> None:
        """Ask one item to stop."""
        job = self._jobs.get(number)
        if job is not None:
            job.cancel()
            self.queue.ask_to_stop(number)

    def unlock(self, password: str) -> None:
        """Try a password on all that asks for one; whatever comes later is read with it too."""
        self.desk.session.unlock(password)
        for item in self.queue.locked:
            self.queue.again(item.number)
            self._start(item.number, item.path)

    def cancel_all(self) -> None:
        """Ask all items to stop."""
        for number in list(self._jobs):
            self.cancel(number)

    def _found(self, found: tuple[list[Path], int]) -> None:
        paths, others = found
        self.looking.emit(False)  # noqa: FBT003 - a signal has no names for what it carries
        self.left_alone.emit(others)
        for path in paths:
            if not self.queue.intake.underway(path):
                self._read(path)
        self._rest()

    def _not_found(self, error: BaseException) -> None:
        self.looking.emit(False)  # noqa: FBT003 - a signal has no names for what it carries
        self.desk.bridge.failed.emit(error)

    def _read(self, path: Path) -> None:
        self._start(self.queue.queue(path).number, path)

    def _start(self, number: int, path: Path) -> None:
        session = self.desk.session

        def read(job: Job) -> SourceReading:
            return session.read(path, cancelled=job.cancelled, progress=job.progress)

        self._jobs[number] = self.desk.bridge.start(
            read,
            partial(self._done, number),
            failed=partial(self._failed, number),
            stopped=partial(self._stopped, number),
            progress=partial(self.queue.progress, number),
        )

    def _done(self, number: int, reading: SourceReading) -> None:
        """Add what was read, unless the person had asked to stop when it came.

        A file with several exports makes room for those.
        """
        path = self.queue.intake.item(number).path
        if self._jobs.pop(number).cancelled():
            self.queue.stopped(number)
            reading = replace(reading, inside=())
        elif reading.is_only_inside:
            self.queue.forget(number)
        elif self.queue.arrived(number, reading, self.desk.session):
            self.desk.session.add(reading)
            self.added.emit()
        else:
            self.desk.session.found_again(reading)
        for inner in self.desk.session.inside(path, reading):
            if not self.queue.intake.underway(inner):
                self._read(inner)
        self._rest()

    def _failed(self, number: int, error: BaseException) -> None:
        del self._jobs[number]
        self.desk.session.note_failure("read")
        self.queue.failed(number, error)
        self._rest()

    def _stopped(self, number: int) -> None:
        del self._jobs[number]
        self.queue.stopped(number)
        self._rest()

    def _rest(self) -> None:
        """Let go of the process that reads when nothing waits any more; that takes some milliseconds."""
        session = self.desk.session
        if not self._jobs:
            self.desk.bridge.start(lambda _job: session.rest(), lambda _: None, lane=Lane.LOOK)
