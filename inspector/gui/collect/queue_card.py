# SPDX-License-Identifier: Apache-2.0
"""One thing handed in, as a card: what it is, how far the reading is, what is missing, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from inspector.app.intake import Item, Stage, recognised, told_in_place, troubles
from inspector.app.sizes import size
from inspector.archives.names import shown
from inspector.domain.sources import Source
from inspector.gui.collect.lock import LockNote
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import LinkButton, SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.chip import Chip
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.notes import ErrorNote
from inspector.gui.widgets.text import Aside, Strong, TextBlock
from inspector.gui.you.told import announce

_WHOLE = 1000
_MOST_TOLD = 6
BUTTONS = ("stop", "shows", "password", "ledger", "describe", "leave_out", "take_in", "story")
_LINKS = ("story",)


class QueueCard(Card):
    """Shows one item. `act` tells what the person wants of it, by a button's name; `given` a password."""

    act = Signal(str)
    given = Signal(str)

    def __init__(self, desk: Desk, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.item = item
        self.body.setSpacing(steps(1.5))
        self.name = Strong(item.name, characters=None)
        self.name.setToolTip(shown(str(item.path)))
        self.chip = Chip("")
        self.words = TextBlock()
        self.folder = Aside(characters=None)
        self.asides = Aside(characters=None)
        self.story = Aside(desk.text("gui.story.told"), characters=None)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(steps(4))
        self.bar.setRange(0, _WHOLE)
        self.bar.setAccessibleName(desk.text("gui.collect.progress", name=item.name))
        self.notes = [ErrorNote("", within=True) for _ in range(_MOST_TOLD)]
        self.lock: LockNote | None = None
        self.buttons = {key: self._button(key) for key in BUTTONS}
        self._lay_out()
        self.show_item(item)

    def _button(self, key: str) -> LinkButton | SecondaryButton:
        kind = LinkButton if key in _LINKS else SecondaryButton
        button = kind(self.desk.text(f"gui.collect.do.{key}"))
        button.setAccessibleName(self.desk.text(f"gui.collect.do_to.{key}", name=self.item.name))
        button.clicked.connect(lambda: self.act.emit(key))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(steps(2))
        head.addWidget(self.name, 1)
        head.addWidget(self.chip)
        self.body.addLayout(head)
        for part in (self.folder, self.words, self.bar, self.asides, self.story):
            self.body.addWidget(part)
        self._lock_place = self.body.count()
        for note in self.notes:
            self.body.addWidget(note)
        row = Flow(across=steps(1.5), down=steps(1))
        for button in self.buttons.values():
            row.addWidget(button)
        self.body.addLayout(row)

    def show_item(self, item: Item) -> None:
        """Show how the item stands now; the keyboard stays in the card where what had it goes."""
        holder = self._holder()
        changed = item.stage is not self.item.stage
        self.item = item
        self.chip.setText(self._standing(item))
        self.chip.updateGeometry()
        self._show_words(item)
        self._show_progress(item)
        self._show_troubles(item)
        self._show_lock(item)
        self._show_story(item)
        wanted = _wanted(item)
        for key, button in self.buttons.items():
            button.setVisible(key in wanted)
        self.buttons["stop"].setEnabled(item.stage is not Stage.STOPPING)
        if holder is not None and not (holder.isVisibleTo(self) and holder.isEnabled()):
            self._pass_keyboard()
        spoken = self.desk.text("gui.collect.item", name=item.name, stage=self.chip.text())
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(" ".join((self.words.text(), self.asides.text())).strip())
        if changed and not item.is_underway:
            announce(self, spoken)

    def lead(self, *, on: bool) -> None:
        """Let the password lead where it is what comes next, or nothing here."""
        self.buttons["password"].lead(on=on)
        if self.lock is not None:
            self.lock.opens.lead(on=on)

    def _holder(self) -> QWidget | None:
        """Return what in the card has the keyboard."""
        holder: QWidget | None = self.window().focusWidget()
        is_here = holder is not None and self.isAncestorOf(holder) and holder.isVisibleTo(self)
        return holder if is_here else None

    def _pass_keyboard(self) -> None:
        """Give the keyboard to what can be done next; Qt would give it to whatever stands next."""
        asks: list[QWidget] = [] if self.lock is None else [self.lock.field]
        takers = (one for one in (*asks, *self.buttons.values()) if one.isVisibleTo(self) and one.isEnabled())
        taker = next(takers, None)
        if taker is not None:
            taker.setFocus()

    def _standing(self, item: Item) -> str:
        """Return in a word or two how the item stands; of what was added, how far it could be read."""
        source = item.source
        if item.stage is not Stage.ADDED or source is None:
            return self.desk.text(f"intake.stage.{item.stage}")
        if item.is_locked:
            return self.desk.text("intake.stage.locked")
        if source.kind == "archive" or not source.sha256:
            return self.desk.text(f"intake.status.{source.status}")
        if item.asks_what_it_shows:
            return self.desk.text("intake.stage.silent")
        return self.desk.text("intake.stage.spoken" if item.is_said else f"intake.status.{source.status}")

    def _show_words(self, item: Item) -> None:
        first, rest = self._sentences(item)
        if item.folder is not None:
            self.folder.setText(self.desk.text("intake.in_folder", folder=item.folder))
        self.folder.setVisible(item.folder is not None)
        self.words.setText(first)
        self.words.setVisible(bool(first))
        self.asides.setText(rest)
        self.asides.setVisible(bool(rest))

    def _sentences(self, item: Item) -> tuple[str, str]:
        text = self.desk.text
        if item.stage in (Stage.STOPPED, Stage.STOPPING, Stage.LEFT_OUT):
            return text(f"intake.told.{item.stage}"), ""
        if item.stage is Stage.FAILED:
            return text("intake.told.failed"), ""
        if item.stage is Stage.TWIN:
            return text("intake.told.twin_idle" if item.idle else "intake.told.twin", name=item.twin), ""
        if item.source is None or item.is_underway:
            return "", ""
        if item.source.kind == "archive" and item.source.service is None and troubles(item):
            # What is wrong with it says already that it was not recognised.
            return "", ""
        notes = [self.desk.notes.text(one) for one in recognised(item.source, self._service(item.source))]
        if item.asks_what_it_shows:
            notes.append(text("intake.told.silent_capture"))
        return notes[0], " ".join(notes[1:])

    def _service(self, source: Source) -> str | None:
        known = source.service in self.desk.catalog.service_ids()
        return self.desk.catalog.service(source.service).name if source.service and known else source.service

    def _show_progress(self, item: Item) -> None:
        self.bar.setVisible(item.stage in (Stage.READING, Stage.STOPPING))
        if item.stage is Stage.READING and item.total:
            self.bar.setValue(_WHOLE * item.done // item.total)
            done, total = (size(one, self.desk.messages.lang) for one in (item.done, item.total))
            far = self.desk.text("gui.collect.far", done=done, total=total)
            self.words.setText(far)
            self.words.show()

    def _show_troubles(self, item: Item) -> None:
        texts = [told_in_place(self.desk.notes.text(one), item.name) for one in troubles(item)]
        if len(texts) > _MOST_TOLD:
            left = len(texts) - _MOST_TOLD + 1
            texts = [*texts[: _MOST_TOLD - 1], self.desk.text("gui.collect.more_troubles", n=left)]
        for place, note in enumerate(self.notes):
            note.setVisible(place < len(texts))
            if place < len(texts):
                note.tell("", texts[place])

    def _show_story(self, item: Item) -> None:
        """Say that it is told how the file was got; the link then leads to what was told."""
        is_told = item.is_told and item.may_be_told
        self.story.setVisible(is_told)
        link = self.buttons["story"]
        link.setText(self.desk.text("gui.story.change" if is_told else "gui.collect.do.story"))
        spoken = "gui.story.change_it" if is_told else "gui.collect.do_to.story"
        link.setAccessibleName(self.desk.text(spoken, name=item.name))

    def _show_lock(self, item: Item) -> None:
        """Ask for the password where one is missing. Few exports are locked, so few cards can ask."""
        if self.lock is None and item.asks_for_password:
            self.lock = LockNote(self.desk, item.name)
            self.lock.given.connect(self.given)
            self.lock.without.connect(lambda: self.act.emit("without"))
            self.body.insertWidget(self._lock_place, self.lock)
        if self.lock is not None:
            self.lock.setVisible(item.asks_for_password)
            self.lock.ask(tried=item.tried)


def _wanted(item: Item) -> set[str]:
    """Return what can be done with an item."""
    if item.is_underway:
        return {"stop"}
    if item.stage is Stage.LEFT_OUT or (item.stage is Stage.TWIN and item.idle):
        return {"take_in"}
    describe = {"describe"} if item.may_be_described else set()
    if item.stage is not Stage.ADDED or item.source is None:
        return describe
    ledger = {"ledger"} if item.source.ledger else set()
    shows = {"shows"} if item.asks_what_it_shows else set()
    password = {"password"} if item.is_locked and item.without else set()
    story = {"story"} if item.may_be_told else set()
    return {"leave_out"} | story | describe | ledger | shows | password
