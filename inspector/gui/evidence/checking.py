# SPDX-License-Identifier: Apache-2.0
"""The part of the page Evidence that checks any bundle, by drop or by choosing it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from inspector.app.evidence import checked, is_fingerprint
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.sealing import known_keys
from inspector.bundle.verification import Verification
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.evidence.checks import ChecksCard
from inspector.gui.evidence.fingerprint import even_face
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, TextBlock

_WIDEST = steps(180)
"""Room for a fingerprint, also in groups."""


class CheckSection(Section):
    """Checks one bundle at a time, beside the window; the newest result stays. `shown` tells of a new one."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.evidence.check.title"), desk.text("gui.evidence.check.aside"), parent)
        self.desk = desk
        self.result: ChecksCard | None = None
        self._job: Job | None = None
        self.expect = QLineEdit()
        # A file that is dropped here is meant to be checked, not to become text.
        self.expect.setAcceptDrops(False)
        self.expect.setMaximumWidth(_WIDEST)
        self.expect.setFont(even_face(Step.TEXT))
        self.expect.setAccessibleName(desk.text("gui.evidence.check.expect"))
        self.problem = Aside(desk.text("gui.evidence.check.bad_expect"), colour="on")
        self.problem.hide()
        self.file = SecondaryButton(desk.text("gui.evidence.check.file"))
        self.folder = SecondaryButton(desk.text("gui.evidence.check.folder"))
        self.told = TextBlock()
        self.told.hide()
        self.lane = QProgressBar()
        self.lane.setTextVisible(False)
        self.lane.setRange(0, 0)
        self.lane.hide()
        self._lay_out()
        self.expect.textChanged.connect(self._look)
        self.file.clicked.connect(self._choose_file)
        self.folder.clicked.connect(self._choose_folder)

    def _lay_out(self) -> None:
        self.body.addWidget(Aside(self.desk.text("gui.evidence.check.expect")))
        self.body.addWidget(self.expect)
        self.body.addWidget(self.problem)
        row = Flow()
        row.addWidget(self.file)
        row.addWidget(self.folder)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self.body.addWidget(self.lane)

    def check_bundle(self, path: Path) -> None:
        """Check a bundle; an earlier check that still runs is forgotten."""
        if self._job is not None:
            self._job.cancel()
        self._show(None)
        self._tell(self.desk.text("gui.evidence.check.working", name=path.name), busy=True)
        expect = self.expect.text()
        known = known_keys(self.desk.session.case) if self.desk.is_ready else frozenset[str]()
        job = self.desk.bridge.start(
            lambda job: checked(path, expect, job, known),
            lambda found: self._done(job, path, found),
            failed=lambda error: self._failed(job, error),
            lane=Lane.LOOK,
        )
        self._job = job

    def tell(self, sentence: str) -> None:
        """Say something instead of a result."""
        self._show(None)
        self._tell(sentence, busy=False)

    def _done(self, job: Job, path: Path, found: Verification) -> None:
        if job is self._job:
            self._job = None
            self._tell("", busy=False)
            self._show(ChecksCard(self.desk, path.name, found))

    def _failed(self, job: Job, error: BaseException) -> None:
        if job is self._job:
            self._job = None
            self.tell(self.desk.notes.text(why_failed(error)))

    def _show(self, card: ChecksCard | None) -> None:
        if self.result is not None:
            self.body.removeWidget(self.result)
            self.result.hide()
            self.result.deleteLater()
        self.result = card
        if card is not None:
            self.body.addWidget(card)
            card.show()
            self.shown.emit()

    def _tell(self, sentence: str, *, busy: bool) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        self.lane.setVisible(busy)
        self.lane.setAccessibleName(sentence)

    def _look(self) -> None:
        self.problem.setHidden(is_fingerprint(self.expect.text()))

    def _choose_file(self) -> None:
        kinds = self.desk.text("gui.evidence.kind")
        path = files.file_to_open(self, self.desk.text("gui.evidence.check.title"), kinds)
        if path is not None:
            self.check_bundle(path)

    def _choose_folder(self) -> None:
        path = files.folder_to_open(self, self.desk.text("gui.evidence.check.title"))
        if path is not None:
            self.check_bundle(path)
