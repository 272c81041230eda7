# SPDX-License-Identifier: Apache-2.0
"""The rows of a table as a Qt model: plain text, nothing to edit."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.app.findings.shapes import Table

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
SIGN = Qt.ItemDataRole.UserRole
"""The role of the state whose shape stands before the words of a cell."""
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class TableModel(QAbstractTableModel):
    """A Table. What is shown is also what is read aloud."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows there are; none below a cell."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are; none below a cell."""
        return 0 if parent.isValid() else len(self.table.titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell."""
        if index.isValid() and role == SIGN and index.column() == self.table.sign_column and self.table.signs:
            return self.table.signs[index.row()] or None
        if not index.isValid() or role not in _SHOWN:
            return None
        return self.table.rows[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        titled = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.table.titles)
        return self.table.titles[section] if titled and role in _SHOWN else None
