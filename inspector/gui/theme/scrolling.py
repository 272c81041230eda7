# SPDX-License-Identifier: Apache-2.0
"""How scroll bars and progress are drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QWidget,
)

from inspector.gui.theme.measures import RING
from inspector.gui.theme.painting import box, inside
from inspector.gui.theme.tokens import tokens_for

_State = QStyle.StateFlag
_PROGRESS = 8


def draw_scroll_bar(option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a scroll bar: its slider, nothing else."""
    tokens = tokens_for(option.palette)
    if widget is None or not option.state & _State.State_Enabled:
        return
    if isinstance(option, QStyleOptionSlider) and option.minimum == option.maximum:
        return
    part = QStyle.SubControl.SC_ScrollBarSlider
    place = inside(widget.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, widget), 3)
    lit = bool(option.state & (_State.State_MouseOver | _State.State_Sunken))
    box(painter, place, min(place.width(), place.height()) / 2, tokens.muted if lit else tokens.edge, None)


def draw_groove(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground of a progress bar."""
    del widget
    tokens = tokens_for(option.palette)
    box(painter, _lane(option), _PROGRESS / 2, tokens.hover, tokens.edge)


def draw_progress(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw how far it is; all of the lane, hatched, where that is not known."""
    del widget
    if not isinstance(option, QStyleOptionProgressBar):
        return
    tokens = tokens_for(option.palette)
    lane = _lane(option)
    span = option.maximum - option.minimum
    if span <= 0:
        box(painter, lane, _PROGRESS / 2, tokens.accent, None)
        pattern = QBrush(tokens.on_accent, Qt.BrushStyle.BDiagPattern)
        painter.fillRect(inside(lane, 1), pattern)
        return
    share = max(0.0, min(1.0, (option.progress - option.minimum) / span))
    if share > 0:
        filled = QRectF(lane.left(), lane.top(), max(float(_PROGRESS), lane.width() * share), lane.height())
        if option.direction == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(lane.right())
        box(painter, filled, _PROGRESS / 2, tokens.accent, None)


def _lane(option: QStyleOption) -> QRectF:
    lane = QRectF(option.rect).adjusted(RING, 0, -RING, 0)
    lane.setHeight(_PROGRESS)
    lane.moveCenter(QRectF(option.rect).center())
    return lane
