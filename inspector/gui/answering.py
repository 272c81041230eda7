# SPDX-License-Identifier: Apache-2.0
"""Has the answer worked out beside the window; what is shown stays until the new one is there.

What other pages say of the same answer is put together once nothing else is to be done, so that whoever turns
to one of them does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Event
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QTimer

from inspector.app.jobs import Job, Lane
from inspector.gui.desk import Desk

if TYPE_CHECKING:
    from inspector.app.session import Session
    from inspector.gui.pages.page import Page


_AT_REST_MS: Final = 300
"""So long nothing was asked for: what was shown is painted, and nobody is about to turn the page."""


class _Wanted:
    """One answer being worked out for one page of one case."""

    def __init__(self, session: Session, page: Page) -> None:
        self.session = session
        self.page = page
        self.over = Event()
        self.is_done = False

    def work_out(self, _job: Job) -> None:
        """Do all the weighing; runs beside the window."""
        try:
            self.page.prepare(self.session)
            self.is_done = True
        finally:
            self.over.set()

    def work_out_again(self, job: Job) -> None:
        """Do so where the case is still as it was weighed."""
        if self.session.is_answered:
            self.work_out(job)


class Answering:
    """Calls `show(page, session)` once the answer is there, `late()` where that takes a while.

    One answer is worked out at a time. What is asked for meanwhile is asked for at its end, by `again()`.
    `others()` are the pages that nobody looks at.
    """

    PATIENCE_S: ClassVar[float] = 0.04
    """Most answers are there by then: the window waits so long rather than show the old one for a blink."""

    def __init__(
        self,
        desk: Desk,
        show: Callable[[Page, Session], None],
        late: Callable[[], None],
        again: Callable[[], None],
        others: Callable[[], Iterable[Page]],
    ) -> None:
        self._desk = desk
        self._show = show
        self._late = late
        self._ask_again = again
        self._underway: _Wanted | None = None
        self._others = others
        self._asked_meanwhile = False
        self._rest = QTimer(desk.bridge, singleShot=True, interval=_AT_REST_MS)
        self._rest.timeout.connect(self._prepare_others)

    def ask(self, page: Page) -> None:
        """Work out what a page shows of the case as it stands now."""
        self._rest.stop()
        if self._underway is not None:
            self._asked_meanwhile = True
            self._late()
            return
        self._asked_meanwhile = False
        self._underway = wanted = _Wanted(self._desk.session, page)
        self._desk.bridge.start(
            wanted.work_out,
            lambda _: self._end(wanted),
            failed=lambda error: self._fail(wanted, error),
            stopped=lambda: self._end(wanted),
            lane=Lane.ANSWER,
        )
        if wanted.over.wait(self.PATIENCE_S) and wanted.is_done:
            self._end(wanted)
        else:
            self._late()

    def _end(self, wanted: _Wanted) -> None:
        """Show what was worked out, once; what has changed meanwhile is asked for anew."""
        if wanted is not self._underway:
            return
        self._underway = None
        if self._asked_meanwhile or not (wanted.is_done and wanted.session.is_answered):
            self._ask_again()
        else:
            self._show(wanted.page, wanted.session)
            self._rest.start()

    def end(self) -> None:
        """Prepare nothing more."""
        self._rest.stop()

    def _prepare_others(self) -> None:
        """Let each say what it will show; where that fails, whoever turns to the page is told."""
        for page in self._others():
            ahead = _Wanted(self._desk.session, page)
            self._desk.bridge.start(ahead.work_out_again, _ignore, failed=_ignore, lane=Lane.ANSWER)

    def _fail(self, wanted: _Wanted, error: BaseException) -> None:
        if wanted is self._underway:
            self._underway = None
        self._desk.bridge.failed.emit(error)


def _ignore(_of: object) -> None:
    """Nobody has asked for it."""
