# SPDX-License-Identifier: Apache-2.0
"""All cards of an answer, put together a few at a time: the window never stands still for many of them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.findings.shapes import Detail, FindingsView
from inspector.gui.desk import Desk
from inspector.gui.findings.cards import FindingCard
from inspector.gui.theme.measures import steps

_AT_ONCE = 8
"""More than any screen shows of them."""
_SLICE = 4


class Deck(QWidget):
    """One card per setting. `grown` tells that all are there now; the first ones are from the beginning.

    `is_ordered` is kept by whoever shows it: Tab goes through all cards in their order.
    """

    opened = Signal(object)
    remember = Signal(str)
    live = Signal()
    collect = Signal()
    grown = Signal()

    def __init__(self, desk: Desk, view: FindingsView, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.cards: list[FindingCard] = []
        self.is_ordered = False
        self._desk = desk
        # Laid out in the right width at once, what comes need not be laid out twice.
        self.resize(width, self.height())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(steps(2))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)
        self._grow(_AT_ONCE)
        self._go_on_later()

    @property
    def is_whole(self) -> bool:
        """Answer whether all cards are there."""
        return len(self.cards) == len(self.view.details)

    def card_of(self, key: str) -> FindingCard | None:
        """Return the card of a setting, made now where it was not; None where there is none."""
        place = next((at for at, one in enumerate(self.view.details) if one.card.key == key), None)
        if place is None:
            return None
        self._grow(place + 1 - len(self.cards))
        return self.cards[place]

    def _go_on_later(self) -> None:
        if not self.is_whole:
            self._later.start(0)

    def _go_on(self) -> None:
        self._grow(_SLICE)
        self._go_on_later()
        if self.is_whole:
            self.grown.emit()

    def _grow(self, count: int) -> None:
        begun = len(self.cards)
        # Else those that are there would be squeezed to make room for each that comes, till all is laid out.
        self._column.setEnabled(False)
        for detail in self.view.details[begun : begun + max(0, count)]:
            card = self._card(detail)
            self.cards.append(card)
            self._column.addWidget(card)
            card.show()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self._column.setEnabled(True)

    def _card(self, detail: Detail) -> FindingCard:
        card = FindingCard(self._desk, detail.card)
        card.opened.connect(lambda: self.opened.emit(detail))
        card.remember.connect(lambda: self.remember.emit(detail.card.control))
        card.live.connect(self.live)
        card.collect.connect(self.collect)
        return card
