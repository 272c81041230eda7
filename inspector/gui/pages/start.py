# SPDX-License-Identifier: Apache-2.0
"""Where the journey begins: what the program answers, in which steps, and an example to look at."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.jobs import Job
from inspector.app.journey import Standing, begun, is_unsaved, journey, next_page
from inspector.gui.cover.openly import show_openly
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.leaving import may_forget
from inspector.gui.pages.page import Page
from inspector.gui.theme.measures import steps
from inspector.gui.vault.panel import CasePanel
from inspector.gui.vault.unfinished_note import UnfinishedNote
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.card import OpeningCard
from inspector.gui.widgets.notes import QuietNote
from inspector.gui.widgets.numeral import Numeral
from inspector.gui.widgets.text import Aside, Name, Strong

if TYPE_CHECKING:
    from inspector.app.session import Session
    from inspector.domain.reading import SourceReading

_STEPS = ("you", "collect", "findings", "act")


class StartPage(Page):
    """Says what the program answers, and takes the person to the next open page."""

    name = "start"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.say(self.text("gui.start.title"), self.text("gui.start.aside"))
        self.example_note = QuietNote(self.text("gui.example.title"), self.text("gui.example.text"))
        self.example_note.hide()
        self.body.addWidget(self.example_note)
        self.unfinished = UnfinishedNote(desk)
        self.unfinished.hide()
        self.unfinished.goes_on.connect(self._read_on)
        self.unfinished.left.connect(self._leave_unread)
        self.body.addWidget(self.unfinished)
        self.cases = CasePanel(desk, self)
        self.cases.verifies.clicked.connect(self.choose_bundle)
        self.body.addWidget(self.cases.others)
        self.cases.asks_help.connect(self.open_help)
        self.cases.listed.connect(self._order_tabs)
        self.cases.listed.connect(lambda: self._name_onward(has_begun=begun(self.desk.session.case)))
        self.begins = Name(self.text("gui.start.steps"))
        self.begins.hide()
        self.body.addWidget(self.begins)
        self.steps: list[OpeningCard] = []
        self.stands: dict[str, Strong] = {}
        for number, page in enumerate(_STEPS, 1):
            self.steps.append(self._step(number, page))
            self.body.addWidget(self.steps[-1])
        self.body.addWidget(self.cases)
        self.body.addLayout(self.cases.links)
        self.body.addWidget(Aside(self.text("gui.start.on_means")))
        self._next = "you"
        self._fill_bar()

    def _step(self, number: int, page: str) -> OpeningCard:
        name, text = self.text(f"gui.start.{page}.name"), self.text(f"gui.start.{page}.text")
        card = OpeningCard()
        card.setAccessibleName(self.text("gui.start.spoken", number=number, name=name, text=text))
        card.opened.connect(lambda: self.go.emit(page))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(name))
        words.addWidget(Aside(text, characters=None))
        row = QHBoxLayout()
        row.setSpacing(steps(3))
        row.addWidget(Numeral(number))
        row.addLayout(words, 1)
        self.stands[page] = Strong(self.text("gui.start.step_done"))
        self.stands[page].set_colour("accent")
        self.stands[page].hide()
        row.addWidget(self.stands[page])
        card.body.addLayout(row)
        return card

    def _fill_bar(self) -> None:
        self.onward = PrimaryButton(self.text("gui.start.begin"))
        self.example = SecondaryButton(self.text("gui.start.example"))
        self.over = SecondaryButton(self.text("gui.start.over"))
        self.onward.clicked.connect(lambda: self.go.emit(self._next))
        self.example.clicked.connect(lambda: self.once_answered(self.show_example))
        self.over.clicked.connect(self.start_over)
        self.over.hide()
        # It names a page of the journey, no more.
        show_openly(self.onward)
        self.bar.add(self.onward, self.example, self.over)

    def refresh(self, session: Session) -> None:
        """Offer the next open page, and the example only where nothing was begun."""
        from inspector.app.example import is_example  # noqa: PLC0415 - the window opens before it is loaded

        has_begun = begun(session.case)
        journey_ = journey(session.case, session.inspection())
        self._next = next_page(journey_)
        for one in journey_:
            if one.page in self.stands:
                self.stands[one.page].setVisible(one.standing is Standing.DONE)
        self.example.setVisible(not has_begun and not self.desk.vault.is_open)
        self.over.setVisible(has_begun and not self.desk.vault.is_open)
        self._place_cases(top=has_begun or self.desk.vault.is_open)
        self.cases.refresh(session)
        kept = "_kept" if self.desk.vault.is_open else ""
        self.example_note.text.setText(self.text(f"gui.example.text{kept}"))
        self.example_note.setVisible(is_example(session.case))
        self._name_onward(has_begun=has_begun)
        self._tell_unfinished(session)

    def _tell_unfinished(self, session: Session) -> None:
        """Say what was being read when the program ended; to go on with that is then the thing to do next."""
        self.desk.unfinished.follow(session)
        self.unfinished.refresh()
        self.onward.lead(on=not self.desk.unfinished.there)
        self._order_tabs()

    def _read_on(self) -> None:
        self.desk.wishes.read(self.desk.unfinished.there)
        self.desk.unfinished.take()
        self.go.emit("collect")

    def _leave_unread(self) -> None:
        self.desk.unfinished.take()
        self.desk.unfinished.note(())
        self._tell_unfinished(self.desk.session)
        self.onward.setFocus()

    def choose_bundle(self) -> None:
        """Ask which bundle is to be checked, and have it checked where bundles are."""
        kinds = self.text("gui.evidence.kind")
        bundle = files.file_to_open(self, self.text("gui.start.check_bundle"), kinds)
        if bundle is not None:
            self.desk.wishes.check(bundle)
            self.go.emit("evidence")

    def _name_onward(self, *, has_begun: bool) -> None:
        """Say where the primary button leads, and set the steps off from cases that stand above them."""
        has_cases = bool(self.cases.rows)
        self.begins.setVisible(has_cases)
        if has_begun:
            page = self.text(f"gui.rail.{self._next}")
            self.onward.setText(self.text("gui.start.go_on_to", page=page))
        else:
            self.onward.setText(self.text("gui.start.begin_new" if has_cases else "gui.start.begin"))

    def _place_cases(self, *, top: bool) -> None:
        """Show first how a case is kept that was begun; before that, what the program is about."""
        place = 2 if top else self.body.count() - 3
        if self.body.indexOf(self.cases) != place:
            self.body.removeWidget(self.cases)
            self.body.removeItem(self.cases.links)
            self.body.insertWidget(place, self.cases)
            self.body.insertLayout(place + 1, self.cases.links)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the keyboard go through the page as it is read."""
        others, own = [*self.cases.rows, *self.steps], self.cases.buttons
        is_top = self.body.indexOf(self.cases) < self.body.indexOf(self.cases.others)
        order = [*own, *others] if is_top else [*others, *own]
        first = self.unfinished.buttons
        for before, after in pairwise([self.scroller, *first, *order, self.onward]):
            QWidget.setTabOrder(before, after)

    def take_keyboard(self) -> None:
        """Give the keyboard to what begins: Enter goes on."""
        first = self.unfinished.reads if self.desk.unfinished.there else self.onward
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_example(self) -> None:
        """Read the fictional person's archive beside the window, then show the answer."""
        from inspector.app.example import read_example  # noqa: PLC0415 - the window opens before it is loaded

        def work(job: Job) -> SourceReading:
            return read_example(session, cancelled=job.cancelled, progress=job.progress)

        session = self.desk.session
        self.example.setEnabled(False)
        self.example.setText(self.text("gui.start.reading"))
        self.desk.bridge.start(work, self._take_example, failed=self._give_up)

    def _take_example(self, reading: SourceReading) -> None:
        from inspector.app.example import add_example  # noqa: PLC0415 - the window opens before it is loaded

        self._offer_example()
        if begun(self.desk.session.case):
            return
        add_example(self.desk.session, reading)
        self.session_changed.emit()
        self.go.emit("findings")

    def _give_up(self, error: BaseException) -> None:
        self._offer_example()
        self.desk.bridge.failed.emit(error)

    def _offer_example(self) -> None:
        self.example.setEnabled(True)
        self.example.setText(self.text("gui.start.example"))

    def start_over(self) -> None:
        """Forget the case, after asking where something would be lost, and begin a new one."""
        if is_unsaved(self.desk.session.case) and not may_forget(self.desk, self):
            return
        self.desk.bridge.cancel_all()
        self.desk.start_over()
        self.session_changed.emit()
        self.onward.setFocus()
