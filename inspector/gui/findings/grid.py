# SPDX-License-Identifier: Apache-2.0
"""A table as high as its rows: the page scrolls, the table does not."""

from __future__ import annotations

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector.app.findings.shapes import Table
from inspector.gui.findings.models import SIGN, TableModel
from inspector.gui.theme.measures import RING, TARGET, Step, steps
from inspector.gui.theme.tokens import tokens_for
from inspector.gui.widgets.columns import folded, least, shares
from inspector.gui.widgets.pill import state_mark
from inspector.gui.widgets.rows import RowsTable
from inspector.gui.widgets.text import Aside, kept_together

_HEAD, _HEAD_FOLDED = steps(9), steps(12)
_SIGN = steps(6)
"""Room for the shape of a state before its word."""
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Ruled(QStyledItemDelegate):
    """Gives every row air and a line below it; `keeps_days`: where there is room for them on one line."""

    keeps_days = True

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """Return the words of a cell, numbers kept with what they count."""
        words = super().displayText(value, locale)
        return kept_together(words) if self.keeps_days else words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of the words with room above and below."""
        size = super().sizeHint(option, index)
        return size if size.height() <= TARGET else size + QSize(0, steps(3))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell, before its words the shape of the state they name, then its line."""
        sign = index.data(SIGN)
        if sign:
            self._paint_sign(painter, option, str(sign))
            words = QStyleOptionViewItem(option)
            words.rect = QStyle.visualRect(
                option.direction, option.rect, option.rect.adjusted(_SIGN, 0, 0, 0)
            )
            super().paint(painter, words, index)
        else:
            super().paint(painter, option, index)
        line = option.rect.adjusted(0, option.rect.height() - 1, 0, 0)
        painter.fillRect(line, tokens_for(option.palette).line)

    def _paint_sign(self, painter: QPainter, option: QStyleOptionViewItem, sign: str) -> None:
        if option.widget is not None:
            panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
            option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        tokens = tokens_for(option.palette)
        place = option.rect.adjusted(steps(2), 0, 0, 0)
        place.setWidth(_SIGN - steps(2))
        centre = QRectF(QStyle.visualRect(option.direction, option.rect, place)).center()
        state_mark(painter, centre, sign, tokens.state(sign)[0])


class Grid(RowsTable):
    """Rows of text. Tab leaves it; `opened` carries the row that was clicked or opened by key."""

    opened = Signal(int)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        self.rows = TableModel(table)
        super().__init__(self.rows, table.name, parent)
        self.holder = QWidget()
        self._weights = table.weights
        self._least = [
            least(table.titles, table.rows, Step.ASIDE, days_whole=True),
            least(table.titles, table.rows, Step.ASIDE, days_whole=False),
            least(folded(table.titles), table.rows, Step.ASIDE, days_whole=False),
        ]
        if table.signs:
            for widths in self._least:
                widths[table.sign_column] += _SIGN
        self.setFont(Step.ASIDE.font())
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setMinimumSectionSize(steps(9))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._ruled = _Ruled(self)
        self.setItemDelegate(self._ruled)
        self.clicked.connect(self._open)

    def inset(self, hint: str = "") -> QWidget:
        """Return a holder in which the table begins and ends where cards and words do, below its hint."""
        column = QVBoxLayout(self.holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        if hint:
            column.addWidget(Aside(hint))
        row = QHBoxLayout()
        row.setContentsMargins(RING, 0, RING, 0)
        row.addWidget(self)
        column.addLayout(row)
        return self.holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out and be as high as the rows are then."""
        super().resizeEvent(event)
        room = self.viewport().width()
        fitting = next((at for at, one in enumerate(self._least) if sum(one) <= room), len(self._least) - 1)
        self._ruled.keeps_days = fitting == 0
        self.horizontalHeader().setFixedHeight(_HEAD_FOLDED if fitting == len(self._least) - 1 else _HEAD)
        for column, width in enumerate(shares(room, self._weights, self._least[fitting])):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rows.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().height() + 2 * RING)

    def take_keyboard(self) -> None:
        """Take the keyboard, with a row chosen."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.selectRow(max(self.currentIndex().row(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row with Enter or Space."""
        if event.key() in _OPENS and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
