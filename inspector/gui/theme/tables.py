# SPDX-License-Identifier: Apache-2.0
"""How tables and lists are drawn: quiet heads, and a ground for what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QWidget,
)

from inspector.gui.theme.measures import RING, Step, steps
from inspector.gui.theme.painting import arrow
from inspector.gui.theme.tokens import tokens_for

_State = QStyle.StateFlag
_BAR = 3
"""The width of the bar before a chosen row: its tint alone would be colour alone."""


def draw_header_section(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground of a column's head with a line below it."""
    del widget
    tokens = tokens_for(option.palette)
    painter.fillRect(option.rect, tokens.paper)
    painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), tokens.line)


def draw_header_label(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the words of a column's head, with an arrow where the column sorts."""
    del widget
    if not isinstance(option, QStyleOptionHeader):
        return
    tokens = tokens_for(option.palette)
    # Qt has taken RING from both sides already; the words stand above those of the cells.
    area = option.rect.adjusted(steps(2) - RING, 0, RING - steps(2), 0)
    painter.save()
    painter.setFont(Step.ASIDE_STRONG.font())
    painter.setPen(tokens.muted)
    far = Qt.AlignmentFlag.AlignTrailing & option.textAlignment
    flags = int((far or Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignVCenter)
    text, metrics = option.text, painter.fontMetrics()
    if area.height() >= 2 * metrics.lineSpacing() + steps(2):
        flags |= int(Qt.TextFlag.TextWordWrap)
    else:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QStyle.visualRect(option.direction, option.rect, area), flags, text)
    painter.restore()


def draw_header_arrow(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw which way a column sorts."""
    del widget
    if isinstance(option, QStyleOptionHeader):
        down = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortDown
        arrow(painter, QRectF(option.rect).center(), 8, tokens_for(option.palette).muted, down=down)


def draw_item_ground(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground of a row: tinted where chosen, with a bar before it; a shade where the pointer is."""
    del widget
    tokens = tokens_for(option.palette)
    if option.state & _State.State_Selected:
        painter.fillRect(option.rect, tokens.chosen)
        if isinstance(option, QStyleOptionViewItem) and not option.index.column():
            bar = QRect(option.rect.left(), option.rect.top(), _BAR, option.rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), tokens.accent)
    elif isinstance(option, QStyleOptionViewItem) and option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(option.rect, option.backgroundBrush)
    elif option.state & _State.State_MouseOver:
        painter.fillRect(option.rect, tokens.hover)


def draw_tab(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground of a tab: a line below the one that is shown."""
    del widget
    tokens = tokens_for(option.palette)
    rect = option.rect
    if option.state & _State.State_Selected:
        painter.fillRect(rect.left(), rect.bottom() - 2, rect.width(), 3, tokens.accent)
    elif option.state & _State.State_MouseOver:
        painter.fillRect(rect, tokens.hover)


def draw_tab_line(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the line that tabs stand on."""
    del widget
    rect = option.rect
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens_for(option.palette).line)


def draw_nothing(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Leave out a frame that Fusion would draw."""
    del option, painter, widget
