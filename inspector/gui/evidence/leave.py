# SPDX-License-Identifier: Apache-2.0
"""Carries the question whether something may be sent from a job to the window, and the answer back."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.app.connections import Send
from inspector.app.jobs import Job
from inspector.app.stamping import Asking
from inspector.gui.desk import Desk
from inspector.gui.dialogs.sending import SendingDialog

_PAUSE = 0.05

Result = TypeVar("Result")


class _Question:
    """One question and, once it is there, its answer."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.answered = Event()
        self.yes = False

    def answer(self, *, yes: bool) -> None:
        self.yes = yes
        self.answered.set()


class Leave(QObject):
    """Asks the person, by a dialog each, for what a job wants to send, and sends it. One job at a time."""

    _asked = Signal(object)
    _withdrawn = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.desk = desk
        self._window = window
        self._job: Job | None = None
        self._dialog: SendingDialog | None = None
        self._asked.connect(self._ask, Qt.ConnectionType.QueuedConnection)
        self._withdrawn.connect(self._close, Qt.ConnectionType.QueuedConnection)

    def during(self, job: Job, work: Callable[[], Result]) -> Result:
        """Do what asks and sends, as a part of this job; called on the job's thread."""
        self._job = job
        try:
            return work()
        finally:
            self._job = None

    def allow(self, asking: Asking) -> bool:
        """Wait for the person's answer, on the job's thread. Raises JobCancelledError."""
        question = _Question(asking)
        self._asked.emit(question)
        while not question.answered.wait(_PAUSE):
            if self._job is not None and self._job.cancelled():
                self._withdrawn.emit()
                self._job.check()
        return question.yes

    @property
    def send(self) -> Send:
        """Return what runs an errand that was allowed, on the job's thread. It raises NetworkError."""
        return lambda errand: self.desk.connections.send(errand, self._stopped)

    def _stopped(self) -> bool:
        return self._job is not None and self._job.cancelled()

    def _ask(self, question: _Question) -> None:
        dialog = SendingDialog(self.desk, question.asking, self._window.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda result: question.answer(yes=bool(result)))
        self._dialog = dialog
        dialog.open()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()
            self._dialog = None
