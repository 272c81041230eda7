# SPDX-License-Identifier: Apache-2.0
"""Words on the pieces of a track: where each stands, and the small plate that keeps it legible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from inspector.gui.findings.layout import Lane
from inspector.gui.findings.overlaps import legible
from inspector.gui.theme.measures import Step, steps
from inspector.gui.theme.painting import box
from inspector.gui.theme.tokens import Tokens
from inspector.report.timeline import Segment

_CERTAIN, _LIKELY = 0.99, 0.5
_INSET = 4.0
_BESIDE = 3.0
_HIGH = 15.0
_CORNER = 4.0


def label_places(lane: Lane, begins: float = 0.0, room: float = float("inf")) -> Iterator[tuple[QRectF, str]]:
    """Yield where the words of a track stand, left to right; none covers another one.

    `begins` and `room`: the part of the plot that is seen.
    """
    metrics, free_from, ends = QFontMetricsF(Step.SCALE.font()), begins, begins + room
    shown = sorted(legible(lane.segments), key=lambda one: one.x0)
    bars = [one for one in shown if one.texture == "full"]
    for segment in shown:
        if not segment.label:
            continue
        width = metrics.horizontalAdvance(segment.label) + steps(2.5)
        left = _left(segment, width, max(begins, free_from), bars)
        if left is not None and left >= free_from and left + width <= ends:
            free_from = left + width + _BESIDE
            yield QRectF(left, lane.top + (lane.height - _HIGH) / 2, width, _HIGH), segment.label


def _left(segment: Segment, width: float, begins: float, bars: Sequence[Segment]) -> float | None:
    """Return where a label starts: on its piece, beside a short line, or nowhere.

    Beside a line that is short a bar may lie, whose name the word would be taken for: it stands on the
    middle of its line there.
    """
    likely = _from(segment, _LIKELY)
    if not likely:
        return None
    for found in filter(None, (_from(segment, _CERTAIN), likely)):
        left = max(min(found) + _INSET, begins)
        if left + width <= max(found):
            return left
    beside = segment.x1 + _BESIDE
    if segment.texture != "line" or segment.x1 <= begins:
        return None
    hides = any(bar.x0 < beside + width and beside < bar.x1 for bar in bars)
    return (segment.x0 + segment.x1 - width) / 2 if hides else beside


def _from(segment: Segment, least: float) -> list[float]:
    """Return the places at which a piece has at least some opacity."""
    return [x for x, opacity in segment.fade if opacity >= least]


def paint_labels(
    painter: QPainter, lane: Lane, tokens: Tokens, begins: float = 0.0, room: float = float("inf")
) -> None:
    """Paint the words of a track, each on a plate of the card's colour."""
    painter.setFont(Step.SCALE.font())
    for place, word in label_places(lane, begins, room):
        box(painter, place, _CORNER, tokens.card, tokens.line)
        painter.setPen(tokens.ink)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), word)
