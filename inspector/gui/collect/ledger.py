# SPDX-License-Identifier: Apache-2.0
"""The ledger of a source: what was looked for, where, what came of it, and what absence means."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from inspector.app.intake import looked_in
from inspector.archives.names import shown
from inspector.domain.sources import LedgerRow, Source
from inspector.gui.collect.ruled import Ruled
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton
from inspector.gui.widgets.columns import heads, shares
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.rows import RowsTable

COLUMNS = ("sought", "where", "outcome", "means")
_SHARES = (5, 4, 3, 7)
_SIZE = (820, 560)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LedgerModel(QAbstractTableModel):
    """One row per thing that was looked for."""

    def __init__(self, desk: Desk, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = [self._cells(row) for row in source.ledger]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many things were looked for."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; hovering shows them whole."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            return None
        return self._rows[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the words over a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._desk.text(f"gui.ledger.{COLUMNS[section]}")
        return None

    def _cells(self, row: LedgerRow) -> tuple[str, str, str, str]:
        text = self._desk.text
        means = [self._desk.notes.text(row.detail)] if row.detail else []
        if row.outcome in ("absent", "not_looked"):
            means.append(text(f"ledger.{row.id}.absence"))
        if not means and row.outcome == "found":
            means.append(text("gui.ledger.found"))
        where = self._desk.notes.text(looked_in(row))
        return text(f"ledger.{row.id}.sought"), where, text(f"report.outcome.{row.outcome}"), " ".join(means)


class LedgerTable(RowsTable):
    """The table, its columns as wide as the dialog lets them be, its rows as high as their words."""

    def __init__(self, model: LedgerModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.setItemDelegate(Ruled(self))
        self.edges = Edges(self, "card")
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, then give every row its height."""
        super().resizeEvent(event)
        model = self.model()
        titles = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
        for column, width in enumerate(shares(self.viewport().width(), _SHARES, heads(titles))):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()


class LedgerDialog(Dialog):
    """What was looked for in one source."""

    def __init__(self, desk: Desk, source: Source, parent: QWidget | None = None) -> None:
        name = shown(source.name)
        super().__init__(desk.text("gui.ledger.title"), desk.text("gui.ledger.text", name=name), parent)
        self.resize(*_SIZE)
        self.table = LedgerTable(LedgerModel(desk, source), desk.text("gui.ledger.title"))
        self.table.setMinimumHeight(steps(70))
        self.body.addWidget(self.table, 1)
        close = PrimaryButton(desk.text("gui.close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.add(close)
