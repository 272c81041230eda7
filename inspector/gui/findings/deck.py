# SPDX-License-Identifier: Apache-2.0
"""All cards of an answer, in the groups that are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.app.findings.choosing import Group
from inspector.app.findings.shapes import Detail, FindingsView
from inspector.gui.desk import Desk
from inspector.gui.findings.cards import FindingCard
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.growing import GrowingColumn
from inspector.gui.widgets.notes import EmptyState
from inspector.gui.widgets.text import Name

_FEW = 4
"""As many as a usual window shows."""


class Deck(GrowingColumn):
    """One card per setting. `grown` tells that all are there now; the first ones are from the beginning.

    `is_ordered` is kept by whoever shows it: Tab goes through all cards in their order.
    """

    opened = Signal(object)
    opened_conflict = Signal(object)
    remember = Signal(str)
    collect = Signal()
    wants_all = Signal()

    def __init__(
        self,
        desk: Desk,
        view: FindingsView,
        groups: Sequence[Group],
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_FEW, parent)
        self.view = view
        self.cards: list[FindingCard] = []
        self.is_ordered = False
        self._desk = desk
        self._made: dict[str, FindingCard] = {}
        self._shown: list[Detail] = []
        self._headings: dict[int, Name] = {}
        every = SecondaryButton(self._say("show_all"))
        every.clicked.connect(self.wants_all)
        self._none = EmptyState(self._say("found_none"), self._say("found_none_then"), every)
        every.lead(on=False)  # the bar below the cards has what leads
        # Laid out in the right width at once, what comes need not be laid out twice.
        self.resize(width, self.height())
        self.column.addWidget(self._none)
        self.arrange(groups)

    @property
    def wanted(self) -> int:
        """A card for every setting that is asked for."""
        return len(self._shown)

    @property
    def there(self) -> int:
        """The cards that are shown so far."""
        return len(self.cards)

    def arrange(self, groups: Sequence[Group]) -> None:
        """Show these groups alone, in their order; cards that are made already are kept for later."""
        self.column.setEnabled(False)
        for widget in (*self.cards, *self._headings.values()):
            self.column.removeWidget(widget)
            widget.hide()
        for heading in self._headings.values():
            heading.deleteLater()
        self._headings, self.cards, self.is_ordered = {}, [], False
        self._shown = [detail for group in groups for detail in group.details]
        at = 0
        for group in groups if len(groups) > 1 else ():
            self._headings[at] = Name(self._heading(group), self)
            at += len(group.details)
        self._none.setVisible(not self._shown)
        self.begin()

    def card_of(self, key: str) -> FindingCard | None:
        """Return the card of a setting, made now where it was not; None where it is not shown."""
        place = next((at for at, one in enumerate(self._shown) if one.card.key == key), None)
        if place is None:
            return None
        self.grow(place + 1)
        return self.cards[place]

    def _say(self, key: str, /, **values: object) -> str:
        return self._desk.text(f"gui.findings.{key}", **values)

    def _heading(self, group: Group) -> str:
        if group.kind == "state":
            return self._say(f"group.{group.value}")
        return self._say("group.year", year=group.value) if group.value else self._say("group.no_year")

    def put(self, place: int) -> None:
        """Add the card of the setting at a place, below the words of its group where it is the first one."""
        if place in self._headings:
            self.add(self._headings[place])
        card = self._card(self._shown[place])
        self.cards.append(card)
        self.add(card)

    def _card(self, detail: Detail) -> FindingCard:
        """Return the card of a setting, made where it is not there yet."""
        if detail.card.key not in self._made:
            card = FindingCard(self._desk, detail.card)
            card.opened.connect(lambda: self.opened.emit(detail))
            card.conflict.connect(lambda: self.opened_conflict.emit(detail))
            card.remember.connect(lambda: self.remember.emit(detail.card.control))
            card.collect.connect(self.collect)
            self._made[detail.card.key] = card
        return self._made[detail.card.key]
