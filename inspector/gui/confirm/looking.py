# SPDX-License-Identifier: Apache-2.0
"""Has pictures read beside the window once they are added, one after the other by one worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from inspector.app.jobs import Job, Lane
from inspector.app.reading_captures import CaptureReaders
from inspector.app.taking import with_own_time
from inspector.archives.watch import ReadCancelledError
from inspector.domain.captured import Captured
from inspector.domain.sources import Source
from inspector.system.clock import now

if TYPE_CHECKING:
    from inspector.app.session import Session
    from inspector.gui.desk import Desk


class Looking(QObject):
    """`changed` tells the SHA-256 of a picture of which more is known now. Nothing of it counts yet."""

    changed = Signal(str)
    _named = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Source] = []
        self._tried: set[str] = set()
        self._at: Source | None = None
        self._readers: CaptureReaders | None = None
        self._begun: dict[str, Captured] = {}
        self._wanted: str | None = None
        self._session: Session | None = None
        self._named.connect(self._take_name, Qt.ConnectionType.QueuedConnection)

    def follow(self, session: Session) -> None:
        """Read the pictures of a case that were not read yet."""
        if session is not self._session:
            self._session = session
            self._waiting, self._tried = [], set()
        new = [one for one in session.sources if self._is_new(one, session)]
        self._tried |= {one.sha256 for one in new}
        self._waiting += new
        if self._at is None:
            self._next()

    def is_at(self, source: Source) -> bool:
        """Answer whether a picture is being read or waits for that."""
        return source == self._at or source in self._waiting

    def begun(self, source: Source) -> Captured | None:
        """Return the setting that a picture names, while the rest of it is still being read."""
        return self._begun.get(source.sha256)

    def turn_to(self, source: Source) -> None:
        """Let the page Confirm go on with this file when it is shown next."""
        self._wanted = source.sha256

    def take_wanted(self) -> str | None:
        """Return the SHA-256 of the file that the person wants to answer to, once."""
        wanted, self._wanted = self._wanted, None
        return wanted

    def end(self) -> None:
        """Let go of what reads; the jobs have ended before."""
        self._waiting = []
        if self._readers is not None:
            self._readers.close()
            self._readers = None

    def _is_new(self, source: Source, session: Session) -> bool:
        is_picture = source.kind == "capture" and bool(source.sha256)
        return is_picture and session.captured(source) is None and source.sha256 not in self._tried

    def _next(self) -> None:
        if not self._waiting or self._session is None:
            self._rest()
            return
        session, source = self._session, self._waiting[0]
        if self._readers is None:
            self._readers = CaptureReaders((), session.catalog)
        self._readers.expect([one.path for one in self._waiting])
        self._at = self._waiting.pop(0)
        readers = self._readers

        def read(job: Job) -> Captured:
            named = partial(self._named.emit, source.sha256)
            return readers.read(source.path, now(), job.cancelled, job.progress, named)

        self._desk.bridge.start(
            read,
            partial(self._take, session, source),
            failed=partial(self._fail, source),
            stopped=partial(self._over, source),
            lane=Lane.LOOK,
        )

    def _take_name(self, sha256: str, captured: Captured) -> None:
        if self._at is not None and self._at.sha256 == sha256:
            self._begun[sha256] = captured
            self.changed.emit(sha256)

    def _take(self, session: Session, source: Source, captured: Captured) -> None:
        session.learn(source, with_own_time(captured, session.case.acts, source.sha256, now()))
        self._over(source)

    def _fail(self, source: Source, error: BaseException) -> None:
        if not isinstance(error, ReadCancelledError):
            self._desk.bridge.failed.emit(error)
        self._over(source)

    def _over(self, source: Source) -> None:
        self._at = None
        self._begun.pop(source.sha256, None)
        self.changed.emit(source.sha256)
        self._next()

    def _rest(self) -> None:
        """Give the worker and its engine back beside the window; that takes some milliseconds."""
        readers, self._readers = self._readers, None
        if readers is not None:
            self._desk.bridge.start(lambda _job: readers.close(), lambda _: None, lane=Lane.LOOK)
