# SPDX-License-Identifier: Apache-2.0
"""How scroll bars and progress are drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
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
_PIECE = 0.28
"""How much of the lane the piece is that goes along it."""
PHASE = "phase"
"""The property of a lane that says where the piece is, 0 to 1."""


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
    """Draw how far it is; a piece somewhere in the lane where that is not known."""
    if not isinstance(option, QStyleOptionProgressBar):
        return
    tokens = tokens_for(option.palette)
    lane = _lane(option)
    span = option.maximum - option.minimum
    if span <= 0:
        phase = widget.property(PHASE) if widget is not None else None
        piece = QRectF(lane)
        piece.setWidth(lane.width() * _PIECE)
        piece.translate((lane.width() - piece.width()) * (0.5 if phase is None else float(phase)), 0)
        box(painter, piece, _PROGRESS / 2, tokens.accent, None)
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
