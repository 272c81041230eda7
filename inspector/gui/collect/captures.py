# SPDX-License-Identifier: Apache-2.0
"""The list of captures and what each is said to show, as a table to choose from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from inspector.app.captures import Shown
from inspector.archives.names import shown
from inspector.gui.collect.reading_form import control_name
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import TARGET

COLUMNS = ("file", "says", "when")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_ROWS = 6
_PAGE_KEYS = (Qt.Key.Key_C, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CapturesModel(QAbstractTableModel):
    """One row per picture, page or mail."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.captures: tuple[Shown, ...] = ()

    def show_captures(self, captures: tuple[Shown, ...]) -> bool:
        """Show others; answer whether anything changed."""
        if captures == self.captures:
            return False
        self.beginResetModel()
        self.captures = captures
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many captures there are."""
        return 0 if parent.isValid() else len(self.captures)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._words(self.captures[index.row()], COLUMNS[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the words over a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._desk.text(f"gui.captures.{COLUMNS[section]}")
        return None

    def _words(self, one: Shown, column: str) -> str:
        text, said = self._desk.text, one.statement
        if column == "file":
            return shown(one.source.name)
        if said is None:
            return text("gui.captures.not_said") if column == "says" else ""
        if column == "when":
            return said.moment.raw or ""
        setting = control_name(self._desk, said.control)
        return text("gui.captures.said", position=text(f"gui.reading.{said.position}"), setting=setting)


class CapturesTable(QTableView):
    """Chooses one capture; keys that mean something on the page go there."""

    def __init__(self, model: CapturesModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TARGET)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """Be as high as the first rows, so that the page scrolls and not the table."""
        rows = min(_MOST_ROWS, self.model().rowCount())
        frame = 2 * self.frameWidth()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * TARGET + frame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the page to the page."""
        if event.key() in _PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)
