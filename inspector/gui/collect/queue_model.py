# SPDX-License-Identifier: Apache-2.0
"""The queue as a Qt model: one row per thing handed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.app.intake import Intake, Item, Stage
from inspector.app.session import Session
from inspector.domain.reading import SourceReading
from inspector.gui.desk import Desk

ITEM = int(Qt.ItemDataRole.UserRole)
"""The role that gives the whole item."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class QueueModel(QAbstractListModel):
    """Shows an intake; the name is what is displayed, name and stage what is spoken."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.intake = Intake()

    def go_on_with(self, intake: Intake) -> None:
        """Show another intake from its beginning."""
        self.beginResetModel()
        self.intake = intake
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many things there are."""
        return 0 if parent.isValid() else len(self.intake.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the item, its name, or what a screen reader says of it."""
        if not index.isValid() or index.row() >= len(self.intake.items):
            return None
        item = self.intake.items[index.row()]
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            stage = self._desk.text(f"intake.stage.{item.stage}")
            return self._desk.text("gui.collect.item", name=item.name, stage=stage)
        return None

    @property
    def locked(self) -> list[Item]:
        """Return the items that ask for a password."""
        return [item for item in self.intake.items if item.asks_for_password]

    @property
    def underway(self) -> list[Item]:
        """Return the items of which something is still to come."""
        return [item for item in self.intake.items if item.is_underway]

    def queue(self, path: Path) -> Item:
        """Put a file or folder at the end."""
        row = len(self.intake.items)
        self.beginInsertRows(QModelIndex(), row, row)
        item = self.intake.queue(path)
        self.endInsertRows()
        if item.folder is not None:
            # Another one has its name: both say now where they lie.
            self.dataChanged.emit(self.index(0), self.index(row))
        return item

    def forget(self, number: int) -> None:
        """Take an item out of the queue."""
        row = self.intake.place(number)
        self.beginRemoveRows(QModelIndex(), row, row)
        self.intake.forget(number)
        self.endRemoveRows()

    def progress(self, number: int, done: int, total: int) -> None:
        """Note how far an item is."""
        self.intake.progress(number, done, total)
        self._tell(number)

    def ask_to_stop(self, number: int) -> None:
        """Note that the person wants no more of an item."""
        self.intake.ask_to_stop(number)
        self._tell(number)

    def stopped(self, number: int) -> None:
        """Note that nothing of an item was taken."""
        self.intake.stopped(number)
        self._tell(number)

    def again(self, number: int) -> None:
        """Note that an item is to be read once more."""
        self.intake.again(number)
        self._tell(number)

    def go_without(self, number: int, *, without: bool) -> None:
        """Note whether the person goes on without the password of an item."""
        self.intake.go_without(number, without=without)
        self._tell(number)

    def failed(self, number: int, error: BaseException) -> None:
        """Note that the reading broke off by a fault of the program."""
        self.intake.failed(number, type(error).__name__)
        self._tell(number)

    def arrived(self, number: int, reading: SourceReading, session: Session) -> bool:
        """Note what was read, and answer whether it is new to the case."""
        is_new = self.intake.arrived(number, reading, session.sources)
        self._tell(number)
        return is_new

    def follow(self, session: Session) -> None:
        """Take over how the sources of the case stand now."""
        before = list(self.intake.items)
        said = {one.source for one in session.statements}
        self.intake.follow(session.sources, session.left_out, session.stories, said)
        after = self.intake.items
        if [item.number for item in before] == [item.number for item in after]:
            for row, (old, new) in enumerate(zip(before, after, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self.intake.items = before
            self.beginResetModel()
            self.intake.items = after
            self.endResetModel()

    def stage(self, number: int) -> Stage:
        """Return where an item stands."""
        return self.intake.item(number).stage

    def _tell(self, number: int) -> None:
        index = self.index(self.intake.place(number))
        self.dataChanged.emit(index, index)
