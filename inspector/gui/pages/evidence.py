# SPDX-License-Identifier: Apache-2.0
"""What to hand over: the bundle with what goes in, its report, its making, and the check of any bundle."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from inspector.app.evidence import NAME, asked, export, exported
from inspector.app.export import Order, Wish
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.journey import is_unsaved
from inspector.app.session import Session
from inspector.app.stamping import Stamping
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.evidence.checking import CheckSection
from inspector.gui.evidence.choices import ChoicesSection
from inspector.gui.evidence.holds import HoldsSection
from inspector.gui.evidence.leave import Leave
from inspector.gui.evidence.lock import LockSection
from inspector.gui.evidence.made import MadeBundle, MadeCard, made_by
from inspector.gui.evidence.maker import MakerSection
from inspector.gui.evidence.packs import PackSection
from inspector.gui.evidence.report import ReportSection
from inspector.gui.evidence.seal import SealSection
from inspector.gui.evidence.underway import UnderwayCard
from inspector.gui.pages.page import Page
from inspector.gui.redaction.section import RedactionSection
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.notes import EmptyState, ErrorNote
from inspector.gui.widgets.order import tab_in_reading_order
from inspector.gui.widgets.text import Aside


class EvidencePage(Page):
    """The bundle and its check."""

    name = "evidence"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._job: Job | None = None
        self._target = Path(NAME)
        self.setAcceptDrops(True)
        self.collect = SecondaryButton(self.text("gui.evidence.collect"))
        self.empty = EmptyState("", self.text("gui.evidence.empty"), self.collect)
        self.error = ErrorNote("")
        self.underway = UnderwayCard(desk)
        self.made = MadeCard(desk)
        self.holds = HoldsSection(desk)
        self.redaction = RedactionSection(desk)
        self.seal = SealSection(desk)
        self.lock = LockSection(desk)
        self.maker = MakerSection(desk)
        self.choices = ChoicesSection(desk, self.holds.options, self.redaction, self.seal, self.lock)
        self._of: Session | None = None
        self._leave = Leave(desk, self)
        self.report = ReportSection(desk, self._order, self.once_answered)
        self.packs = PackSection(desk, self._packed, self.once_answered)
        self.checking = CheckSection(desk)
        for hidden in (self.error, self.underway, self.made):
            hidden.hide()
        self.body.setSpacing(steps(6))
        self.body.setContentsMargins(0, steps(2), 0, 0)
        for widget in self._parts():
            self.body.addWidget(widget)
        self.makes = PrimaryButton(self.text("gui.evidence.make"))
        self.why = Aside()
        self.bar.add(self.makes)
        self.bar.add_aside(self.why)
        self._connect()
        self._order_tabs()

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.empty,
            self.error,
            self.underway,
            self.made,
            self.packs.card,
            self.holds,
            self.maker,
            self.choices,
            self.report,
            self.packs,
            self.checking,
        )

    def _order_tabs(self) -> None:
        tab_in_reading_order(self.body, self.bar.buttons)

    def _connect(self) -> None:
        self.checking.shown.connect(self._order_tabs)
        self.checking.told_beside.connect(self.reveal)
        # The result has its place only when the layout has been done.
        self.checking.shown.connect(self._show_result, Qt.ConnectionType.QueuedConnection)
        self.collect.clicked.connect(lambda: self.go.emit("collect"))
        self.makes.clicked.connect(self._make)
        self.underway.stop_asked.connect(self._stop)
        self.made.check_asked.connect(self.check_bundle)
        self.holds.changed.connect(lambda: self.once_answered(lambda: self.refresh(self.desk.session)))
        self.packs.made.connect(self._pack_made)
        self.redaction.changed.connect(self._withheld)
        self.seal.changed.connect(self._look)
        self.seal.asks_where.connect(self._show_address, Qt.ConnectionType.QueuedConnection)
        self.lock.asks_what.connect(self._show_lock, Qt.ConnectionType.QueuedConnection)
        self.maker.settled.connect(self._name_maker)
        self.choices.fold.turned.connect(self._order_tabs)
        self.lock.changed.connect(self._say_choices)

    def fields(self) -> tuple[QWidget, ...]:
        """Return what is wanted of the bundle, a password too, and the fingerprint that is looked for."""
        holds = (self.holds.originals, self.holds.bare)
        return (*holds, *self.seal.fields, *self.lock.fields, self.choices.fold, *self.checking.fields)

    def handed(self) -> Any:
        """Give on what is withheld, and what was made and checked last."""
        made = self.made.told_of if self.made.isVisibleTo(self) else None
        packed = self.packs.card.folder if self.packs.is_made else None
        return super().handed(), self.redaction.wanted, made, packed, self.checking.found

    def go_on_with(self, handed: Any) -> None:
        """Go on with the same wishes, and tell of the same bundles."""
        fields, rules, made, packed, found = handed
        self.redaction.withhold(rules)
        with QSignalBlocker(self.checking):
            self.checking.show_found(found)
        super().go_on_with(fields)
        if made is not None:
            self.show_made(made)
        if packed is not None:
            self.packs.card.show_made(packed)
        self.refresh(self.desk.session)
        self._order_tabs()

    def refresh(self, session: Session) -> None:
        """Show what the case says now."""
        if session is not self._of:
            # What was typed for one case is nothing of the next.
            self._of = session
            self.lock.forget()
        has_answer = bool(session.inspection().findings)
        if has_answer:
            self._say_standing(session)
            self.holds.refresh(session)
            self.maker.refresh(session)
            self._say_choices()
            self.redaction.refresh()
            self.report.refresh()
        else:
            self.say(self.text("gui.evidence.title"))
            self.packs.card.hide()
        self.empty.setHidden(has_answer)
        for widget in (self.holds, self.maker, self.choices, self.report, self.packs, self.bar):
            widget.setVisible(has_answer)
        wanted = self.desk.wishes.take_to_check()
        if wanted is not None:
            self.check_bundle(wanted)

    def _say_standing(self, session: Session) -> None:
        """Say whether the bundle is still to be made; one that no longer holds what is known is another."""
        if self._job is not None:
            return
        is_done = self.made.isVisibleTo(self) and not is_unsaved(session.case)
        is_packed = self.packs.is_made and not is_done and not is_unsaved(session.case)
        self.makes.lead(on=not is_done and not is_packed)
        self.made.shows.lead(on=is_done)
        self.packs.card.shows.lead(on=is_packed)
        key = "gui.evidence.done" if is_done else "gui.pack.done" if is_packed else "gui.evidence.ready"
        self.say(self.text(f"{key}.title"), self.text(f"{key}.aside"))
        self.makes.setText(self.text("gui.evidence.make_another" if is_done else "gui.evidence.make"))

    def _withheld(self) -> None:
        """Show what follows from withholding: no whole archive goes into a redacted bundle."""
        redacts = self.redaction.wanted is not None
        self.holds.redacted = redacts
        self.holds.originals.setEnabled(not redacts)
        if redacts:
            self.holds.originals.setChecked(False)
        self.once_answered(lambda: self.refresh(self.desk.session))

    def _look(self) -> None:
        """Make a bundle only where what is wanted of it is clear, and only one at a time."""
        self.makes.setEnabled(self._job is None and self.seal.is_whole)
        self.why.setText("" if self.seal.is_whole else self.text("gui.seal.lacks"))
        self._say_choices()
        for section in (self.holds, self.maker, self.choices, self.packs):
            section.setEnabled(self._job is None)

    def _say_choices(self) -> None:
        """Say how the bundle is made; what is not usual is open to be seen."""
        self.choices.show_wanted(
            sealed=self.seal.sealed,
            archives=self.holds.originals.isChecked(),
            withheld=self.redaction.wanted is not None or self.holds.bare.isChecked(),
            stamped=self.seal.sealed and self.seal.stamps.isChecked(),
            locked=self.lock.is_wanted,
        )

    def _name_maker(self) -> None:
        """Let the name that was typed last stand in the report."""
        session, before = self.desk.session, self.desk.session.maker
        session.name_maker(self.maker.name)
        if session.maker != before:
            self.session_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let what was typed last count before another page is shown."""
        if self.desk.is_ready and not event.spontaneous() and self.maker.isVisibleTo(self):
            self._name_maker()
        super().hideEvent(event)

    def check_bundle(self, path: Path) -> None:
        """Check a bundle and go to where the result appears."""
        self.checking.check_bundle(path)
        self.scroller.ensureWidgetVisible(self.checking)

    def _show_address(self) -> None:
        """Show the field of the authority, with what is said of it: it may have come up below the edge."""
        self.seal.first.setFocus()
        self.reveal(self.seal.names)

    def _show_lock(self) -> None:
        """Show the fields of the password, which may have come up below the edge."""
        self.lock.first.line.setFocus()
        self.reveal(self.lock.words)

    def _show_result(self) -> None:
        inside = self.scroller.widget()
        card = self.checking.result or self.checking.unlock
        if inside is not None and card is not None:
            top = card.mapTo(inside, QPoint(0, 0)).y()
            self.scroller.verticalScrollBar().setValue(top - steps(4))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        paths = dropped(event.mimeData())
        if not paths:
            return
        event.acceptProposedAction()
        if len(paths) == 1:
            self.check_bundle(paths[0])
        else:
            self.checking.tell(self.text("gui.evidence.check.one"))
            self.scroller.ensureWidgetVisible(self.checking)

    def _order(self) -> Order:
        """Return what the pages are set from, which no seal changes."""
        return self._ordered(sealed=False)

    def _packed(self) -> Order:
        """Return what a pack is made from: its bundle is sealed as any other, and nothing is sent for it."""
        return self._ordered(sealed=self.seal.sealed, stamped=False)

    def _ordered(self, *, sealed: bool, stamped: bool = True, locked: bool = False) -> Order:
        session = self.desk.session
        originals = self.holds.originals.isChecked()
        asks = self.seal.asks if sealed and stamped else ()
        wish = Wish(
            self._target,
            self.desk.messages.lang,
            originals=originals,
            bare=self.holds.bare.isChecked(),
            maker=session.maker,
            passwords=session.passwords,
            seal=sealed,
            redact=self.redaction.wanted,
            lock=self.lock.password if locked else None,
            stamping=Stamping(asks, self._leave.allow, self._leave.send) if asks else None,
        )
        return asked(session, wish)

    def _make(self) -> None:
        if not self.lock.is_whole():
            self.reveal(self.lock.words)
            return
        title, kind = self.text("gui.evidence.save_title"), self.text("gui.evidence.kind")
        target = files.place_to_save(self, title, NAME, kind)
        if target is None:
            return
        self._target = target
        self.once_answered(self._start)

    def _start(self) -> None:
        wanted, session = self._ordered(sealed=self.seal.sealed, locked=True), self.desk.session
        self._show_underway()
        self._job = self.desk.bridge.start(
            lambda job: self._leave.during(job, lambda: export(wanted, session, job)),
            lambda fingerprint: self._made(wanted, fingerprint),
            failed=self._failed,
            stopped=self._stopped,
            progress=self.underway.tell,
            lane=Lane.LOOK,
        )
        self._look()

    def _show_underway(self) -> None:
        self.say(self.text("gui.evidence.making.title"), self.text("gui.evidence.ready.aside"))
        self.error.hide()
        self.made.hide()
        self.underway.begin()
        self.underway.show()
        self.underway.stops.setFocus()
        self.scroller.verticalScrollBar().setValue(0)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        had_keyboard = self.underway.stops.hasFocus() or not self.underway.stops.isEnabled()
        self._look()
        self._say_standing(self.desk.session)
        if had_keyboard:
            self.makes.setFocus()
        self.underway.hide()

    def _made(self, wanted: Order, fingerprint: str) -> None:
        self._end()
        self.lock.forget()
        exported(self.desk.session, wanted, fingerprint)
        self.show_made(made_by(wanted, fingerprint))
        self.made.shows.setFocus()
        self.session_changed.emit()

    def show_made(self, made: MadeBundle) -> None:
        """Tell of the bundle that was made last."""
        self.made.show_bundle(made)
        self.made.show()

    def _pack_made(self, wanted: Order, fingerprint: str) -> None:
        self.scroller.verticalScrollBar().setValue(0)
        exported(self.desk.session, wanted, fingerprint)
        self.session_changed.emit()

    def _stopped(self) -> None:
        self._end()
        self._say_error(self.text("gui.evidence.stopped"))

    def _failed(self, error: BaseException) -> None:
        self._end()
        self.desk.session.note_failure("export")
        what, why = self.text("gui.evidence.not_made"), self.desk.notes.text(why_failed(error))
        # Why a bundle cannot be written often says by itself that there is none; once is enough.
        self._say_error(what, why.replace(f"{what} ", ""))

    def _say_error(self, what: str, means: str = "") -> None:
        self.error.tell(what, means)
        self.error.show()


def dropped(data: QMimeData) -> list[Path]:
    """Return the files and folders of this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
