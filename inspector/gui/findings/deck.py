# SPDX-License-Identifier: Apache-2.0
"""All cards of an answer, put together a few at a time: the window never stands still for many of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.findings.choosing import Group
from inspector.app.findings.shapes import Detail, FindingsView
from inspector.gui.desk import Desk
from inspector.gui.findings.cards import FindingCard
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.notes import EmptyState
from inspector.gui.widgets.text import Name

_AT_ONCE = 4
"""As many as a usual window shows."""
_SLICE = 4
_AFTER_PAINT_MS = 20
"""What is there at once is seen before any more is made."""


class Deck(QWidget):
    """One card per setting. `grown` tells that all are there now; the first ones are from the beginning.

    `is_ordered` is kept by whoever shows it: Tab goes through all cards in their order.
    """

    opened = Signal(object)
    opened_conflict = Signal(object)
    remember = Signal(str)
    collect = Signal()
    wants_all = Signal()
    grown = Signal()

    def __init__(
        self,
        desk: Desk,
        view: FindingsView,
        groups: Sequence[Group],
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(steps(2))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)
        self._column.addWidget(self._none)
        self.arrange(groups)

    @property
    def is_whole(self) -> bool:
        """Answer whether all cards that are asked for are there."""
        return len(self.cards) == len(self._shown)

    def arrange(self, groups: Sequence[Group]) -> None:
        """Show these groups alone, in their order; cards that are made already are kept for later."""
        self._column.setEnabled(False)
        for widget in (*self.cards, *self._headings.values()):
            self._column.removeWidget(widget)
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
        self._grow(_AT_ONCE)
        self._go_on_later(_AFTER_PAINT_MS)

    def card_of(self, key: str) -> FindingCard | None:
        """Return the card of a setting, made now where it was not; None where it is not shown."""
        place = next((at for at, one in enumerate(self._shown) if one.card.key == key), None)
        if place is None:
            return None
        self._grow(place + 1 - len(self.cards))
        return self.cards[place]

    def _say(self, key: str, /, **values: object) -> str:
        return self._desk.text(f"gui.findings.{key}", **values)

    def _heading(self, group: Group) -> str:
        if group.kind == "state":
            return self._say(f"group.{group.value}")
        return self._say("group.year", year=group.value) if group.value else self._say("group.no_year")

    def _go_on_later(self, wait: int) -> None:
        """Go on in so many milliseconds, where somebody looks on and there is more."""
        if self.isVisible() and not self.is_whole:
            self._later.start(wait)
        else:
            self._later.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it was left."""
        super().showEvent(event)
        self._go_on_later(_AFTER_PAINT_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing for nobody."""
        super().hideEvent(event)
        self._later.stop()

    def _go_on(self) -> None:
        self._grow(_SLICE)
        self._go_on_later(0)
        if self.is_whole:
            self.grown.emit()

    def _grow(self, count: int) -> None:
        begun = len(self.cards)
        # Else those that are there would be squeezed to make room for each that comes, till all is laid out.
        self._column.setEnabled(False)
        for detail in self._shown[begun : begun + max(0, count)]:
            if len(self.cards) in self._headings:
                heading = self._headings[len(self.cards)]
                self._column.addWidget(heading)
                heading.show()
            card = self._card(detail)
            self.cards.append(card)
            self._column.addWidget(card)
            card.show()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self._column.setEnabled(True)

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
