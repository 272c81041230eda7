# SPDX-License-Identifier: Apache-2.0
"""What goes into a bundle, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from inspector.app.evidence import Held, size_words
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.rows import RowsTable

_COLUMNS = ("name", "source", "way", "size")
_SEVERAL = 2
_LEAST, _MOST = 2, 7
"""Rows that are seen at once."""
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class HeldModel(QAbstractTableModel):
    """A row per file: name, source, how it goes in, size."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: tuple[Held, ...] = ()

    def show_held(self, rows: Sequence[Held]) -> None:
        """Show these files."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of files."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return the words of a cell; the whole of them as its tool tip."""
        if not index.isValid():
            return None
        if role == _Role.TextAlignmentRole:
            return _aligned(_COLUMNS[index.column()])
        if role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        return self._words(self._rows[index.row()], _COLUMNS[index.column()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return _aligned(_COLUMNS[section])
        if role != _Role.DisplayRole:
            return None
        return self._desk.text(f"gui.evidence.column.{_COLUMNS[section]}")

    def _words(self, held: Held, column: str) -> str:
        if column == "way":
            return self._desk.text(f"gui.evidence.way.{held.way}")
        if column == "size":
            return self._desk.notes.text(size_words(held.size)) if held.size else ""
        return held.name if column == "name" else held.source


def _aligned(column: str) -> int:
    # Units of different length would shift the figures; the far edge is the same for all.
    side = Qt.AlignmentFlag.AlignTrailing if column == "size" else Qt.AlignmentFlag.AlignLeading
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class HeldTable(RowsTable):
    """The files, as high as there are few of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.files = HeldModel(desk)
        super().__init__(self.files, desk.text("gui.evidence.holds.table"), parent)
        self.edges = Edges(self, "card")
        self.setFont(Step.ASIDE.font())
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().setDefaultSectionSize(steps(8))
        head = self.horizontalHeader()
        # The scroll bar begins where the rows do.
        self._beside_head = QWidget()
        self.addScrollBarWidget(self._beside_head, Qt.AlignmentFlag.AlignTop)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def show_held(self, rows: Sequence[Held]) -> None:
        """Show these files."""
        self.files.show_held(rows)
        # One name on every row tells nothing, nor does a column in which nothing is known.
        self.setColumnHidden(_COLUMNS.index("source"), len({row.source for row in rows}) < _SEVERAL)
        self.setColumnHidden(_COLUMNS.index("size"), not any(row.size for row in rows))
        seen = max(_LEAST, min(_MOST, len(rows)))
        head = self.horizontalHeader().sizeHint().height()
        self._beside_head.setFixedHeight(head)
        self.setFixedHeight(head + seen * steps(8) + steps(2))
