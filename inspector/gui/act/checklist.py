# SPDX-License-Identifier: Apache-2.0
"""All things to do as cards, in their order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.app.tasks import Standing, Task
from inspector.gui.act.card import TaskCard
from inspector.gui.desk import Desk
from inspector.gui.widgets.growing import GrowingColumn
from inspector.gui.widgets.order import tab_in_reading_order

_FEW = 3
"""As many as a usual window shows below the first one, whose steps are seen."""


class Checklist(GrowingColumn):
    """One card per task. The first ones are there at once, `grown` tells that all are.

    `tasks` are all that are asked for. `turned` tells that steps were shown or hidden; the other signals are
    those of the cards.
    """

    page_asked = Signal(str)
    letter_asked = Signal(str)
    day_asked = Signal(str, str)
    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_FEW, parent)
        self.cards: dict[str, TaskCard] = {}
        self._desk = desk
        self.tasks: tuple[Task, ...] = ()
        self._kept: dict[str, TaskCard] = {}
        self._opened: dict[str, str] = {}
        self._unfolds = False
        """Whether the first thing that is open, which has no card yet, is to show its steps."""

    @property
    def wanted(self) -> int:
        """A card for every task."""
        return len(self.tasks)

    @property
    def there(self) -> int:
        """The cards that are there so far."""
        return len(self.cards)

    @property
    def first(self) -> list[TaskCard]:
        """Return the first card, none where there is none."""
        return list(self.cards.values())[:1]

    @property
    def last(self) -> list[TaskCard]:
        """Return the last card that is there so far, none where there is none."""
        return list(self.cards.values())[-1:]

    def show_tasks(self, found: tuple[Task, ...], width: int) -> None:
        """Show these tasks, as many at once as were seen before; cards that stay keep the keyboard.

        Laid out in the right `width` at once, what comes need not be laid out twice.
        """
        names, shown = [task.id for task in found], len(self.cards)
        if [task.id for task in self.tasks] != names:
            self._begin_anew(names)
        self.tasks = found
        for task, card in zip(found, self.cards.values(), strict=False):
            if card.task != task:
                card.show_task(task)
        self.resize(width, self.height())
        self.begin(max(shown, self._place_of_keyboard() + 1))
        for card in self._kept.values():
            card.hide()

    def card_of(self, name: str) -> TaskCard | None:
        """Return the card of a task, made now where it was not; None where there is no such task."""
        place = next((at for at, task in enumerate(self.tasks) if task.id == name), None)
        if place is not None:
            self.grow(place + 1)
        return self.cards.get(name)

    @property
    def opened(self) -> dict[str, str]:
        """Return the tasks whose steps are seen, each with the platform that is chosen, empty for none."""
        return {name: card.platform for name, card in self.cards.items() if card.is_unfolded}

    def open_again(self, opened: Mapping[str, str]) -> None:
        """Show the steps of these tasks and of no other, also of those that have no card yet."""
        self._opened, self._unfolds = dict(opened), False
        for card in self.cards.values():
            self._open(card)

    def _open(self, card: TaskCard) -> None:
        card.unfold(on=card.task.id in self._opened)
        card.choose(self._opened.get(card.task.id, ""))

    def lead(self) -> bool:
        """Let the first thing that is open and unfolded lead; answer whether there is one."""
        seen = [card for card in self.cards.values() if card.is_unfolded]
        first = next((card for card in seen if card.task.standing is Standing.OPEN), None)
        for card in self.cards.values():
            card.lead(on=card is first)
        return first is not None and first.leads

    def _begin_anew(self, names: list[str]) -> None:
        """Take all cards out, for others stand between them now; those that have a task still are kept."""
        made = {**self._kept, **self.cards}
        self._kept = {name: made[name] for name in names if name in made}
        self.cards = {}
        for name, card in made.items():
            self.column.removeWidget(card)
            if name not in self._kept:
                card.hide()
                card.deleteLater()
        self._unfolds = not any(card.is_unfolded for card in self._kept.values())

    def _place_of_keyboard(self) -> int:
        """Return the place of the task whose card has the keyboard and is not put back yet, -1 for none."""
        focused: QWidget | None = self.window().focusWidget()
        held = (name for name, one in self._kept.items() if focused is not None and one.isAncestorOf(focused))
        name = next(held, None)
        return next((at for at, task in enumerate(self.tasks) if task.id == name), -1)

    def grow(self, least: int) -> None:
        """Go on until so many cards are there, or all; Tab goes through them in their order."""
        begun, last = self.there, self.last
        super().grow(least)
        tab_in_reading_order(*last, *list(self.cards.values())[begun:])

    def put(self, place: int) -> None:
        """Add the card of the task at a place; the first thing that is open may show its steps."""
        task = self.tasks[place]
        self.cards[task.id] = card = self._card(task)
        if task.id in self._opened:
            self._open(card)
        if self._unfolds and task.standing is Standing.OPEN:
            self._unfolds = False
            card.unfold(on=True)
        self.add(card)

    def _card(self, task: Task) -> TaskCard:
        """Return the card of a task, the one it had where it had one."""
        kept = self._kept.pop(task.id, None)
        if kept is not None:
            kept.show_task(task)
            return kept
        card = TaskCard(self._desk, task)
        card.filled.connect(lambda: tab_in_reading_order(card))
        card.page_asked.connect(self.page_asked)
        card.letter_asked.connect(self.letter_asked)
        card.day_asked.connect(self.day_asked)
        card.unfolded.connect(self.turned)
        return card
