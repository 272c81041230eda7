# SPDX-License-Identifier: Apache-2.0
"""The parts of a table or JSON file, each with a tick: shown or withheld, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import TARGET, Step, steps
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.rows import RowsTable
from inspector.report.places import in_words
from inspector.worker.redaction import (
    PartRow,
)

_COLUMNS: Final = ("shown", "at", "text", "why")
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_LONGEST: Final = 200


class PartsModel(QAbstractTableModel):
    """A row per part. `turned` tells of a part that the person shows or withholds."""

    turned = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[PartRow] = []

    def show_parts(self, rows: Sequence[PartRow]) -> None:
        """Show these parts."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of parts."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the tick be set."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else found

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return the words of a cell, or whether the part is shown."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], _COLUMNS[index.column()]
        if column == "shown" and role == _Role.CheckStateRole:
            return Qt.CheckState.Unchecked if row.why else Qt.CheckState.Checked
        if column == "shown" and role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return self._desk.text("redaction.parts.withheld" if row.why else "redaction.parts.is_shown")
        if column == "shown" or role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        return self._words(row, column)

    def _words(self, row: PartRow, column: str) -> str:
        if column == "why":
            return self._desk.text(f"redaction.why.{row.why}") if row.why else ""
        if column == "at":
            return in_words(row.at, self._desk.messages)
        return " ".join(row.text[:_LONGEST].split())

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Show or withhold a part."""
        if role != _Role.CheckStateRole or index.column() != 0:
            return False
        shown = Qt.CheckState(value) == Qt.CheckState.Checked
        self.turn(index.row(), shown=shown)
        return True

    def turn(self, number: int, *, shown: bool) -> None:
        """Show or withhold a part."""
        row = self._rows[number]
        self._rows[number] = PartRow(row.at, row.text, None if shown else "picked")
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(_COLUMNS) - 1))
        self.turned.emit(row.at, shown)

    def is_shown(self, number: int) -> bool:
        """Answer whether a part is shown."""
        return self._rows[number].why is None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return self._desk.text(f"redaction.parts.{_COLUMNS[section]}")


class PartsTable(RowsTable):
    """The parts; Space shows or withholds the one at hand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.parts = PartsModel(desk)
        super().__init__(self.parts, desk.text("redaction.parts.name"), parent)
        self.edges = Edges(self, "card")
        self.setFont(Step.ASIDE.font())
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(steps(8))
        self.setMinimumHeight(TARGET * 3)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_COLUMNS.index("text"), QHeaderView.ResizeMode.Stretch)

    def show_parts(self, rows: Sequence[PartRow]) -> None:
        """Show these parts, the first one at hand."""
        self.parts.show_parts(rows)
        if rows:
            self.setCurrentIndex(self.parts.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show or withhold with Space, in whatever column the keyboard is."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.parts.turn(index.row(), shown=not self.parts.is_shown(index.row()))
        else:
            super().keyPressEvent(event)
