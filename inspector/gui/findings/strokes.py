# SPDX-License-Identifier: Apache-2.0
"""Paints a timeline from its layout: the same strokes on screen, in a saved picture and in an SVG."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from inspector.gui.findings.inks import faded, ink, mixed, thinned
from inspector.gui.findings.labels import paint_labels
from inspector.gui.findings.layout import Lane, Placed, PlotLayout
from inspector.gui.findings.overlaps import legible
from inspector.gui.theme.measures import Step, steps
from inspector.gui.theme.painting import box, smooth
from inspector.gui.theme.tokens import Tokens
from inspector.report.timeline import Segment

_ORDER = {"hatch": 0, "gap": 0, "full": 1, "line": 2}
_HATCH = 7.0
_THICK = {"sharing": 4.0, "practice": 3.0, "switch": 3.0}
END = 28.0
"""So much of a plot that goes on beyond an end of what is seen is kept for the sign that says so."""
_OUTLINE = 1.4
_DASH = 5.0
PALE = 0.28
"""How much of its colour is left of a bar that words stand on."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_plot(painter: QPainter, layout: PlotLayout, tokens: Tokens, begins: float = 0.0) -> None:
    """Paint everything that lies in the plot; the painter stands at the plot's own corner.

    Where only a part of it is seen, that part `begins` so far from the corner: words come there, and a mark
    that would be cut in two is left out.
    """
    _years(painter, layout, tokens, begins)
    for lane in layout.lanes:
        paint_lane(painter, lane, tokens)
        hidden = END if begins > 0 else 0.0
        paint_labels(painter, lane, tokens, begins + hidden, layout.room - hidden)
    _today(painter, layout, tokens)
    for placed in (*layout.events, *layout.readings):
        if layout.shows(placed, begins):
            _mark(painter, placed, tokens, round_=placed in layout.events)


def paint_names(painter: QPainter, layout: PlotLayout, tokens: Tokens) -> None:
    """Paint the names of the tracks beside the plot."""
    painter.setFont(Step.ASIDE.font())
    painter.setPen(tokens.muted)
    for lane in layout.lanes:
        place = QRectF(0, lane.top - steps(1), layout.gutter, lane.height + steps(2))
        painter.drawText(place, int(_LEADING), lane.track.title)


def paint_lane(painter: QPainter, lane: Lane, tokens: Tokens) -> None:
    """Paint the pieces of a track."""
    for segment in sorted(legible(lane.segments), key=lambda one: _ORDER[one.texture]):
        area = QRectF(segment.x0, lane.top, segment.x1 - segment.x0, lane.height)
        paint_segment(painter, segment, area, lane.track.kind, tokens)


def paint_segment(painter: QPainter, segment: Segment, area: QRectF, kind: str, tokens: Tokens) -> None:
    """Paint one piece in its texture: a full bar, a thin line, or hatching."""
    colour = ink(segment, kind, tokens)
    outlined = kind == "sharing" and segment.strength == "outline"
    if segment.texture == "hatch":
        _hatch(painter, area, segment, colour)
    elif segment.texture == "full" and outlined:
        _outline(painter, area, segment, colour)
    elif segment.texture == "full":
        fill = colour if kind == "sharing" else mixed(colour, tokens.card, PALE)
        painter.fillRect(area, faded(fill, segment))
        if kind != "sharing":
            # Pale enough to carry words, a bar needs an edge that stands out.
            _outline(painter, area, segment, colour)
    elif segment.texture == "line":
        middle = area.center().y()
        thin = QRectF(area.left(), middle - _THICK[kind] / 2, area.width(), _THICK[kind])
        if outlined:
            _dashes(painter, thin, segment, colour)
        else:
            painter.fillRect(thin, faded(colour, segment))


def _dashes(painter: QPainter, area: QRectF, segment: Segment, colour: QColor) -> None:
    at = area.left()
    while at < area.right():
        dash = QRectF(at, area.top(), min(_DASH, area.right() - at), area.height())
        painter.fillRect(dash, thinned(colour, segment, dash.center().x()))
        at += _DASH * 2


def _outline(painter: QPainter, area: QRectF, segment: Segment, colour: QColor) -> None:
    brush = faded(colour, segment)
    for y in (area.top(), area.bottom() - _OUTLINE):
        painter.fillRect(QRectF(area.left(), y, area.width(), _OUTLINE), brush)
    for x in (area.left(), area.right() - _OUTLINE):
        painter.fillRect(QRectF(x, area.top(), _OUTLINE, area.height()), thinned(colour, segment, x))


def _hatch(painter: QPainter, area: QRectF, segment: Segment, colour: QColor) -> None:
    """Draw slanted lines, each cut at the edges and faded as its middle is: an SVG knows no other way."""
    height = area.height()
    with smooth(painter):
        at = area.left() - height + (height - area.left()) % _HATCH
        while at < area.right():
            start, end = max(at, area.left()), min(at + height, area.right())
            if end > start:
                painter.setPen(QPen(thinned(colour, segment, (start + end) / 2), 1))
                painter.drawLine(QLineF(start, area.bottom() - (start - at), end, area.bottom() - (end - at)))
            at += _HATCH


def _years(painter: QPainter, layout: PlotLayout, tokens: Tokens, begins: float) -> None:
    painter.setFont(Step.SCALE.font())
    metrics = QFontMetricsF(painter.font())
    today = layout.scale.x(layout.plot.now)
    kept_free = today - metrics.horizontalAdvance(layout.plot.today) - steps(5)
    painter.setPen(QPen(tokens.line, 1))
    for x in () if layout.card else (at for at in layout.scale.months() if at <= today):
        painter.drawLine(QLineF(x, layout.ground - 3, x, layout.ground))
    for x, label in layout.scale.years():
        painter.setPen(QPen(tokens.line, 1))
        painter.drawLine(QLineF(x, layout.above, x, layout.ground + steps(1)))
        if x + metrics.horizontalAdvance(label) < kept_free or x > today:
            painter.setPen(tokens.muted)
            place = QRectF(x + 3, layout.ground + 3, metrics.horizontalAdvance(label) + 2, 16)
            painter.drawText(place, int(_LEADING), label)
    _year_at(painter, layout, tokens, begins)


def _year_at(painter: QPainter, layout: PlotLayout, tokens: Tokens, begins: float) -> None:
    """Name the year that the part that is seen begins in, where none of its own starts is near."""
    starts = [(x, label) for x, label in layout.scale.years() if x <= begins]
    near = any(begins < x < begins + steps(10) for x, _ in layout.scale.years())
    if begins > 0 and starts and not near and starts[-1][0] < begins:
        painter.setPen(tokens.muted)
        painter.drawText(QRectF(begins + 3, layout.ground + 3, 60, 16), int(_LEADING), starts[-1][1])


def _today(painter: QPainter, layout: PlotLayout, tokens: Tokens) -> None:
    x = layout.scale.x(layout.plot.now)
    painter.setPen(QPen(tokens.accent, 1))
    painter.drawLine(QLineF(x, layout.above - 3, x, layout.ground + steps(1)))
    font = Step.SCALE.font()
    font.setBold(True)
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(x - 200, layout.ground + 3, 200, 16), int(flags), layout.plot.today)


def paint_plate(
    painter: QPainter, area: QRectF, tokens: Tokens, text: str, states: set[str], *, round_: bool
) -> None:
    """Paint the plate of a mark with its text: round for an event, square for a reading of some position."""
    ink_, ground = (
        (tokens.ink, tokens.card) if round_ else tokens.state(next(iter(states)) if len(states) == 1 else "")
    )
    box(painter, area, area.height() / 2 if round_ else 4, ground, tokens.edge if round_ else ink_)
    painter.setFont(Step.SCALE.font())
    painter.setPen(ink_)
    painter.drawText(area, int(_CENTRE), text)


def _mark(painter: QPainter, placed: Placed, tokens: Tokens, *, round_: bool) -> None:
    seen, foot = placed.seen, placed.foot
    start = QPointF(seen.center().x(), seen.bottom() if round_ else seen.top())
    with smooth(painter):
        painter.setPen(QPen(tokens.edge, 1))
        painter.drawLine(start, foot)
        if placed.mark.high - placed.mark.low > 2:  # noqa: PLR2004 - a time wider than the line itself
            painter.setPen(QPen(tokens.edge, 2))
            painter.drawLine(QPointF(placed.mark.low, foot.y()), QPointF(placed.mark.high, foot.y()))
    states = {sign.state for sign in placed.signs}
    paint_plate(painter, seen, tokens, placed.mark.text, states, round_=round_)
