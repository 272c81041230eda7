# SPDX-License-Identifier: Apache-2.0
"""Brings the news of jobs to the window's own thread, by one queued signal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from inspector.app.jobs import Failed, Finished, Job, Jobs, Lane, News, Progress, Stopped, Work

# With Python's usual five milliseconds, a job that computes makes each repaint wait for a tenth of a second.
_SWITCH_INTERVAL = 0.0005


@dataclass(frozen=True, slots=True)
class Answers:
    """What to call, on the window's thread, when a job has news."""

    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    stopped: Callable[[], None]
    progress: Callable[[int, int], None]


class Bridge(QObject):
    """Starts jobs and answers to their news. `busy_changed` tells whether any job is queued or at work."""

    _arrived = Signal(object, object)
    busy_changed = Signal(bool)
    failed = Signal(object)
    """An error that nobody who started the job wants to tell of."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_INTERVAL)
        self._answers: dict[Job, Answers] = {}
        self._arrived.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._jobs = Jobs(self._arrived.emit)

    @property
    def busy(self) -> bool:
        """Answer whether any job has not yet been answered."""
        return bool(self._answers)

    def start(
        self,
        work: Work,
        done: Callable[[Any], None],
        *,
        failed: Callable[[BaseException], None] | None = None,
        stopped: Callable[[], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        lane: Lane = Lane.CHANGE,
    ) -> Job:
        """Run `work(job)` beside the window. Exactly one of `done`, `failed`, `stopped` is called later."""
        was_busy = self.busy
        job = self._jobs.start(work, lane)
        self._answers[job] = Answers(
            done, failed or self.failed.emit, stopped or _ignore, progress or _ignore
        )
        if not was_busy:
            self.busy_changed.emit(True)  # noqa: FBT003 - signals take values by place
        return job

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        self._jobs.cancel_all()

    def shut(self) -> None:
        """Ask every job to stop, wait until all have, and answer to none of them any more."""
        self._answers.clear()
        self._jobs.close()

    def _answer(self, job: Job, news: News) -> None:
        answers = self._answers.get(job)
        if answers is None:
            return
        if isinstance(news, Progress):
            answers.progress(news.done, news.total)
            return
        del self._answers[job]
        if not self.busy:
            self.busy_changed.emit(False)  # noqa: FBT003 - the same
        _end(answers, news)


def _end(answers: Answers, news: Finished | Failed | Stopped) -> None:
    match news:
        case Finished(result):
            answers.done(result)
        case Failed(error):
            answers.failed(error)
        case Stopped():
            answers.stopped()


def _ignore(*_: object) -> None:
    """Do nothing about news that nobody asked for."""
