# SPDX-License-Identifier: Apache-2.0
"""The values that the page of findings shows: all words are chosen, all order is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from inspector.domain.moment import Moment
from inspector.report import timeline
from inspector.report.timeline import Scale, Stretch

Look = Literal["plain", "raw", "hash", "link"]
Kind = Literal["sharing", "practice", "switch"]


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line of evidence. `raw` and `hash` are set apart; a `link` is an address to read."""

    label: str
    text: str
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One fact, catalog row or event with everything it rests on. `number` is its number in the report."""

    number: str
    title: str
    tag: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """What opens where evidence is asked for: what it is about, why it holds, and the exhibits."""

    title: str
    rule: str
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a track with its evidence."""

    stretch: Stretch
    chain: Chain


@dataclass(frozen=True, slots=True)
class Track:
    """One line of the timeline."""

    kind: Kind
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """An event or a reading: its number, its time, the position it states (a reading), and its evidence."""

    number: int
    moment: Moment
    title: str
    state: str
    chain: Chain


@dataclass(frozen=True, slots=True)
class Plot:
    """A timeline: tracks, signs above (events) and below (readings), and words that say the same."""

    begin_hints: tuple[datetime, ...]
    created: datetime | None
    now: datetime
    tracks: tuple[Track, ...]
    events: tuple[Sign, ...]
    readings: tuple[Sign, ...]
    today: str
    legend: tuple[tuple[str, str], ...]
    name: str
    description: str

    def scale(self, width: float) -> Scale:
        """Return the scale of the whole timeline in some width."""
        return timeline.scale(list(self.begin_hints), self.created, self.now, width)


@dataclass(frozen=True, slots=True)
class Table:
    """The same facts in rows. `chains` has one for each row; `weights` are the widths of the columns.

    `signs` has a state for each row, whose shape stands before the words of the column `sign_column`, or "".
    """

    name: str
    titles: tuple[str, ...]
    weights: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    chains: tuple[Chain | None, ...] = ()
    signs: tuple[str, ...] = ()
    sign_column: int = 2


@dataclass(frozen=True, slots=True)
class Other:
    """The answer if something that nobody declared were true."""

    condition: str
    state: str
    word: str
    since: str


@dataclass(frozen=True, slots=True)
class Card:
    """One setting on the page. `next_step` is the first thing that would narrow it.

    `asks_residence`: the answer waits for where the person lived. `incomplete` is empty where all was read,
    `earlier` where it was never on before, `contradicted` where nothing contradicts anything. `since` is the
    latest time at which the answer may have begun.
    """

    key: str
    control: str
    service: str
    title: str
    state: str
    word: str
    sentence: str
    chip: str
    means: str
    next_step: str
    incomplete: str
    earlier: str
    contradicted: str
    since: datetime | None
    asks_residence: bool
    others: tuple[Other, ...]
    plot: Plot
    accessible: str


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch in words: from when until when, why, and what is soft about it."""

    state: str
    word: str
    period: str
    rule: str
    notes: tuple[str, ...]
    chain: Chain


@dataclass(frozen=True, slots=True)
class Side:
    """One of the facts that contradict each other."""

    state: str
    word: str
    title: str
    source: str
    chain: Chain


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Facts that say opposite things of one time, and what followed."""

    when: str
    outcome: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things of a class lay in ON. `months`: the same ones for all classes, `between` in words."""

    name: str
    certain: int
    words: str
    months: tuple[tuple[str, int], ...]
    between: str
    accessible: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What the provider states, beside the classes it states it of."""

    stated: str
    texts: tuple[str, ...]
    classes: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """All there is to one setting."""

    card: Card
    known: str
    plot: Plot
    told: tuple[Told, ...]
    table: Table
    contradictions: tuple[Contradiction, ...]
    narrow: tuple[str, ...]
    limits: tuple[str, ...]
    statements: tuple[Statement, ...]
    months: Table
    as_text: str


@dataclass(frozen=True, slots=True)
class FindingsView:
    """The whole page."""

    title: str
    aside: str
    lived: str
    asks_residence: bool
    details: tuple[Detail, ...]
    table: Table
