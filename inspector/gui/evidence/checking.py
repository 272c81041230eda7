# SPDX-License-Identifier: Apache-2.0
"""The part of the page Evidence that checks any bundle, by drop or by choosing it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector.app.evidence import checked, held_against, is_fingerprint
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.sealing import known_keys
from inspector.app.sizes import size
from inspector.app.verdict import asks_for_password, headline
from inspector.bundle.verification import Verification
from inspector.domain.text import Note
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.evidence.checks import ChecksCard
from inspector.gui.evidence.fingerprint import even_face
from inspector.gui.evidence.unlock import UnlockCard
from inspector.gui.theme.fields import mark_wrong
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.lane import ProgressLane
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, Strong, TextBlock

_WIDEST = steps(180)
"""Room for a fingerprint, also in groups."""


class CheckSection(Section):
    """Checks one bundle at a time, beside the window; the newest result stays. `shown` tells of a new one.

    `told_beside` gives what was said beside a result that stays.
    """

    shown = Signal()
    told_beside = Signal(QWidget)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.evidence.check.title"), desk.text("gui.evidence.check.aside"), parent)
        self.desk = desk
        self.result: ChecksCard | None = None
        self.unlock: UnlockCard | None = None
        self._password: str | None = None
        self._job: Job | None = None
        self._path: Path | None = None
        self._found: tuple[Path, Verification, str] | None = None
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
        self.underway = Card()
        self.underway.hide()
        self.working = Strong()
        self.lane = ProgressLane()
        self.far = Aside()
        self.stops = SecondaryButton(desk.text("gui.evidence.check.stop"))
        self.stops.clicked.connect(self._stop)
        self._lay_out()
        self.expect.textChanged.connect(self._look)
        self.file.clicked.connect(self._choose_file)
        self.folder.clicked.connect(self._choose_folder)

    def _lay_out(self) -> None:
        name = QVBoxLayout()
        name.setSpacing(steps(1))
        name.addWidget(TextBlock(self.desk.text("gui.evidence.check.expect")))
        name.addWidget(self.expect)
        name.addWidget(self.problem)
        name.addWidget(Aside(self.desk.text("gui.evidence.fingerprint.what")))
        row = Flow(across=steps(1.5))
        row.addWidget(self.file)
        row.addWidget(self.folder)
        # What to check stands first: a fingerprint is not needed for it.
        self.body.addLayout(row)
        self.body.addLayout(name)
        self.body.addWidget(self.told)
        stop = Flow()
        stop.addWidget(self.stops)
        for part in (self.working, self.lane, self.far):
            self.underway.body.addWidget(part)
        self.underway.body.addLayout(stop)
        self.body.addWidget(self.underway)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return the fields of the password, where one is asked for, and of the fingerprint."""
        asks = () if self.unlock is None else (self.unlock.shows, self.unlock.field.line)
        return (*asks, self.expect)

    @property
    def found(self) -> tuple[Path, Verification, str] | None:
        """Return what is shown: of which bundle, what came of it, and the fingerprint it was checked for."""
        return self._found if self.result is not None or self.unlock is not None else None

    def show_found(self, found: tuple[Path, Verification, str] | None) -> None:
        """Show what came of a check, or ask for the password where that came of it."""
        if found is None:
            return
        self._found = found
        path, verification, expect = found
        self._path = path
        if asks_for_password(verification):
            self._ask(path, verification)
        else:
            card = ChecksCard(self.desk, path.name, verification, expect)
            card.compare.connect(self._choose_earlier)
            self._show(card)

    def check_bundle(self, path: Path) -> None:
        """Check a bundle; an earlier check that still runs is forgotten, and so is an earlier password."""
        self._password = None
        self._check(path)

    def _check(self, path: Path) -> None:
        if self._job is not None:
            self._job.cancel()
        self._path = path
        self._show(None)
        self._begin(path)
        expect, password = self.expect.text(), self._password
        known = known_keys(self.desk.session.case) if self.desk.is_ready else frozenset[str]()
        job = self.desk.bridge.start(
            lambda job: checked(path, expect, job, known, password),
            lambda found: self._done(job, path, found, expect),
            failed=lambda error: self._failed(job, error),
            stopped=lambda: self._stopped(job, path),
            progress=lambda done, total: self._far(job, done, total),
            lane=Lane.LOOK,
        )
        self._job = job

    def hold_against(self, earlier: Path) -> None:
        """Hold the seal of the bundle that was checked against that of an earlier one."""
        if self._found is None or self.result is None:
            return
        path, verification, expect = self._found
        if self._job is not None:
            self._job.cancel()
        self.result.tell("")
        self._begin(earlier)
        self._job = job = self.desk.bridge.start(
            lambda job: held_against(verification, earlier, job),
            lambda found: self._held(job, path, found, expect),
            failed=lambda error: self._failed(job, error),
            stopped=lambda: self._stopped(job, earlier),
            progress=lambda done, total: self._far(job, done, total),
            lane=Lane.LOOK,
        )

    def _held(self, job: Job, path: Path, found: Verification | Note, expect: str) -> None:
        if isinstance(found, Verification):
            self._done(job, path, found, expect)
        elif job is self._job and self.result is not None:
            self._job = None
            self._end()
            self.result.tell(self.desk.notes.text(found))
            self.result.compares.setFocus()
            self.told_beside.emit(self.result.told)

    def tell(self, sentence: str) -> None:
        """Say something instead of a result."""
        self._show(None)
        self._end(sentence)

    def _begin(self, path: Path) -> None:
        """Say that a bundle is being checked; nothing else can be asked for meanwhile but to stop it."""
        words = self.desk.text("gui.evidence.check.working", name=path.name)
        had_keyboard = any(one.hasFocus() for one in self._asks)
        self.told.hide()
        self.working.setText(words)
        self.lane.setAccessibleName(words)
        self.lane.busy()
        self.far.setText("")
        self.stops.setEnabled(True)
        self.underway.show()
        for one in self._asks:
            one.setEnabled(False)
        if had_keyboard:
            self.stops.setFocus()

    def _end(self, sentence: str = "") -> None:
        had_keyboard = self.stops.hasFocus() or not self.stops.isEnabled()
        for one in self._asks:
            one.setEnabled(True)
        if had_keyboard and self.underway.isVisible():
            self.file.setFocus()
        self.underway.hide()
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    @property
    def _asks(self) -> tuple[QWidget, ...]:
        compares = () if self.result is None else (self.result.compares,)
        return (self.file, self.folder, self.expect, *compares)

    def _far(self, job: Job, done: int, total: int) -> None:
        if job is not self._job:
            return
        if total:
            self.lane.tell(done, total)
        key = "far_of" if total else "far"
        lang = self.desk.messages.lang
        words = {"done": size(done, lang), **({"total": size(total, lang)} if total else {})}
        self.far.setText(self.desk.text(f"gui.evidence.check.{key}", **words))

    def _stop(self) -> None:
        if self._job is not None:
            self.stops.setEnabled(False)
            self._job.cancel()

    def _stopped(self, job: Job, path: Path) -> None:
        if job is self._job:
            self._job = None
            self._end(self.desk.text("gui.evidence.check.stopped", name=path.name))

    def _done(self, job: Job, path: Path, found: Verification, expect: str) -> None:
        if job is self._job:
            self._job = None
            self._end()
            self.show_found((path, found, expect))
            if self.unlock is not None:
                self.unlock.field.line.setFocus()

    def _ask(self, path: Path, found: Verification) -> None:
        """Ask for the password; one that was given and opens nothing is forgotten."""
        wrong = "" if self._password is None else self.desk.notes.text(headline(found))
        self._password = None
        self.unlock = UnlockCard(self.desk, path.name, wrong)
        self.unlock.given.connect(lambda password: self._given(path, password))
        self.body.addWidget(self.unlock)
        self.unlock.show()
        self.shown.emit()

    def _given(self, path: Path, password: str) -> None:
        self._password = password
        self._check(path)

    def _failed(self, job: Job, error: BaseException) -> None:
        if job is self._job:
            self._job = None
            self.tell(self.desk.notes.text(why_failed(error)))

    def _show(self, card: ChecksCard | None) -> None:
        for old in (self.result, self.unlock):
            if old is not None:
                self.body.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.result, self.unlock = card, None
        if card is not None:
            self.body.addWidget(card)
            card.show()
            self.shown.emit()

    def _look(self) -> None:
        is_one = is_fingerprint(self.expect.text())
        mark_wrong(self.expect, wrong=not is_one)
        self.problem.setHidden(is_one)
        self.expect.setAccessibleDescription("" if is_one else self.problem.text())
        known = self._found is not None and self._found[2] == self.expect.text()
        if is_one and self.expect.text().strip() and self.result is not None and self._path and not known:
            # Whoever has looked for it only now need not choose the bundle once more.
            self._check(self._path)

    def _choose_file(self) -> None:
        kinds = self.desk.text("gui.evidence.kind")
        path = files.file_to_open(self, self.desk.text("gui.evidence.check.title"), kinds)
        if path is not None:
            self.check_bundle(path)

    def _choose_earlier(self) -> None:
        kinds = self.desk.text("gui.evidence.kind")
        path = files.file_to_open(self, self.desk.text("gui.evidence.check.compare"), kinds)
        if path is not None:
            self.hold_against(path)

    def _choose_folder(self) -> None:
        path = files.folder_to_open(self, self.desk.text("gui.evidence.check.title"))
        if path is not None:
            self.check_bundle(path)
