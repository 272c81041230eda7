# SPDX-License-Identifier: Apache-2.0
"""How fields are drawn: lines and blocks of text, choices, numbers and dates, and the frames of tables."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSpinBox,
    QTableView,
    QToolButton,
    QWidget,
)

from inspector.gui.theme.measures import CONTROL_RADIUS, RING, steps
from inspector.gui.theme.painting import arrow, box, inside, ring, smooth
from inspector.gui.theme.tokens import Tokens, tokens_for

WRONG = "wrong"
"""The property of a field in which something is wrong; `mark_wrong` sets it."""

_State = QStyle.StateFlag
_SC = QStyle.SubControl
_ARROW = 10
_ARROW_ROOM = steps(8)


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Mark a field as one in which something is wrong, or no more: it gets a thick edge besides the words."""
    if bool(field.property(WRONG)) != wrong:
        field.setProperty(WRONG, wrong)
        field.update()


def draw_line_edit(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground and the edge of a line of text; one inside another field has neither."""
    if widget is not None and isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
        return
    if isinstance(option, QStyleOptionFrame) and not option.lineWidth:
        return
    _draw_field(option, painter, tokens_for(option.palette), widget)


def _draw_field(
    option: QStyleOption, painter: QPainter, tokens: Tokens, widget: QWidget | None = None
) -> None:
    enabled = bool(option.state & _State.State_Enabled)
    shape = inside(option.rect)
    # Rows keep their ground, and beside a scroll bar the frame shows.
    ground = tokens.card if enabled or isinstance(widget, QTableView) else tokens.paper
    is_wrong = widget is not None and bool(widget.property(WRONG))
    has_focus = bool(option.state & _State.State_HasFocus)
    box(painter, shape, CONTROL_RADIUS, ground, None if is_wrong else tokens.edge)
    if is_wrong:
        draw_wrong(painter, shape, tokens, ringed=has_focus)
    if has_focus:
        ring(painter, shape, CONTROL_RADIUS, tokens.focus)


def draw_wrong(painter: QPainter, shape: QRectF, tokens: Tokens, *, ringed: bool) -> None:
    """Draw the thick edge of a field in which something is wrong, clear of the ring where there is one."""
    # They would run into each other but for some ground between them.
    edge = inside(shape, RING / 2 + (RING if ringed else 0))
    with smooth(painter):
        painter.setPen(QPen(tokens.on, RING))
        painter.drawRoundedRect(edge, CONTROL_RADIUS - 1, CONTROL_RADIUS - 1)


def line_edit_contents(option: QStyleOption) -> QRect:
    """Return where the text of a line stands."""
    if isinstance(option, QStyleOptionFrame) and not option.lineWidth:
        return option.rect
    return option.rect.adjusted(RING + steps(2), RING, -RING - steps(2), -RING)


def draw_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the frame of a table or a block of text; popups get a plain one."""
    if isinstance(option, QStyleOptionFrame) and not option.lineWidth:
        return
    tokens = tokens_for(option.palette)
    if widget is not None and widget.isWindow():
        box(painter, QRectF(option.rect), 0, tokens.card, tokens.edge)
        return
    _draw_field(option, painter, tokens, widget)
    if isinstance(widget, QTableView) and widget.horizontalHeader().isVisible():
        _draw_head_ground(option, painter, widget, tokens)


def _draw_head_ground(option: QStyleOption, painter: QPainter, table: QTableView, tokens: Tokens) -> None:
    """Let the ground of the heads reach over the scroll bar, up to the rounded corners."""
    whole = inside(option.rect, RING + 1)
    shape = QPainterPath()
    shape.addRoundedRect(whole, CONTROL_RADIUS - 1, CONTROL_RADIUS - 1)
    top = QRectF(whole.left(), whole.top(), whole.width(), table.viewport().y() - whole.top())
    with smooth(painter):
        painter.setClipPath(shape)
        painter.fillRect(top, tokens.paper)
        painter.fillRect(top.adjusted(0, top.height() - 1, 0, 0), tokens.line)


def draw_combo_box(option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a choice; its text is drawn by the label that follows."""
    tokens = tokens_for(option.palette)
    _draw_field(option, painter, tokens, widget)
    if isinstance(option, QStyleOptionComboBox):
        colour = tokens.ink if option.state & _State.State_Enabled else tokens.muted
        arrow(painter, _mirrored(option, _right_centre(option.rect)), _ARROW, colour)


def combo_box_text(option: QStyleOption) -> QRect:
    """Return where the text of a choice stands."""
    room = option.rect.adjusted(RING + steps(2), RING, -RING - _ARROW_ROOM, -RING)
    return QStyle.visualRect(option.direction, option.rect, room)


def shorten_choice(option: QStyleOption) -> None:
    """Let the words of a choice end in an ellipsis where they are longer than their room."""
    if isinstance(option, QStyleOptionComboBox):
        room = combo_box_text(option).width() - 2
        words = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        option.currentText = words


def draw_menu_arrow(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw what tells that a button opens a menu: beside its words and not below them."""
    centre = QRectF(option.rect).center()
    if isinstance(widget, QToolButton):
        words = widget.fontMetrics().horizontalAdvance(widget.text())
        centre = QRectF(widget.rect()).center() + QPointF(words / 2 + _ARROW, 1)
    arrow(painter, centre, _ARROW - 3, tokens_for(option.palette).ink)


def draw_spin_box(option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a number or a date with its two arrows."""
    tokens = tokens_for(option.palette)
    _draw_field(option, painter, tokens, widget)
    if not isinstance(option, QStyleOptionSpinBox):
        return
    if option.buttonSymbols == QAbstractSpinBox.ButtonSymbols.NoButtons:
        return
    for part, down in ((_SC.SC_SpinBoxUp, False), (_SC.SC_SpinBoxDown, True)):
        place = spin_box_part(option, part)
        arrow(painter, QRectF(place).center(), _ARROW - 2, tokens.ink, down=down)


def spin_box_part(option: QStyleOption, part: QStyle.SubControl) -> QRect:
    """Return where the text, the upper and the lower arrow of a number or date lie."""
    inner = option.rect.adjusted(RING + 1, RING + 1, -RING - 1, -RING - 1)
    arrows = inner.adjusted(inner.width() - _ARROW_ROOM + steps(2), 0, 0, 0)
    half = inner.height() // 2
    places = {
        _SC.SC_SpinBoxUp: arrows.adjusted(0, steps(1), 0, -half),
        _SC.SC_SpinBoxDown: arrows.adjusted(0, half, 0, -steps(1)),
        _SC.SC_SpinBoxEditField: inner.adjusted(steps(2) - 2, 0, -_ARROW_ROOM + steps(2), 0),
    }
    return QStyle.visualRect(option.direction, option.rect, places.get(part, option.rect))


def _right_centre(rect: QRect) -> QPointF:
    return QPointF(rect.right() - RING - steps(4), QRectF(rect).center().y())


def _mirrored(option: QStyleOption, point: QPointF) -> QPointF:
    if option.direction == Qt.LayoutDirection.LeftToRight:
        return point
    return QPointF(option.rect.left() + option.rect.right() - point.x(), point.y())
