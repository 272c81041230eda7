# SPDX-License-Identifier: Apache-2.0
"""How push buttons are drawn: one primary action, secondary ones beside it, and links that are buttons."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionButton, QWidget

from inspector.gui.theme.measures import CONTROL_RADIUS, RING, TARGET, steps
from inspector.gui.theme.painting import box, inside, ring
from inspector.gui.theme.tokens import Tokens, tokens_for

LOOK = "look"
"""The property of a button that says which of these it is; without it, `secondary`."""
PRIMARY, SECONDARY, LINK = "primary", "secondary", "link"

_State = QStyle.StateFlag
_GAP = 1.5


LINK_ROOM = steps(1.5)
"""Between the words of a link and the ring round them."""
NEARER = "nearer"
"""The property of a link that says by how much its words stand nearer to its leading edge."""


def look_of(widget: QWidget | None) -> str:
    """Return which look a button has."""
    look = widget.property(LOOK) if widget is not None else None
    return str(look) if look else SECONDARY


def draw(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a whole push button."""
    tokens = tokens_for(option.palette)
    look = look_of(widget)
    shape = inside(option.rect)
    if look == PRIMARY:
        _draw_primary(option, painter, tokens)
    elif look == SECONDARY:
        _draw_secondary(option, painter, tokens)
    if isinstance(option, QStyleOptionButton):
        nearer = widget.property(NEARER) if widget is not None else None
        _draw_label(option, painter, tokens, look, nearer or 0)
    if option.state & _State.State_HasFocus:
        ring(painter, shape, CONTROL_RADIUS, tokens.focus)


def _draw_primary(option: QStyleOption, painter: QPainter, tokens: Tokens) -> None:
    if not option.state & _State.State_Enabled:
        _draw_idle(option, painter, tokens)
        return
    fill = tokens.accent_hover if _is_lit(option) else tokens.accent
    # A gap keeps the ring apart from a fill of nearly its own colour.
    gap = _GAP if option.state & _State.State_HasFocus else 0.0
    box(painter, inside(option.rect, RING + gap), CONTROL_RADIUS - gap, fill, None)


def _draw_secondary(option: QStyleOption, painter: QPainter, tokens: Tokens) -> None:
    if not option.state & _State.State_Enabled:
        _draw_idle(option, painter, tokens)
        return
    shape = inside(option.rect)
    chosen = bool(option.state & _State.State_On)
    raised = tokens.hover if _is_lit(option) else tokens.card
    box(painter, shape, CONTROL_RADIUS, raised, tokens.accent if chosen else tokens.outline)
    if chosen:
        # Thicker, so that it is not the colour alone that tells it from the others.
        box(painter, inside(shape, 1), CONTROL_RADIUS - 1, None, tokens.accent)


def _draw_idle(option: QStyleOption, painter: QPainter, tokens: Tokens) -> None:
    """Draw the outline of what cannot be done now: it lies flat on its ground, whatever it is else."""
    box(painter, inside(option.rect), CONTROL_RADIUS, None, tokens.line)


def _is_lit(option: QStyleOption) -> bool:
    enabled = bool(option.state & _State.State_Enabled)
    return enabled and bool(option.state & (_State.State_MouseOver | _State.State_Sunken | _State.State_On))


def _draw_label(
    option: QStyleOptionButton, painter: QPainter, tokens: Tokens, look: str, nearer: int
) -> None:
    enabled = bool(option.state & _State.State_Enabled)
    colour = {PRIMARY: tokens.on_accent, LINK: tokens.accent}.get(look, tokens.ink)
    painter.save()
    painter.setPen(colour if enabled else tokens.idle)
    if look == LINK:
        font = painter.font()
        font.setUnderline(True)
        painter.setFont(font)
    area = _draw_icon(option, painter)
    if look == LINK:
        area = area.adjusted(LINK_ROOM - nearer, 0, -LINK_ROOM, 0)
    sideways = Qt.AlignmentFlag.AlignLeading if look == LINK else Qt.AlignmentFlag.AlignHCenter
    flags = sideways | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
    if not _shows_mnemonics(option):
        flags |= Qt.TextFlag.TextHideMnemonic
    painter.drawText(QStyle.visualRect(option.direction, option.rect, area), int(flags), option.text)
    painter.restore()


def _shows_mnemonics(option: QStyleOptionButton) -> bool:
    return bool(option.state & _State.State_KeyboardFocusChange)


def _draw_icon(option: QStyleOptionButton, painter: QPainter) -> QRect:
    """Draw the icon, if any, and return what room is left for the text, before mirroring."""
    area = option.rect.adjusted(RING, 0, -RING, 0)
    if option.icon.isNull():
        return area
    size = option.iconSize
    width = painter.fontMetrics().horizontalAdvance(option.text) + (steps(2) if option.text else 0)
    left = area.left() + max(0, (area.width() - width - size.width()) // 2)
    place = QRect(left, area.center().y() - size.height() // 2 + 1, size.width(), size.height())
    option.icon.paint(painter, QStyle.visualRect(option.direction, option.rect, place))
    return QRect(place.right() + 1 + steps(2), area.top(), width, area.height())


def size_of(option: QStyleOption, contents: QSize, widget: QWidget | None) -> QSize:
    """Return the size of a push button round its text and icon."""
    del option
    padding = 2 * LINK_ROOM if look_of(widget) == LINK else steps(8)
    return QSize(contents.width() + padding + 2 * RING, max(TARGET, contents.height() + steps(4)))
