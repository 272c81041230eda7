# SPDX-License-Identifier: Apache-2.0
"""Looks at one picture: which setting it shows, in which position, and what must be asked.

Pure apart from the engine. What may name a setting, the large lines, is read first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from inspector.captures.controls.reading import ASK, Shown, read_row
from inspector.captures.controls.words import is_managed
from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import LabelIndex
from inspector.captures.labels.matching import Hit, hits
from inspector.captures.labels.services import Place, places
from inspector.captures.picture import Picture
from inspector.captures.seen import Further, Position, Seen, inverted
from inspector.captures.text.clock import clock_in
from inspector.captures.text.interface import TextEngine
from inspector.captures.text.lines import Box, Line
from inspector.captures.text.scripts import is_readable

_ONE_BY_ONE: Final = 16
"""So many lines the setting is looked for after each; then after a quarter more, and so on."""

MOST_LINES: Final = 700
"""Lines of one picture that are read; a settings page has a hundred, a long page some hundreds."""

_FEWEST_LETTERS: Final = 4
"""Letters of what may be the words of a row; an arrow or a misread mark has fewer."""

_FROM_RIGHT: Final = frozenset({"ar", "fa", "he", "ur"})


def _unheard(seen: Seen) -> None:
    del seen


def look(
    picture: Picture,
    engine: TextEngine,
    index: LabelIndex,
    host: str | None = None,
    named: Callable[[Seen], None] = _unheard,
) -> Seen:
    """Return what a picture shows. `host`: that of the page, where a file name or header tells it.

    `named` hears of the setting as soon as a line names it, before the rest is read.
    """
    stages = looking(picture, engine, index, host)
    seen = next(stages)
    if not seen.whole:
        named(seen)
        seen = next(stages)
    return seen


def looking(
    picture: Picture, engine: TextEngine, index: LabelIndex, host: str | None = None
) -> Iterator[Seen]:
    """Yield the setting as soon as a line names it, still to be asked, and then all that is shown."""
    boxes = engine.find(picture)
    lines: list[Line] = []
    due: int | None = 1
    for line in engine.read(picture, _by_size(boxes)[:MOST_LINES]):
        lines.append(line)
        if len(lines) != due:
            continue
        due += 1 if due < _ONE_BY_ONE else due // 4
        early = places(hits(lines, index), lines, index, host)
        if early and not early[0].asks:
            due = None
            yield _named(early[0])
    yield _seen(picture, lines, index, host, cut=len(boxes) > MOST_LINES)


def _by_size(boxes: Sequence[Box]) -> list[Box]:
    """Return boxes with large letters first: labels are larger than what explains them."""
    sizes = sorted(box.height for box in boxes)
    usual = sizes[len(sizes) // 2] if sizes else 0
    return sorted(boxes, key=lambda box: (box.height < usual, box.y, box.x))


def _seen(picture: Picture, lines: Sequence[Line], index: LabelIndex, host: str | None, *, cut: bool) -> Seen:
    readable, clock = is_readable(lines), clock_in(lines, picture.height)
    limits: tuple[str, ...] = () if readable else ("capture.why.script",)
    limits += ("capture.why.cut",) if cut else ()
    managed = is_managed(lines)
    rows = [
        _row(picture, place, lines, index, managed=managed)
        for place in _beside_switches(places_of(lines, index, host))
    ]
    settings = _by_control(rows)
    if not settings:
        return _nothing((*limits, "capture.why.no_label"), clock, readable=readable)
    first, *others = settings
    further = tuple(_further(row) for row in others)
    return _whole(first, further, limits, clock, readable=readable)


def places_of(lines: Sequence[Line], index: LabelIndex, host: str | None) -> list[Place]:
    """Return the places of a picture's lines where a setting is named, the likeliest first."""
    return places(hits(lines, index), lines, index, host)


def _beside_switches(found: Sequence[Place]) -> list[Place]:
    """Return the places without headings of settings whose switch has its own label in the picture."""
    switches = {place.best.known.control for place in found if _names_switch(place)}
    return [place for place in found if _names_switch(place) or place.best.known.control not in switches]


def _names_switch(place: Place) -> bool:
    return place.best.whole and place.best.known.part == "switch"


@dataclass(frozen=True, slots=True)
class _Row:
    """A place with what its row shows."""

    place: Place
    shown: Shown

    @property
    def hit(self) -> Hit:
        return self.place.best

    @property
    def asked(self) -> bool:
        return bool(self.place.asks) or self.shown.confidence == ASK

    @property
    def state(self) -> Position:
        return self.shown.position

    @property
    def sharing(self) -> Position:
        return inverted(self.state) if self.hit.known.inverts else self.state

    @property
    def order(self) -> tuple[bool, ...]:
        """Rows that answer come first, then those with a control, then those with whole labels."""
        return self.asked, self.shown.box is None, not self.hit.whole


def _row(picture: Picture, place: Place, lines: Sequence[Line], index: LabelIndex, *, managed: bool) -> _Row:
    hit = place.best
    own = index.state_words(hit.known.control)
    rtl = hit.known.lang in _FROM_RIGHT
    shown = read_row(picture, hit.block, hit.tail, lines, own, rtl=rtl)
    if hit.known.part != "switch" and _is_of_other_words(shown, hit, lines, index):
        shown = Shown("unknown", ASK, ("capture.why.no_control",))
    if managed:
        shown = Shown("unknown", ASK, ("capture.why.managed",), shown.box)
    return _Row(place, shown)


def _is_of_other_words(shown: Shown, hit: Hit, lines: Sequence[Line], index: LabelIndex) -> bool:
    """Tell whether a control below a heading stands in a row with words of its own: it is that row's."""
    line_height = hit.block.lines[-1].box.height
    if shown.box is None or "capture.why.knob" not in shown.why:
        return False
    # A switch stands in the middle of its label and what explains it: little below the label itself.
    if hit.block.box.y <= shown.box.middle <= hit.block.box.bottom + line_height:
        return False
    beside = (line for line in lines if line.box.y <= shown.box.middle <= line.box.bottom)
    others = (folded(line.text) for line in beside if line not in hit.block.lines)
    return any(len(text) >= _FEWEST_LETTERS and text not in index.states for text in others)


def _by_control(rows: Sequence[_Row]) -> list[_Row]:
    """Return one row of every control, those that answer first. Rows of one that differ answer nothing."""
    best: dict[str, _Row] = {}
    for row in sorted(rows, key=lambda row: row.order):
        known = best.setdefault(row.hit.known.control, row)
        if not row.asked and not known.asked and row.state != known.state:
            best[row.hit.known.control] = _Row(known.place, Shown("unknown", ASK, ("capture.why.twice",)))
    return sorted(best.values(), key=lambda row: row.order)


def _named(place: Place) -> Seen:
    """Return the setting alone, while its row is still to be read."""
    unread = _Row(place, Shown("unknown", ASK, ("capture.why.not_read_yet",)))
    return replace(_whole(unread, (), (), None, readable=True), whole=False)


def _whole(
    row: _Row, further: tuple[Further, ...], limits: tuple[str, ...], clock: str | None, *, readable: bool
) -> Seen:
    known = row.hit.known
    several = len(row.place.hits) > 1
    return Seen(
        service=None if several else known.service,
        control=None if several else known.control,
        label=known.text,
        lang=known.lang,
        state=row.state,
        sharing=row.sharing,
        confidence=0.0 if row.asked else row.shown.confidence,
        asked=row.asked,
        why=(*row.place.asks, *row.place.why, *row.shown.why, *limits),
        label_box=row.hit.block.box,
        control_box=row.shown.box,
        among=tuple(hit.known.control for hit in row.place.hits) if several else (),
        further=further,
        clock=clock,
        readable=readable,
    )


def _further(row: _Row) -> Further:
    known = row.hit.known
    return Further(
        known.service,
        known.control,
        known.text,
        known.lang,
        row.state,
        row.sharing,
        0.0 if row.asked else row.shown.confidence,
        row.asked,
        row.hit.block.box,
        row.shown.box,
    )


def _nothing(why: tuple[str, ...], clock: str | None, *, readable: bool) -> Seen:
    return Seen(
        service=None,
        control=None,
        label="",
        lang="",
        state="unknown",
        sharing="unknown",
        confidence=0.0,
        asked=True,
        why=why,
        label_box=None,
        control_box=None,
        clock=clock,
        readable=readable,
    )
