# SPDX-License-Identifier: Apache-2.0
"""A timestamp of the picture that was just taken, where the person wants one from an authority they name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from inspector.app import taking
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.stamping import PlaceError, Stamping, place
from inspector.app.taking import Taken
from inspector.gui.desk import Desk
from inspector.gui.evidence.leave import Leave
from inspector.gui.theme.marks import INDENT
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Aside


class StampChoice(QWidget):
    """A choice that is off, and the address of an authority. `ask` asks it, beside the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._job: Job | None = None
        self._leave = Leave(desk, self)
        self.wants = QCheckBox(desk.text("gui.take.stamp"))
        self.wants.setAccessibleDescription(desk.text("gui.take.stamp_shows"))
        self.address = QLineEdit()
        self.address.setAccessibleName(desk.text("gui.seal.first"))
        self.address.setPlaceholderText(desk.text("gui.seal.first_hint"))
        self.means = Aside(desk.text("gui.take.stamp_shows"))
        self.whom = Aside(desk.text("gui.take.stamp_whom"))
        column, below = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.setSpacing(steps(2))
        column.addWidget(self.wants)
        for part in (self.means, self.whom, self.address):
            below.addWidget(part)
            part.hide()
            self.wants.toggled.connect(part.setVisible)
        column.addLayout(below)

    def place(self) -> str | None:
        """Return whom to ask, None for nobody. Raises PlaceError for what is no address."""
        return place(self.address.text()) if self.wants.isChecked() else None

    def problem(self) -> str:
        """Return what is wrong with the address, empty where nothing is."""
        try:
            self.place()
        except PlaceError as error:
            return self.desk.notes.text(error.note)
        return ""

    def ask(self, taken: Taken, path: Path, done: Callable[[str, bool], None]) -> None:
        """Ask for a timestamp of a picture that was saved; `done` hears what came of it, and if one did."""
        where = self.place()
        if where is None:
            return
        stamping = Stamping([where], self._leave.allow, self._leave.send)

        def finish(answer: bytes | None) -> None:
            self._job = None
            try:
                said = taking.keep_stamp(self.desk.session, taken, path, stamping, answer)
            except OSError as error:
                done(self.desk.notes.text(why_failed(error)), False)  # noqa: FBT003 - told apart by place
                return
            done(self.desk.notes.text(said), answer is not None)

        def work(job: Job) -> bytes | None:
            return self._leave.during(job, lambda: stamping.stamp(where, "picture", taken.data))

        self._job = self.desk.bridge.start(work, finish, lane=Lane.LOOK)

    def end(self) -> None:
        """Ask for nothing any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
