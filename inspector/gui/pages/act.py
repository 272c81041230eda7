# SPDX-License-Identifier: Apache-2.0
"""What to do now: the checklist with its letters, pages to open, and days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from inspector.app.before_after import BeforeAfter, before_after
from inspector.app.board import Clock, board, note_request
from inspector.app.comparing import Comparison, compare, pairs
from inspector.app.failing import why_failed
from inspector.app.jobs import Lane
from inspector.app.letters import calendar, has_days, mark, post, save
from inspector.app.session import Session
from inspector.app.tasks import Task, left, tasks
from inspector.cases.acts import ActKind
from inspector.cases.post import STEPS, PostStep
from inspector.gui.act.before_after import BeforeAfterSection
from inspector.gui.act.board import BoardSection
from inspector.gui.act.card import TaskCard
from inspector.gui.act.checklist import Checklist
from inspector.gui.act.day import DayDialog
from inspector.gui.act.exports import ExportsSection
from inspector.gui.act.request import RequestDialog
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.dialogs.letter import LetterDialog
from inspector.gui.pages.page import Page
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.notes import EmptyState, ErrorNote
from inspector.gui.widgets.order import tab_in_reading_order
from inspector.gui.widgets.text import Aside
from inspector.report.inspection import Inspection
from inspector.system.clock import today

_CALENDAR = "privacy-due-days.ics"


class ActPage(Page):
    """The checklist and its letters."""

    name = "act"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._answer: tuple[Inspection, date] | None = None
        self._found: tuple[Task, ...] = ()
        self._clocks: tuple[Clock, ...] = ()
        self._moved: tuple[BeforeAfter, ...] = ()
        self._compared: tuple[Comparison, ...] = ()
        self.empty = self._nothing_yet()
        self.error = ErrorNote("")
        self.board = BoardSection(desk)
        self.moved = BeforeAfterSection(desk)
        self.exports = ExportsSection(desk)
        self.checklist = Checklist(desk)
        for hidden in (self.error, self.board, self.moved, self.exports):
            hidden.hide()
        self.board.wanted.connect(self._turn_to)
        self.board.changed.connect(self._order_tabs)
        for part in (self.error, self.empty, self.board, self.checklist, self.moved, self.exports):
            self.body.addWidget(part)
        self._fill_bar()
        self._listen()

    @property
    def cards(self) -> dict[str, TaskCard]:
        """Return the cards by the ids of their tasks, those that are there so far."""
        return self.checklist.cards

    @property
    def is_whole(self) -> bool:
        """Answer whether all that is to be seen is there."""
        return self.checklist.is_whole

    def _listen(self) -> None:
        cards = self.checklist
        cards.page_asked.connect(self._ask_to_open)
        cards.letter_asked.connect(lambda action: self.once_answered(lambda: self._write(action)))
        cards.day_asked.connect(self._ask_day)
        cards.turned.connect(self._lead)
        cards.grown.connect(self._show_rest)

    def _nothing_yet(self) -> EmptyState:
        collect = SecondaryButton(self.text("gui.act.collect"))
        collect.clicked.connect(lambda: self.go.emit("collect"))
        remember = SecondaryButton(self.text("gui.remember.open"))
        remember.clicked.connect(self.open_remember)
        asked = SecondaryButton(self.text("board.ask"))
        asked.clicked.connect(self._ask_request)
        return EmptyState("", self.text("gui.act.empty"), collect, remember, asked)

    def _fill_bar(self) -> None:
        self.evidence = PrimaryButton(self.text("gui.act.evidence"))
        self.calendar = SecondaryButton(self.text("gui.act.calendar"))
        self.asked = SecondaryButton(self.text("board.ask"))
        self.told = Aside()
        self.evidence.clicked.connect(lambda: self.go.emit("evidence"))
        self.calendar.clicked.connect(lambda: self.once_answered(self._save_calendar))
        self.asked.clicked.connect(self._ask_request)
        self.bar.add(self.evidence, self.calendar, self.asked)
        self.bar.add_aside(self.told)

    def fields(self) -> tuple[QWidget, ...]:
        """Return which days the board shows."""
        return (self.board.which,)

    def handed(self) -> Any:
        """Give on the steps that are open."""
        return super().handed(), self.checklist.opened

    def go_on_with(self, handed: Any) -> None:
        """Show the same steps."""
        fields, opened = handed
        super().go_on_with(fields)
        self.checklist.open_again(opened)

    def prepare(self, session: Session) -> None:
        """Work out beside the window what is to be done and what has changed: exports may hold many files."""
        answer, day, messages = session.inspection(), today(), self.desk.messages
        if self._answer is not None and self._answer[0] is answer and self._answer[1] == day:
            return
        self._answer = answer, day
        self._found = tasks(session, messages, day)
        self._clocks = board(session, messages, day)
        self._moved = before_after(session, messages)
        self._compared = tuple(compare(one, session.catalog, messages) for one in pairs(session))

    def refresh(self, session: Session) -> None:
        """Show what the case says now."""
        found = self._found
        self._say(found)
        self.empty.setVisible(not found)
        self.bar.setVisible(bool(found))
        self.calendar.setEnabled(has_days(session))
        self.board.show_clocks(self._clocks, today())
        self.checklist.setVisible(bool(found))
        self.checklist.show_tasks(found, self.wide)
        self._lead()
        self._order_tabs()
        if self.is_whole:
            self._show_rest()

    def _order_tabs(self) -> None:
        """Let Tab come to the first card from what stands above; all cards keep their own order."""
        tab_in_reading_order(self.error, self.empty, self.board, *self.checklist.first)
        tab_in_reading_order(*self.checklist.last, self.moved, self.exports, self.bar.buttons)

    def _show_rest(self) -> None:
        """Show, below what is to be done, what has changed in what was handed in."""
        self.moved.show_moved(self._moved)
        self.exports.show_pairs(self._compared)
        self._lead()
        self._order_tabs()

    def _turn_to(self, action: str) -> None:
        """Show the card that a clock belongs to."""
        card = self.checklist.card_of(action)
        if card is not None:
            card.unfold(on=True)
            card.toggle.setFocus()
            self.reveal(card.toggle)

    def _ask_request(self) -> None:
        dialog = RequestDialog(self.desk, self.window())
        dialog.accepted.connect(lambda: self._note_request(dialog))
        self._show(dialog)

    def _note_request(self, dialog: RequestDialog) -> None:
        if dialog.service is not None:
            note_request(self.desk.session, dialog.service, dialog.day)
            self.session_changed.emit()

    def _lead(self) -> None:
        """Let the first thing that is open and unfolded lead; where none is, the bundle."""
        self.evidence.lead(on=not self.checklist.lead())

    def _say(self, found: tuple[Task, ...]) -> None:
        if not found:
            self.say(self.text("gui.act.title"))
        elif left(found):
            self.say(self.text("gui.act.left", n=left(found)), self.text("gui.act.aside"))
        else:
            self.say(self.text("gui.act.nothing_left"), self.text("gui.act.aside"))

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_to_open(self, address: str) -> None:
        self._show(AddressDialog(self.desk, address, self.window()))

    def _write(self, action: str) -> None:
        if action not in self.cards or not self.cards[action].task.letter:
            # It was asked for on a page that showed an older answer.
            return
        dialog = LetterDialog(
            self.desk, action, self.cards[action].task.title, self.desk.drafts, self.window()
        )
        dialog.sent.connect(lambda action: self._ask_day(action, ActKind.SENT))
        self._show(dialog)

    def _ask_day(self, action: str, name: str) -> None:
        step: PostStep = next(one for one in STEPS if one == name)
        dialog = DayDialog(self.desk, post(self.desk.session, action), step, self.window())
        dialog.accepted.connect(lambda: self._note(action, dialog))
        self._show(dialog)

    def _note(self, action: str, dialog: DayDialog) -> None:
        mark(self.desk.session, action, dialog.step, dialog.day)
        self.cards[action].unfold(on=True)
        self.session_changed.emit()
        # Two dialogs may have followed each other; not every system then goes back to the window by itself.
        self.window().activateWindow()
        noted = self.cards[action].posts.buttons[dialog.step]
        noted.setFocus()
        # The head of the card says now when it was sent; the day's own row may be far below it.
        self.reveal(self.cards[action].posts)
        self.reveal(self.cards[action].toggle)

    def _save_calendar(self) -> None:
        title, kinds = self.text("gui.act.calendar_title"), self.text("gui.act.calendar_kind")
        target = files.place_to_save(self, title, _CALENDAR, kinds)
        if target is None:
            return
        self.once_answered(lambda: self._write_calendar(target))

    def _write_calendar(self, target: Path) -> None:
        data = calendar(self.desk.session, self.desk.messages)
        self.error.hide()
        self.desk.bridge.start(
            lambda _job: save(data, target),
            lambda path: self.told.setText(self.text("gui.act.calendar_saved", name=path.name)),
            failed=self._failed,
            lane=Lane.LOOK,
        )

    def _failed(self, error: BaseException) -> None:
        self.error.tell(self.desk.notes.text(why_failed(error)))
        self.error.show()
