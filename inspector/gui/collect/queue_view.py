# SPDX-License-Identifier: Apache-2.0
"""Shows the queue as a column of cards, the newest last, each kept as long as its row is there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.collecting import rank
from inspector.app.intake import Item
from inspector.gui.collect.queue_card import QueueCard
from inspector.gui.collect.queue_model import ITEM, QueueModel
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import RING, steps


class QueueView(QWidget):
    """`act` tells what the person wants of which item; `given` a password to try on all locked ones."""

    act = Signal(str, object)
    given = Signal(str)

    def __init__(self, desk: Desk, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.model = model
        self.cards: list[QueueCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(steps(3) - 2 * RING)
        model.rowsInserted.connect(self._insert)
        model.dataChanged.connect(self._change)
        model.modelReset.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self._insert(QModelIndex(), 0, self.model.rowCount() - 1)

    def _insert(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            card = QueueCard(self.desk, self._item(row))
            card.act.connect(lambda what, card=card: self.act.emit(what, card.item))
            card.given.connect(self.given)
            self.cards.insert(row, card)
            self._column.insertWidget(row, card)

    def arrange(self) -> None:
        """Put the cards in their order, that in which they came within it: what was read comes first."""
        wanted = sorted(self.cards, key=lambda card: rank(card.item))
        shown = [self._column.itemAt(at) for at in range(self._column.count())]
        if [item.widget() if item is not None else None for item in shown] == wanted:
            return
        for card in wanted:
            # What is added again moves to the end, and stays what it is.
            self._column.removeWidget(card)
            self._column.addWidget(card)

    def lead(self, whose: Item | None) -> None:
        """Let the password of this item be what comes next."""
        for card in self.cards:
            card.lead(on=whose is not None and card.item.number == whose.number)

    def _change(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.cards[row].show_item(self._item(row))

    def _item(self, row: int) -> Item:
        item = self.model.data(self.model.index(row), ITEM)
        if not isinstance(item, Item):
            raise TypeError(type(item).__name__)
        return item
