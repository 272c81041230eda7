# SPDX-License-Identifier: Apache-2.0
"""How small marks are drawn: check boxes, radio buttons, and the ring round what has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOption, QStyleOptionButton, QWidget

from inspector.gui.theme.measures import CONTROL_RADIUS, RING, steps
from inspector.gui.theme.painting import box, check, circle, disc, inside, ring
from inspector.gui.theme.tokens import Tokens, tokens_for

Draw = Callable[[QStyleOption, QPainter, QWidget | None], None]
_State = QStyle.StateFlag
MARK = 20
"""The size of a check box or a radio button without its words, with a pixel of room round it."""
_BEFORE = RING - 1
"""The mark begins where words and fields above and below it do."""
INDENT = steps(7)
"""So far beyond that its words begin; what explains them is set in as far."""
BESIDE = RING + INDENT - MARK - _BEFORE
"""Room between the mark and its words."""
AROUND_WORDS = RING + INDENT + RING
"""Width beside the words: mark, room between, and what every control keeps free."""
_CORNER = 4
_GAP = 1.5
"""Between the ring and a fill of nearly its own colour."""


def draw_check_box(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a whole check box: its mark, its words, its ring."""
    _draw_marked(option, painter, widget, draw_check_mark)


def draw_radio_button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a whole radio button: its mark, its words, its ring."""
    _draw_marked(option, painter, widget, draw_radio_mark)


def _draw_marked(option: QStyleOption, painter: QPainter, widget: QWidget | None, draw_mark: Draw) -> None:
    if not isinstance(option, QStyleOptionButton):
        return
    tokens = tokens_for(option.palette)
    mark = QStyleOptionButton(option)
    mark.rect = _placed(option, _BEFORE, MARK, MARK)
    draw_mark(mark, painter, widget)
    words = option.fontMetrics.size(Qt.TextFlag.TextShowMnemonic, option.text).width()
    painter.save()
    painter.setPen(tokens.ink if option.state & _State.State_Enabled else tokens.idle)
    flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
    place = _placed(option, _BEFORE + MARK + BESIDE, words + 1, option.rect.height())
    painter.drawText(place, int(flags), option.text)
    painter.restore()


def _placed(option: QStyleOption, before: int, width: int, height: int) -> QRect:
    """Return a part of a control, so far from its leading edge, in the middle of its height."""
    rect = option.rect
    part = QRect(rect.left() + before, rect.top() + (rect.height() - height) // 2, width, height)
    return QStyle.visualRect(option.direction, rect, part)


def draw_focus(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ring inside a rectangle that has the keyboard."""
    tokens = tokens_for(option.palette)
    if isinstance(widget, QAbstractItemView):
        if widget.selectionBehavior() != QAbstractItemView.SelectionBehavior.SelectRows:
            ring(painter, inside(option.rect, RING + 1), RING, tokens.focus)
        # Where rows are chosen, the ring round all of them and the chosen row say it; two rings say less.
        return
    ring(painter, inside(option.rect, RING), CONTROL_RADIUS, tokens.focus)


def draw_check_mark(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the box of a check box: filled with a check mark, or a dash where it is partly so."""
    del widget
    tokens = tokens_for(option.palette)
    rect = inside(option.rect, 1)
    marked = bool(option.state & (_State.State_On | _State.State_NoChange))
    gap = _ring_round(option, painter, _CORNER, filled=marked)
    edge = None if marked else _edge(option, tokens)
    box(painter, inside(rect, gap), _CORNER - gap, _fill(option, tokens, marked=marked), edge)
    if option.state & _State.State_On:
        check(painter, rect.center(), rect.width() * 0.62, tokens.on_accent)
    elif marked:
        dash = QRectF(0, 0, rect.width() * 0.5, 2)
        dash.moveCenter(rect.center())
        box(painter, dash, 1, tokens.on_accent, None)


def draw_radio_mark(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the mark of a radio button: a ring, with a disc in it where it is chosen."""
    del widget
    tokens = tokens_for(option.palette)
    rect = inside(option.rect, 1)
    chosen = bool(option.state & _State.State_On)
    _ring_round(option, painter, rect.width() / 2, filled=False)
    disc(painter, rect.center(), rect.width() / 2, _fill(option, tokens, marked=False))
    colour = _fill(option, tokens, marked=True) if chosen else _edge(option, tokens)
    circle(painter, rect.center(), rect.width() / 2, colour, 2 if chosen else 1.2)
    if chosen:
        disc(painter, rect.center(), rect.width() / 4, colour)


def _ring_round(option: QStyleOption, painter: QPainter, radius: float, *, filled: bool) -> float:
    """Draw the ring of what has the keyboard, and return how far a filled mark keeps away from it."""
    if not option.state & _State.State_HasFocus:
        return 0.0
    ring(painter, inside(option.rect, 1), radius, tokens_for(option.palette).focus)
    return _GAP if filled else 0.0


def _fill(option: QStyleOption, tokens: Tokens, *, marked: bool) -> QColor:
    if not marked:
        return tokens.card
    return tokens.accent if option.state & _State.State_Enabled else tokens.edge


def _edge(option: QStyleOption, tokens: Tokens) -> QColor:
    return tokens.muted if option.state & _State.State_MouseOver else tokens.edge
