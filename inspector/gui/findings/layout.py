# SPDX-License-Identifier: Apache-2.0
"""Where everything of a timeline stands, in device-independent pixels; nothing is painted here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from inspector.app.findings.shapes import Chain, Plot, Sign, Track
from inspector.gui.theme.measures import Step, steps
from inspector.report import timeline
from inspector.report.timeline import Mark, Scale, Segment

MARK = 20.0
"""The height of a mark, and the least width of one."""
BAND = 44.0
"""The height of the band that marks stand in: all of it can be hit."""
YEARS = 22.0
_MARK_GAP = 26.0
_REACH = 30.0
"""A mark that stood further from its time would be taken for another time: it joins its neighbour."""
_BETWEEN = 4.0
_HEIGHTS = {"sharing": 18.0, "practice": 18.0, "switch": 18.0}
_GAP = 12.0
_CARD_BAR = 16.0
_END = 6.0
"""Room past the plot for a mark that stands at its end."""

Shape = Literal["circle", "square", "stretch"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something of the timeline that opens its evidence. `area` can be hit, `shape` is what is seen."""

    kind: Shape
    title: str
    chains: tuple[Chain, ...]
    area: QRectF
    seen: QRectF


@dataclass(frozen=True, slots=True)
class Lane:
    """A track with its pieces in place."""

    track: Track
    top: float
    height: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in its band: what it stands for, and where its line meets the tracks."""

    mark: Mark
    signs: tuple[Sign, ...]
    seen: QRectF
    foot: QPointF


class PlotLayout:
    """A timeline in a width. `gutter` holds the names of the tracks; `zoom` widens the plot alone."""

    def __init__(self, plot: Plot, width: float, *, card: bool = False, zoom: float = 1.0) -> None:
        self.plot = plot
        self.card = card
        self.gutter = 0.0 if card else self._gutter()
        self.room = max(width - self.gutter - (0.0 if card else _END), 60.0)
        self.scale: Scale = plot.scale(self.room * zoom)

    def _gutter(self) -> float:
        metrics = QFontMetricsF(Step.ASIDE.font())
        widest = max((metrics.horizontalAdvance(track.title) for track in self.plot.tracks), default=0.0)
        return widest + steps(4)

    @property
    def above(self) -> float:
        """Return the height of the band of events."""
        return BAND if self.plot.events else (0.0 if self.card else float(steps(2)))

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """Return the tracks from the top."""
        found = []
        for track, top in zip(self.plot.tracks, self._tops(), strict=True):
            painted = [one for piece in track.pieces for one in timeline.segments(piece.stretch, self.scale)]
            found.append(Lane(track, top, self._height(track), tuple(painted)))
        return tuple(found)

    def _height(self, track: Track) -> float:
        return _CARD_BAR if self.card else _HEIGHTS[track.kind]

    def _tops(self) -> Iterator[float]:
        """Yield where each track begins; asked for its height alone, a layout places nothing."""
        top = self.above
        for track in self.plot.tracks:
            yield top
            top += self._height(track) + (0.0 if self.card else _GAP)

    @cached_property
    def bottom(self) -> float:
        """Return the lower end of the tracks."""
        ends = [top + self._height(track) for track, top in zip(self.plot.tracks, self._tops(), strict=True)]
        return ends[-1] if ends else self.above

    @property
    def ground(self) -> float:
        """Return where the years begin."""
        return self.bottom + (BAND if self.plot.readings else float(steps(1)))

    @property
    def height(self) -> float:
        """Return the height of everything."""
        return self.ground + YEARS

    @cached_property
    def events(self) -> tuple[Placed, ...]:
        """Return the marks above the tracks."""
        return self._placed(self.plot.events, steps(1), self.above - 2)

    @cached_property
    def readings(self) -> tuple[Placed, ...]:
        """Return the marks below the tracks."""
        return self._placed(self.plot.readings, self.ground - MARK - steps(1), self.bottom + 2)

    def shows(self, placed: Placed, begins: float) -> bool:
        """Answer whether a mark is seen whole, or not at all, where the part that is seen begins there."""
        seen, ends = placed.seen, begins + self.room + _END
        return not (seen.left() < begins < seen.right() or seen.left() < ends < seen.right())

    def _placed(self, signs: tuple[Sign, ...], top: float, foot: float) -> tuple[Placed, ...]:
        by_number = {sign.number: sign for sign in signs}
        found = []
        for mark in self._marks(signs):
            width = _mark_width(mark)
            left = min(max(mark.x - width / 2, 0.0), self.scale.width - width + _END)
            seen = QRectF(left, top, width, MARK)
            own = tuple(by_number[number] for number in mark.numbers)
            found.append(Placed(mark, own, seen, QPointF((mark.low + mark.high) / 2, foot)))
        return tuple(found)

    def _marks(self, signs: tuple[Sign, ...]) -> list[Mark]:
        """Return the marks, further apart where joined ones are wide."""
        numbered = [(sign.number, sign.moment) for sign in signs]
        gap, marks = 0.0, timeline.marks(numbered, self.scale, _MARK_GAP, _REACH)
        while gap < (widest := max((_mark_width(mark) for mark in marks), default=0.0) + _BETWEEN):
            gap = max(widest, _MARK_GAP)
            marks = timeline.marks(numbered, self.scale, gap, max(_REACH, gap))
        return marks

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return all that opens evidence: events, stretches track by track, readings."""
        events = [_mark_item("circle", one, QRectF(0, 0, 0, BAND)) for one in self.events]
        readings = [_mark_item("square", one, QRectF(0, self.bottom, 0, BAND)) for one in self.readings]
        return (*events, *(item for lane in self.lanes for item in self._stretches(lane)), *readings)

    def _stretches(self, lane: Lane) -> list[Item]:
        found = []
        for piece in lane.track.pieces:
            painted = timeline.segments(piece.stretch, self.scale)
            if painted:
                left, right = painted[0].x0, painted[-1].x1
                seen = QRectF(left, lane.top, right - left, lane.height)
                area = seen.adjusted(0, -_GAP / 2, 0, _GAP / 2)
                found.append(Item("stretch", piece.chain.title, (piece.chain,), area, seen))
        return found

    def item_at(self, point: QPointF) -> int | None:
        """Return the item at a point of the plot: marks before stretches, the nearest of several."""
        hit = [number for number, item in enumerate(self.items) if item.area.contains(point)]
        return min(hit, key=lambda number: self._distance(number, point), default=None)

    def _distance(self, number: int, point: QPointF) -> tuple[bool, float]:
        item = self.items[number]
        return item.kind == "stretch", abs(item.seen.center().x() - point.x())


def _mark_width(mark: Mark) -> float:
    return max(MARK, QFontMetricsF(Step.SCALE.font()).horizontalAdvance(mark.text) + steps(2))


def _mark_item(kind: Shape, placed: Placed, band: QRectF) -> Item:
    title = "; ".join(sign.title.rstrip(".") for sign in placed.signs)
    reach = (BAND - placed.seen.width()) / 2
    area = placed.seen.adjusted(-reach, 0, reach, 0) if reach > 0 else QRectF(placed.seen)
    area.setTop(band.top())
    area.setBottom(band.bottom())
    return Item(kind, title, tuple(sign.chain for sign in placed.signs), area, placed.seen)
