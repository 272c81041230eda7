# SPDX-License-Identifier: Apache-2.0
"""A table of rows: one is chosen at a time, none is edited, Tab goes on to what follows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget


class RowsTable(QTableView):
    """What all tables of the window share; `name` is what a screen reader calls it."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def selectRow(self, row: int) -> None:
        """Choose a row; Qt itself finds none in a table that is read from the right and has room to spare."""
        index = self.model().index(row, 0)
        chosen = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, chosen.ClearAndSelect | chosen.Rows)
