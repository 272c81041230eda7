# SPDX-License-Identifier: Apache-2.0
"""Colours of a timeline: full where something was seen, lighter where it follows from a default."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient

from inspector.gui.theme.tokens import Tokens
from inspector.report.timeline import Segment

_STATES = {"full": "on", "line": "off", "hatch": "unknown", "gap": "unknown"}
_LIGHTER = {"full": 0.7, "line": 0.72}
"""How much of a state's colour is left where it is lighter: enough to keep 3:1 to the card."""


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return `share` of a colour and the rest of a ground, opaque."""
    rest = 1 - share
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * rest,
        colour.greenF() * share + ground.greenF() * rest,
        colour.blueF() * share + ground.blueF() * rest,
    )


def ink(segment: Segment, kind: str, tokens: Tokens) -> QColor:
    """Return the colour of a piece; practice and switch are neutral, so that the answer stands out."""
    if kind != "sharing":
        return tokens.edge
    if segment.texture in ("hatch", "gap"):
        return tokens.unknown
    colour, _ = tokens.state(_STATES[segment.texture])
    if segment.strength != "light":
        return colour
    return mixed(colour, tokens.card, _LIGHTER[segment.texture])


def thinned(colour: QColor, segment: Segment, x: float) -> QColor:
    """Return a colour with the opacity that a piece has at one place."""
    (low, first), *_ = segment.fade
    opacity = first
    for at, value in segment.fade:
        if at >= x:
            share = (x - low) / (at - low) if at > low else 1.0
            opacity = first + (value - first) * share
            break
        low, first, opacity = at, value, value
    clear = QColor(colour)
    clear.setAlphaF(colour.alphaF() * min(max(opacity, 0.0), 1.0))
    return clear


def faded(colour: QColor, segment: Segment) -> QBrush:
    """Return a brush that fades exactly as the piece does, in the coordinates of the plot."""
    if all(opacity >= 1 for _, opacity in segment.fade):
        return QBrush(colour)
    gradient = QLinearGradient(QPointF(segment.x0, 0), QPointF(segment.x1, 0))
    width = max(segment.x1 - segment.x0, 0.01)
    for x, opacity in segment.fade:
        clear = QColor(colour)
        clear.setAlphaF(colour.alphaF() * min(max(opacity, 0.0), 1.0))
        gradient.setColorAt(min(max((x - segment.x0) / width, 0.0), 1.0), clear)
    return QBrush(gradient)
