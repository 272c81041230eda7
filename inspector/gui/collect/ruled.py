# SPDX-License-Identifier: Apache-2.0
"""Rows of a table with room round their words and a line below each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.theme.marks import draw_focus
from inspector.gui.theme.measures import steps
from inspector.gui.theme.tables import draw_item_ground
from inspector.gui.theme.tokens import tokens_for

_ROOM = steps(1.5)
_State = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class Ruled(QStyledItemDelegate):
    """Draws the words of a cell a little inside of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, then the line."""
        line = option.rect.adjusted(0, option.rect.height() - 1, 0, 0)
        has_keyboard = bool(option.state & _State.State_HasFocus)
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(0, _ROOM, 0, -_ROOM)
        inner.state &= ~_State.State_HasFocus
        # Ground and ring are those of the whole cell; round the words alone they would touch them.
        draw_item_ground(option, painter, option.widget)
        super().paint(painter, inner, index)
        if has_keyboard:
            draw_focus(option, painter, option.widget)
        painter.fillRect(line, tokens_for(option.palette).line)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of the words with the room round them."""
        return super().sizeHint(option, index) + QSize(0, 2 * _ROOM)
