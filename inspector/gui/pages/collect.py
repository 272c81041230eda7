# SPDX-License-Identifier: Apache-2.0
"""What the person hands in, read one by one beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from inspector.app.collecting import Need, counts, need, tally
from inspector.app.intake import Item
from inspector.app.session import Session
from inspector.app.wanted import wanted_archives
from inspector.gui.capture.dialog import TakeDialog
from inspector.gui.collect.description import DescriptionDialog
from inspector.gui.collect.drop import DropPanel, DropWatch
from inspector.gui.collect.how_to import HowTos
from inspector.gui.collect.ledger import LedgerDialog
from inspector.gui.collect.queue_model import QueueModel
from inspector.gui.collect.queue_view import QueueView
from inspector.gui.collect.reader import Reader
from inspector.gui.collect.story import StoryDialog
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.pages.page import Page
from inspector.gui.theme.measures import steps
from inspector.gui.typed import type_again, typed
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.order import tab_in_reading_order
from inspector.gui.widgets.text import Aside, Name


class CollectPage(Page):
    """Files and folders come by drop or by dialog; each is a card with its own progress."""

    name = "collect"
    _underway_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked: tuple[int, bool, bool] | None = None
        self._notes_soon = False
        self._others = 0
        self.say(self.text("gui.collect.title"), self.text("gui.collect.aside"))
        self.queue = QueueModel(desk, self)
        self.reader = Reader(desk, self.queue, self)
        self.panel = DropPanel(desk)
        self.looking = Aside(self.text("gui.collect.looking"))
        self.looking.hide()
        self.summary = Name("")
        self.alone = Aside()
        self.alone.hide()
        self.view = QueueView(desk, self.queue)
        self.drops = DropWatch(self)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.body.setSpacing(steps(4))
        self.files = SecondaryButton(self.text("gui.collect.files"))
        self.folder = SecondaryButton(self.text("gui.collect.folder"))
        self.take = SecondaryButton(self.text("gui.take.open"))
        row = Flow(across=steps(1.5))
        for button in (self.files, self.folder, self.take):
            row.addWidget(button)
        self.panel.body.addLayout(row)
        self.how_tos = HowTos(self.desk)
        told = QVBoxLayout()
        told.setSpacing(steps(0.5))
        for words in (self.summary, self.alone):
            told.addWidget(words)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.looking)
        self.body.addLayout(told)
        for part in (self.view, self.how_tos):
            self.body.addWidget(part)
        self.forward = PrimaryButton(self.text("gui.collect.forward"))
        self.stop_all = SecondaryButton(self.text("gui.collect.stop_all"))
        self.remember = SecondaryButton(self.text("gui.remember.open"))
        self.without = Aside(self.text("gui.collect.without"))
        self.bar.add(self.forward, self.stop_all, self.remember)
        self.bar.add_aside(self.without)

    def _listen(self) -> None:
        self.files.clicked.connect(self.choose_files)
        self.folder.clicked.connect(self.choose_folder)
        self.take.clicked.connect(self.open_take)
        self.remember.clicked.connect(self.open_remember)
        self.forward.clicked.connect(self._go_on)
        self.stop_all.clicked.connect(self.reader.cancel_all)
        self.reader.added.connect(self.session_changed)
        self.reader.looking.connect(self.looking.setVisible)
        self.reader.left_alone.connect(self._tell_alone)
        self.drops.dropped.connect(self.reader.take)
        self.drops.hovering.connect(self.panel.light)
        self.view.act.connect(self._act)
        self.view.given.connect(self.reader.unlock)
        self.how_tos.changed.connect(self._order_tabs)
        self.how_tos.told.connect(self.reveal)
        for change in (self.queue.rowsInserted, self.queue.modelReset):
            change.connect(self._order_tabs)
        for change in (self.queue.rowsInserted, self.queue.dataChanged, self.queue.modelReset):
            change.connect(self._show_bar)
            change.connect(self._note_soon)
        self.queue.rowsRemoved.connect(self._note_soon)
        self._underway_changed.connect(self._note_underway, Qt.ConnectionType.QueuedConnection)

    def handed(self) -> Any:
        """Give on the queue, of which the case knows only what was read, and passwords that were begun."""
        begun = [(at, typed(card.lock.fields)) for at, card in enumerate(self.view.cards) if card.lock]
        return self.queue.intake, self._others, self.how_tos.chosen, begun

    def go_on_with(self, handed: Any) -> None:
        """Show the same queue."""
        intake, others, service, begun = handed
        self.queue.go_on_with(intake)
        self.how_tos.choose(service)
        self.refresh(self.desk.session)
        self._tell_alone(others)
        for at, values in begun:
            lock = self.view.cards[at].lock
            if lock is not None:
                type_again(lock.fields, values)

    def refresh(self, session: Session) -> None:
        """Show how the sources of the case stand now."""
        self.desk.unfinished.follow(session)
        self.queue.follow(session)
        self.how_tos.want(wanted_archives(session))
        self._order_tabs()
        self._show_bar()
        self._take_wish()

    def _take_wish(self) -> None:
        """Read what another page asks for."""
        wanted = self.desk.wishes.take_to_read()
        if wanted:
            self.reader.take(wanted)

    def _note_soon(self) -> None:
        """Note it once for many files that come together: each time is a step of the case on the disk."""
        if not self._notes_soon:
            self._notes_soon = True
            self._underway_changed.emit()

    def _note_underway(self) -> None:
        """Keep with the case what is being read, to be told of where the program ends meanwhile."""
        self._notes_soon = False
        if self.desk.is_ready:
            self.desk.unfinished.follow(self.desk.session)
            self.desk.unfinished.note([item.path for item in self.queue.underway])

    def showEvent(self, event: QShowEvent) -> None:
        """Take what is dropped on the window."""
        super().showEvent(event)
        self.drops.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave drops to the page that comes next."""
        self.drops.end()
        super().hideEvent(event)

    def choose_files(self) -> None:
        """Let the person choose files, several at once."""
        self._take(files.files_to_open(self, self.text("gui.collect.files")))

    def choose_folder(self) -> None:
        """Let the person choose a folder: an unpacked export, or one with sources in it."""
        folder = files.folder_to_open(self, self.text("gui.collect.folder"))
        self._take([] if folder is None else [folder])

    def _take(self, chosen: list[Path]) -> None:
        if chosen:
            self.reader.take(chosen)

    def open_take(self) -> None:
        """Let the person take a picture of a setting now."""
        dialog = TakeDialog(self.desk, parent=self)
        dialog.accepted.connect(self.session_changed)
        dialog.open()

    def _act(self, what: str, item: Item) -> None:
        acts: dict[str, Callable[[Item], None]] = {
            "stop": lambda one: self.reader.cancel(one.number),
            "ledger": self._open_ledger,
            "shows": self._turn_to_confirm,
            "password": lambda one: self._go_without(one, without=False),
            "without": lambda one: self._go_without(one, without=True),
            "describe": self._describe,
            "story": self._tell_story,
            "leave_out": self._leave_out,
            "take_in": self._take_in,
        }
        acts[what](item)

    def _open_ledger(self, item: Item) -> None:
        if item.source is not None:
            LedgerDialog(self.desk, item.source, self).open()

    def _turn_to_confirm(self, item: Item) -> None:
        if item.source is not None:
            self.desk.looking.turn_to(item.source)
            self.go.emit("confirm")

    def _go_without(self, item: Item, *, without: bool) -> None:
        """Ask no more for a password, or again; the field then has the keyboard."""
        self.queue.go_without(item.number, without=without)
        self._order_tabs()
        card = self.view.cards[self.queue.intake.place(item.number)]
        if without:
            card.buttons["password"].setFocus()
        elif card.lock is not None:
            card.lock.field.setFocus()

    def _describe(self, item: Item) -> None:
        DescriptionDialog(self.desk, item.path, parent=self).open()

    def _tell_story(self, item: Item) -> None:
        if item.source is not None:
            dialog = StoryDialog(self.desk, item.source, self)
            dialog.accepted.connect(self.session_changed)
            dialog.open()

    def _leave_out(self, item: Item) -> None:
        if item.source is not None:
            self.desk.session.leave_out(item.source)
            self.session_changed.emit()

    def _take_in(self, item: Item) -> None:
        if item.source is not None:
            self.desk.session.take_in_again(item.source)
            self.session_changed.emit()

    def _go_on(self) -> None:
        wanted, _ = need(self.queue.intake.items)
        self.go.emit("confirm" if wanted is Need.WORD else "findings")

    def _order_tabs(self) -> None:
        tab_in_reading_order(self.body, self.bar.buttons)

    def _show_bar(self) -> None:
        items = self.queue.intake.items
        self.stop_all.setVisible(len(self.queue.underway) > 1)
        wanted, whose = need(items)
        self.forward.setVisible(any(counts(item) for item in items))
        self.forward.setText(
            self.text("gui.collect.to_confirm" if wanted is Need.WORD else "gui.collect.forward")
        )
        self.forward.lead(on=wanted in (Need.WORD, Need.ANSWER))
        self.view.setVisible(bool(items))
        self._sum_up(items)
        self.without.setHidden(bool(items))
        self.view.lead(whose if wanted is Need.PASSWORD else None)
        self.files.lead(on=wanted is Need.FILES)
        self._show_lock(whose if wanted is Need.PASSWORD else None)

    def _sum_up(self, items: Sequence[Item]) -> None:
        """Say what came of all that was handed in, once nothing is being read any more."""
        told = tally(items)
        self.summary.setText(" ".join(self.desk.notes.text(one) for one in told))
        self.summary.setVisible(bool(told))
        if told:
            self.view.arrange()

    def _tell_alone(self, others: int) -> None:
        """Say how many files of a folder were not opened."""
        self._others = others
        self.alone.setText(self.text("gui.collect.left_alone", n=others) if others else "")
        self.alone.setVisible(bool(others))

    def _show_lock(self, item: Item | None) -> None:
        """Show all of what asks for a password, when it asks and when it asks again."""
        asked = None if item is None else (item.number, item.tried, item.without)
        if asked != self._asked:
            self._asked = asked
            lock = None if item is None else self.view.cards[self.queue.intake.place(item.number)].lock
            if lock is not None and lock.isVisibleTo(self):
                self.reveal(lock)
