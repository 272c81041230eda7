# SPDX-License-Identifier: Apache-2.0
"""The list of questions about captures and what is said to each, as a table to choose from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from inspector.app.questions import Question
from inspector.app.told import Teller
from inspector.archives.names import shown
from inspector.gui.desk import Desk
from inspector.gui.setting_names import control_name
from inspector.gui.theme.measures import TARGET
from inspector.gui.widgets.rows import RowsTable
from inspector.report.places import in_words
from inspector.report.words import Words

COLUMNS = ("file", "says", "when")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_ROWS = 6
_FILE_WIDTH = 220
_FILE_SHARE = 4
"""The names of files take at most a quarter of the table; what they show needs the room."""

_PAGE_KEYS = (Qt.Key.Key_C, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionsModel(QAbstractTableModel):
    """One row per setting that a picture, page or mail may show."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.questions: tuple[Question, ...] = ()

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show others."""
        if questions != self.questions:
            self.beginResetModel()
            self.questions = questions
            self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many questions there are."""
        return 0 if parent.isValid() else len(self.questions)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._words(self.questions[index.row()], COLUMNS[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the words over a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._desk.text(f"gui.captures.{COLUMNS[section]}")
        return None

    def _words(self, one: Question, column: str) -> str:
        text, said = self._desk.text, one.statements
        if column == "file":
            name, place = shown(one.source.name), in_words(one.mail_place, self._desk.messages)
            return text("gui.captures.mail", name=name, place=place) if place else name
        if column == "when":
            moment = said[-1].moment if said else one.mail_moment
            return Words(self._desk.messages).plain(moment) if moment is not None else ""
        if said:
            setting = control_name(self._desk, said[-1].control)
            return text(
                "gui.captures.said", position=text(f"gui.reading.{said[-1].position}"), setting=setting
            )
        return self._read(one)

    def _read(self, one: Question) -> str:
        """Return what the program reads, as long as the person says nothing."""
        text, setting = self._desk.text, one.setting
        if self._desk.looking.is_at(one.source):
            return text("gui.captures.reading")
        if setting is None or setting.control is None:
            return text("gui.captures.not_said")
        name = Teller(self._desk.catalog, self._desk.messages).name(setting)
        key = "notice" if one.is_notice else "read" if one.is_clear else "asked"
        return text(f"gui.captures.{key}", setting=name)


class QuestionsTable(RowsTable):
    """Chooses one question; keys that mean something on the page go there."""

    def __init__(self, model: QuestionsModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(TARGET)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(COLUMNS.index("says"), QHeaderView.ResizeMode.Stretch)
        head.resizeSection(COLUMNS.index("file"), _FILE_WIDTH)
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """Be as high as the first rows, so that the page scrolls and not the table."""
        rows = min(_MOST_ROWS, self.model().rowCount())
        frame = 2 * self.frameWidth()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * TARGET + frame)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Give names of files and times no more than their share."""
        share, when = self.viewport().width() // _FILE_SHARE, COLUMNS.index("when")
        self.horizontalHeader().resizeSection(COLUMNS.index("file"), min(_FILE_WIDTH, share))
        needed = max(self.sizeHintForColumn(when), self.horizontalHeader().sectionSizeHint(when))
        self.horizontalHeader().resizeSection(when, min(needed, share))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the page to the page."""
        if event.key() in _PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)
