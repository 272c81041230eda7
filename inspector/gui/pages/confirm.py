# SPDX-License-Identifier: Apache-2.0
"""What pictures, pages and mails show: the reading beside the place it was read at, and the person's word.

Nothing of a reading counts before the person says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.app import questions as asking
from inspector.app.confirming import confirmed, corrected
from inspector.app.jobs import Job
from inspector.app.questions import Question
from inspector.app.request import Said
from inspector.app.session import Session
from inspector.archives.names import shown
from inspector.domain.reading import SourceReading
from inspector.gui.capture.dialog import TakeDialog
from inspector.gui.confirm.asides import Asides
from inspector.gui.confirm.shot import Shot
from inspector.gui.confirm.side import Mode, Side
from inspector.gui.confirm.table import QuestionsModel, QuestionsTable
from inspector.gui.desk import Desk
from inspector.gui.dialogs.unrecorded import unrecorded
from inspector.gui.pages.page import Page
from inspector.gui.theme.measures import steps
from inspector.gui.typed import type_again, typed
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.notes import EmptyState
from inspector.gui.widgets.order import tab_in_reading_order
from inspector.gui.widgets.text import Aside
from inspector.system.clock import now

_PREVIEW = 336


class ConfirmPage(Page):
    """One setting of one file at a time, and a list of all. Enter confirms, C corrects, N: it is not this."""

    name = "confirm"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen: tuple[str, int] | None = None
        self._shown: Question | None = None
        self._turns = False
        self._was_seen = False
        self.model = QuestionsModel(desk, self)
        self.table = QuestionsTable(self.model, self.text("gui.confirm.all"))
        self.shot = Shot(desk, _PREVIEW)
        self.side = Side(desk)
        self.side.time.unfolded.connect(self.reveal)
        self.asides = Asides(desk)
        self._lay_out()
        self._add_buttons()
        self.table.selectionModel().currentRowChanged.connect(lambda row, _: self._choose(row.row()))
        desk.looking.changed.connect(self._learn)
        self.asides.keys_asked.connect(self.choose_keys)

    def _lay_out(self) -> None:
        to_collect = SecondaryButton(self.text("gui.confirm.to_collect"))
        to_collect.lead()
        to_collect.clicked.connect(lambda: self.go.emit("collect"))
        take = SecondaryButton(self.text("gui.take.open"))
        take.clicked.connect(self.open_take)
        title, text = self.text("gui.confirm.empty_title"), self.text("gui.confirm.empty")
        self.empty = EmptyState(title, text, to_collect, take)
        self.body.addWidget(self.empty)
        self.content = QWidget()
        whole = QVBoxLayout(self.content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(steps(4))
        row = QHBoxLayout()
        row.setSpacing(steps(3))
        left = QVBoxLayout()
        left.setSpacing(steps(2))
        left.addWidget(self.shot)
        left.addWidget(self.asides)
        left.addStretch(1)
        row.addLayout(left, 5)
        row.addWidget(self.side, 4, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(row)
        whole.addWidget(self.table)
        self.body.addWidget(self.content)

    def _add_buttons(self) -> None:
        self.yes = PrimaryButton(self.text("gui.confirm.yes"))
        self.correct = SecondaryButton(self.text("gui.confirm.correct"))
        self.not_this = SecondaryButton(self.text("gui.confirm.not_this"))
        self.back = SecondaryButton(self.text("gui.confirm.back"))
        self.none = SecondaryButton()
        self.none.clicked.connect(self.reject_rest)
        self.yes.clicked.connect(self.confirm)
        self.correct.clicked.connect(self.correct_it)
        self.not_this.clicked.connect(self.reject)
        self.back.clicked.connect(self.go_back)
        self.bar.add(self.yes, self.correct, self.not_this, self.none, self.back)
        self.keys = Aside()
        self.bar.add_aside(self.keys)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the question that is shown stays."""
        super().showEvent(event)
        self._was_seen = self.one is not None

    def hideEvent(self, event: QHideEvent) -> None:
        """Come back to what waits here; where it is answered, the next visit begins with what waits first."""
        super().hideEvent(event)
        self._was_seen = self.one is not None and self.one.is_open

    def take_keyboard(self) -> None:
        """Give the keyboard to what comes next: to yes, or to the first thing to be answered."""
        mode = self.side.mode
        wants = {Mode.WAITING: self.correct, Mode.ASKED: self.side.form.control}.get(mode, self.yes)
        if self.one is None:
            super().take_keyboard()
        else:
            wants.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def one(self) -> Question | None:
        """Return the question that is shown, None where there is none."""
        return next((one for one in self.model.questions if one.key == self.chosen), None)

    def handed(self) -> Any:
        """Give on which question is shown, and the answer to it that was begun."""
        side = self.side
        begun = typed(side.form.fields) if side.mode is Mode.ASKED else None
        return self.chosen, self._was_seen, side.is_correcting, typed([side.time.zone.field]), begun

    def go_on_with(self, handed: Any) -> None:
        """Show the same question, with what was answered so far."""
        chosen, was_seen, corrects, zone, begun = handed
        self.chosen, self._was_seen, self._shown = chosen, was_seen, None
        self.refresh(self.desk.session)
        if chosen is None or self.chosen != chosen:
            return
        type_again([self.side.time.zone.field], zone)
        if corrects:
            self.correct_it()
        if begun is not None and self.side.mode is Mode.ASKED:
            type_again(self.side.form.fields, begun)

    def refresh(self, session: Session) -> None:
        """Show what the case says now; the question that is shown stays, or the first takes its place."""
        before = self.model.questions
        self.model.show_questions(asking.questions(session))
        wanted = self.desk.looking.take_wanted()
        if wanted is not None:
            self._was_seen = True
            if self.one is None or self.one.key[0] != wanted:
                self.chosen = next((one.key for one in self.model.questions if one.key[0] == wanted), None)
        if self.one is None or not self._was_seen:
            self.chosen = self._nearest()
        if self.one is None or self.one != self._shown:
            self._show()
        elif before != self.model.questions:
            self._show_mode()

    def _nearest(self) -> tuple[str, int] | None:
        """Return the question to go on with: another one of the same file, else the first.

        Until the page was seen that is the first: which one it is, is known when the pictures were read.
        """
        every = self.model.questions
        if not self._was_seen:
            return every[0].key if every else None
        same = (one.key for one in every if self.chosen is not None and one.key[0] == self.chosen[0])
        return next(same, every[0].key if every else None)

    def _learn(self, sha256: str) -> None:
        """Show what became known of a picture while the page is open."""
        if self.chosen is not None and self.chosen[0] == sha256 and self.side.mode is Mode.WAITING:
            self._shown = None
        self.refresh(self.desk.session)
        self.session_changed.emit()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.model.questions) and self.model.questions[row].key != self.chosen:
            self.chosen = self.model.questions[row].key
            self._show()

    def _show(self) -> None:
        one = self._shown = self.one
        self.empty.setVisible(one is None)
        self.content.setVisible(one is not None)
        self.bar.setVisible(one is not None)
        if one is None:
            self.say(self.text("gui.confirm.nothing"))
            return
        begun = self.desk.looking.begun(one.source)
        captured = one.captured or begun
        setting = one.setting or (begun.setting if begun is not None else None)
        self.shot.show_reading(one.source, captured, setting)
        self.asides.show_question(one)
        self.side.show_question(one, begun, waits=self.desk.looking.is_at(one.source))
        self._show_mode()
        if self._turns:
            self._turn()

    def _turn(self) -> None:
        """Begin with another question at its top, the keyboard on what is asked there."""
        self._turns = False
        self.scroller.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.take_keyboard()

    def _show_mode(self) -> None:
        one, mode = self.one, self.side.mode
        if one is None:
            return
        self.table.selectRow(self.model.questions.index(one))
        self.table.setVisible(len(self.model.questions) > 1)
        self.say(self.text(f"gui.confirm.asks.{mode}.{one.source.kind}"), self._standing(one, mode))
        self.yes.setText(self._yes_words(mode))
        self.yes.setVisible(mode is not Mode.WAITING)
        self.correct.setVisible(mode in (Mode.CLEAR, Mode.SAID, Mode.WAITING))
        words = "gui.confirm.say_now" if mode is Mode.WAITING else "gui.confirm.correct"
        self.correct.setText(self.text(words))
        shows_none = "none" if mode is Mode.ASKED and one.setting is None else "not_this"
        self.not_this.setText(self.text(f"gui.confirm.{shows_none}"))
        empty = asking.empty_ones(self.desk.session)
        self.none.setText(self.text("gui.confirm.none_of_rest", n=len(empty)))
        has_several = shows_none == "none" and len(empty) > 1
        self.none.setVisible(has_several)
        # Where nothing was found, nothing is most often what there is.
        is_empty = shows_none == "none" and one.is_empty and not self.side.is_correcting
        self.yes.lead(on=not is_empty)
        self.not_this.lead(on=is_empty and not has_several)
        self.none.lead(on=is_empty and has_several)
        self.back.setVisible(self.side.is_correcting)
        self._say_keys(mode, self.text(f"gui.confirm.keys.no.{shows_none}"))
        tab_in_reading_order(self.body, self.bar.buttons)

    def _standing(self, one: Question, mode: Mode) -> str:
        """Say which file it is, which of its settings, what counts, and how many files come after it."""
        parts = [shown(one.source.name)]
        if one.of > 1:
            same = [other.key for other in self.model.questions if other.source.sha256 == one.source.sha256]
            parts.append(self.text("gui.confirm.of_file", place=same.index(one.key) + 1, n=one.of))
        parts.append(self.text("gui.confirm.counts" if mode is Mode.SAID else "gui.confirm.counts_not"))
        left = asking.files_left(self.desk.session, one)
        if left:
            parts.append(self.text("gui.confirm.files_left", n=left))
        return " · ".join(parts)

    def _say_keys(self, mode: Mode, no: str) -> None:
        """Name the keys that do something now, in the words of the buttons."""
        if mode is Mode.ASKED:
            key = "correcting" if self.side.is_correcting else "asked"
            self.keys.setText(self.text(f"gui.confirm.keys.{key}", no=no))
        else:
            self.keys.setText(self.text(f"gui.confirm.keys.{mode}"))

    def _yes_words(self, mode: Mode) -> str:
        silent = any(one.is_open for one in self.model.questions)
        onward = "gui.confirm.next" if silent else "gui.confirm.to_findings"
        return self.text({Mode.SAID: onward, Mode.CLEAR: "gui.confirm.right"}.get(mode, "gui.confirm.yes"))

    def confirm(self) -> None:
        """Let the person's word count, and go on to the next question that nobody answered."""
        one, mode = self.one, self.side.mode
        if one is None or mode is Mode.WAITING:
            return
        if mode is Mode.CLEAR and one.captured is not None:
            said = confirmed(one.captured, one.number, one.source.path, now(), self.side.zone)
            asking.confirm(self.desk.session, one, said)
        elif mode is Mode.ASKED:
            spoken = self.side.form.take()
            if spoken is None:
                return
            word = Said(spoken.control, spoken.position, spoken.moment, one.source.path)
            asking.confirm(self.desk.session, one, [corrected(one.captured, one.number, word)])
        self._go_on(one)

    def _go_on(self, one: Question) -> None:
        """Turn to the next question nobody answered; where there is none, the findings follow."""
        silent = asking.open_questions(self.desk.session)
        self.chosen = silent[0].key if silent else one.key
        self._turns = True
        self.session_changed.emit()
        if not silent and asking.questions(self.desk.session):
            self.go.emit("findings")

    def correct_it(self) -> None:
        """Let the person say something else than what was read, or than what they said before."""
        if self.one is not None and self.side.mode is not Mode.ASKED:
            self.side.correct()
            self._show_mode()
            positions = self.side.form.positions
            self.scroller.ensureWidgetVisible(positions)
            positions.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Leave the answer that was begun and show the reading again."""
        if self.side.is_correcting:
            self._show()
            self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Note that the file does not show this; what shows nothing else can be taken in again on Collect."""
        if self.one is not None:
            one = self.one
            asking.reject(self.desk.session, one)
            self._go_on(one)

    def reject_rest(self) -> None:
        """Note that no file in which nothing was found shows a setting."""
        if self.one is not None:
            one = self.one
            asking.reject_empty(self.desk.session)
            self._go_on(one)

    def choose_keys(self) -> None:
        """Let the person choose a file of keys, and read the mail once more with them beside the window."""
        one, text = self.one, self.text("gui.confirm.keys_file")
        with unrecorded():
            name, _ = QFileDialog.getOpenFileName(self, text)
        if one is None or not name:
            return
        session, path = self.desk.session, one.source.path

        def read(job: Job) -> SourceReading:
            session.capture_readers.check_signatures(Path(name))
            return session.read(path, cancelled=job.cancelled)

        self.desk.bridge.start(read, self._take_again)

    def _take_again(self, reading: SourceReading) -> None:
        self.desk.session.add(reading)
        self.session_changed.emit()

    def open_take(self) -> None:
        """Let the person take a picture of a setting now."""
        dialog = TakeDialog(self.desk, parent=self)
        dialog.accepted.connect(self.session_changed)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that no field wants for itself."""
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.confirm,
            Qt.Key.Key_Enter: self.confirm,
            Qt.Key.Key_C: self.correct_it,
            Qt.Key.Key_N: self.reject,
            Qt.Key.Key_Escape: self.go_back,
        }
        act = keys.get(event.key())
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            act()
