# SPDX-License-Identifier: Apache-2.0
"""Timeline geometry: from Moments to positions, textures and soft edges; no words, no drawing.

Lengths are points, x from the left end of the plot. An edge fades over exactly the x-range of its Moment; a
stretch that may be empty fades by the product of both edges.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

from inspector.domain.moment import EARLIEST, LATEST, Moment

Texture = Literal["full", "line", "hatch", "gap"]
Strength = Literal["solid", "light", "outline"]

_STRONGEST_LAST: tuple[Strength, ...] = ("outline", "light", "solid")
_YEAR_GAP = 30.0
_YEAR_LABEL = 22.0
_NARROWEST = 3.0
_FAINT = 0.5
_MONTH_DAYS = 30.4
_MONTH_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stretch with one strength."""

    strength: Strength
    start: Moment
    end: Moment | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """One state on a track, from one Moment to another (None: still). Empty `parts`: light all along.

    `faint`: it may never have been, and is drawn at half its opacity whatever its edges say.
    """

    texture: Texture
    start: Moment
    end: Moment | None
    parts: tuple[Part, ...] = ()
    label: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece to paint from x0 to x1; `fade` holds (x, opacity) points, opacity linear between them."""

    texture: Texture
    strength: Strength
    x0: float
    x1: float
    fade: tuple[tuple[float, float], ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The time shown, the day of the report in it, and the width it is drawn in."""

    begin: datetime
    until: datetime
    now: datetime
    width: float

    def x(self, time: datetime) -> float:
        """The position of a time, held inside the plot."""
        share = (time - self.begin) / (self.until - self.begin)
        return round(min(max(share, 0.0), 1.0) * self.width, 2)

    def shows(self, moment: Moment) -> bool:
        """Tell whether any possible time of the Moment lies in the plot."""
        return moment.earliest <= self.until and moment.latest >= self.begin

    def years(self) -> list[tuple[float, str]]:
        """The year starts in the plot with their labels; only some where they would be dense."""
        years = range(self.begin.year, self.until.year + 1)
        starts = [(self.begin.replace(year=year, month=1, day=1), year) for year in years]
        inside = [(self.x(start), year) for start, year in starts if self.begin <= start <= self.until]
        step = next(
            step for step in (1, 2, 5, 10, 20, 50, 10_000) if len(inside) * _YEAR_GAP <= self.width * step
        )
        return [(x, str(year)) for x, year in inside if year % step == 0 and x <= self.width - _YEAR_LABEL]

    def months(self) -> list[float]:
        """The starts of the months in the plot where there is room for them, else none."""
        count = (self.until - self.begin).days / _MONTH_DAYS
        if count * _MONTH_GAP > self.width:
            return []
        first = self.begin.year * 12 + self.begin.month - 1
        starts = (
            datetime(month // 12, month % 12 + 1, 1, tzinfo=self.begin.tzinfo)
            for month in range(first, self.until.year * 12 + self.until.month)
        )
        return [self.x(start) for start in starts if start >= self.begin]


def scale(begin_hints: list[datetime], created: datetime | None, now: datetime, width: float) -> Scale:
    """A scale that starts a year before the first thing that happens, and ends a little after today.

    `begin_hints`: times of changes, events and readings. Nothing before the account's creation is shown.
    """
    first = min([*begin_hints, now])
    begin = datetime(max(first.year - 1, 1), 1, 1, tzinfo=now.tzinfo)
    if created is not None and created > begin:
        begin = created
    begin = min(begin, now - timedelta(days=30))
    return Scale(begin, now + (now - begin) * 0.03, now, width)


def segments(stretch: Stretch, on: Scale) -> list[Segment]:
    """What to paint for one stretch, left to right; empty where it lies outside the plot."""
    end = stretch.end or Moment(on.now, on.now)
    x0, x1 = on.x(stretch.start.earliest), on.x(end.latest)
    if x1 <= x0:
        return []
    most = _FAINT if stretch.faint else 1.0
    fade = tuple((x, opacity * most) for x, opacity in _fade(stretch.start, stretch.end, on, x0, x1))
    pieces = _partition(stretch, on, x0, x1)
    widest = max(pieces, key=lambda piece: piece[1] - piece[0])
    return [
        Segment(
            stretch.texture, strength, a, b, _cut(fade, a, b), stretch.label if (a, b) == widest[:2] else ""
        )
        for a, b, strength in pieces
    ]


def _fade(
    start: Moment, end: Moment | None, on: Scale, x0: float, x1: float
) -> Iterator[tuple[float, float]]:
    knots = {x0, x1, on.x(start.latest), on.x(end.earliest if end else LATEST)}
    points = sorted(x for x in knots if x0 <= x <= x1)
    middles = [round((a + b) / 2, 2) for a, b in pairwise(points)]
    for x in sorted({*points, *middles}):
        rising = _share(x, on.x(start.earliest), on.x(start.latest))
        falling = 1.0 - _share(x, on.x(end.earliest), on.x(end.latest), at_end=True) if end else 1.0
        yield x, round(rising * falling, 4)


def _share(x: float, low: float, high: float, *, at_end: bool = False) -> float:
    """How much of the range low .. high lies left of x; at a sharp edge, on its inner side."""
    if high <= low:
        return float(x > high) if at_end else float(x >= low)
    return min(max((x - low) / (high - low), 0.0), 1.0)


def _cut(fade: tuple[tuple[float, float], ...], a: float, b: float) -> tuple[tuple[float, float], ...]:
    inner = [point for point in fade if a < point[0] < b]
    return ((a, _at(fade, a)), *inner, (b, _at(fade, b)))


def _at(fade: tuple[tuple[float, float], ...], x: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(fade):
        if x0 <= x <= x1:
            return round(y0 + (y1 - y0) * (x - x0) / (x1 - x0), 4) if x1 > x0 else y1
    return 1.0


def _partition(stretch: Stretch, on: Scale, x0: float, x1: float) -> list[tuple[float, float, Strength]]:
    """The stretch cut where its strength changes; the stronger part wins where parts overlap."""
    spans = [_seen(part, on) for part in stretch.parts]
    cuts = sorted({x0, x1, *(x for a, b, _ in spans for x in (a, b) if x0 < x < x1)})
    pieces: list[tuple[float, float, Strength]] = []
    for a, b in pairwise(cuts):
        held = [strength for low, high, strength in spans if low <= a and high >= b]
        strength: Strength = max(held, key=_STRONGEST_LAST.index) if held else "light"
        start = pieces.pop()[0] if pieces and pieces[-1][2] == strength else a
        pieces.append((start, b, strength))
    return pieces


def _seen(part: Part, on: Scale) -> tuple[float, float, Strength]:
    """Where a part is painted: what was seen at one moment only is still seen in the drawing."""
    low, high = on.x(part.start.earliest), on.x(_latest(part.end))
    if part.strength == "light" or high - low >= _NARROWEST:
        return low, high, part.strength
    middle = (low + high) / 2
    return round(middle - _NARROWEST / 2, 2), round(middle + _NARROWEST / 2, 2), part.strength


def _latest(end: Moment | None) -> datetime:
    return end.latest if end else LATEST


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of one or more numbers: `low` and `high` bound their time, `x` is where its `text` stands."""

    low: float
    high: float
    x: float
    text: str
    numbers: tuple[int, ...] = ()


def marks(moments: list[tuple[int, Moment]], on: Scale, gap: float, reach: float | None = None) -> list[Mark]:
    """Marks for numbered Moments in time order, at least `gap` apart; neighbours join if too many.

    `reach`: how far a mark may stand from its time before it joins its nearest neighbour.
    """
    shown = [
        (number, on.x(m.earliest), on.x(m.latest)) for number, m in moments if on.shows(m) and m.is_known
    ]
    groups = [([number], low, high) for number, low, high in sorted(shown, key=lambda item: item[1:])]
    capacity = max(int(on.width // (gap * 1.6)), 1)
    while len(groups) > capacity:
        _join(groups, min(range(len(groups) - 1), key=lambda i: groups[i + 1][1] - groups[i][2]))
    places = _placed(groups, gap, on)
    while reach is not None and len(groups) > 1 and (far := _furthest(groups, places))[0] > reach:
        _join(groups, _nearest(groups, far[1]))
        places = _placed(groups, gap, on)
    return [
        Mark(low, high, x, _numbers(numbers), tuple(sorted(numbers)))
        for (numbers, low, high), x in zip(groups, places, strict=True)
    ]


_Group = tuple[list[int], float, float]


def _join(groups: list[_Group], at: int) -> None:
    """Make one group of that at a place and the next one."""
    left, right = groups[at], groups.pop(at + 1)
    groups[at] = (left[0] + right[0], min(left[1], right[1]), max(left[2], right[2]))


def _placed(groups: list[_Group], gap: float, on: Scale) -> list[float]:
    return spread([(low + high) / 2 for _, low, high in groups], gap, on.width)


def _furthest(groups: list[_Group], places: list[float]) -> tuple[float, int]:
    """Return how far the mark that stands furthest from its time does, and which one it is."""
    shifts = [abs((low + high) / 2 - x) for (_, low, high), x in zip(groups, places, strict=True)]
    return max(shifts), shifts.index(max(shifts))


def _nearest(groups: list[_Group], at: int) -> int:
    """Return the first of the two that join: the group at a place and the neighbour nearest in time."""
    middles = [(low + high) / 2 for _, low, high in groups]
    before = middles[at] - middles[at - 1] if at else float("inf")
    after = middles[at + 1] - middles[at] if at + 1 < len(groups) else float("inf")
    return at - 1 if before <= after else at


def _numbers(numbers: list[int]) -> str:
    low, high = min(numbers), max(numbers)
    return str(low) if low == high else f"{low}–{high}"


def spread(wanted: list[float], gap: float, width: float) -> list[float]:
    """Positions near the wanted ones (sorted), at least `gap` apart, inside the plot as far as it has room.

    Pool adjacent violators: neighbours that collide share the mean of their shifts, which moves them least.
    """
    pools: list[tuple[float, int]] = []
    for index, x in enumerate(wanted):
        mean, count = x - index * gap, 1
        while pools and pools[-1][0] >= mean:
            before, size = pools.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        pools.append((mean, count))
    bases = [mean for mean, count in pools for _ in range(count)]
    room = max(width - gap * (len(wanted) - 1), 0.0)
    return [round(min(max(base, 0.0), room) + index * gap, 2) for index, base in enumerate(bases)]


def first_known(moment: Moment) -> datetime | None:
    """The earliest bounded time of a Moment, None where it has no bound."""
    return next(
        (time for time in (moment.not_before, moment.not_after) if time not in (None, EARLIEST)), None
    )
