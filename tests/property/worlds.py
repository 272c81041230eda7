# SPDX-License-Identifier: Apache-2.0
"""A concrete world behind a question: every boundary at one second, and the state that follows at any time.

It is drawn from the same bounds the program sees and computed in the plainest way, second by second, so that
it can tell whether a finding leaves the true story possible. What nobody can know stays `unknown` in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from inspector.domain.facts import Fact
from inspector.domain.moment import Moment, catalog_day
from inspector.domain.practices import Row
from inspector.domain.words import FactKind, Practice, State, Switch
from inspector.reasoning.alternatives import EVERYWHERE, is_same_everywhere
from inspector.reasoning.question import Question
from tests.property.strategies import ORIGIN

REACH = 400 * 86400
"""Open sides end this many seconds before and after the origin."""

EVER = 4 * REACH
"""Beyond all that is drawn: what never began lies this far back, what never ends this far ahead."""

Story = list[tuple[int, State]]
Position = tuple[int, Switch, bool]
"""From a second on: where the switch stood, and whether a reading or change tells it.

A reset to where it was told to stand moves nothing, so it stays told; any other reset is the catalog's word.
"""


class ImpossibleError(Exception):
    """The bounds drawn so far leave no second for the next thing."""


def seconds(time: datetime) -> int:
    """Seconds since the origin, held inside REACH."""
    return max(-REACH, min(REACH, int((time - ORIGIN).total_seconds())))


def reach(moment: Moment) -> tuple[int, int]:
    """Both bounds in seconds."""
    return seconds(moment.earliest), seconds(moment.latest)


@dataclass(frozen=True)
class Happened:
    """Something that bears on the switch, at its true second."""

    at: int
    kind: str
    position: Switch
    moment: Moment
    facts: tuple[Fact, ...] = ()


@dataclass
class World:
    """All true boundaries of one question."""

    question: Question
    rng: Random
    seen: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        self.offers: dict[str, int] = {}
        self._draw_rows()
        self.stays = self._draw_stays()
        self.plans = self._draw_plans()
        self.created = self._draw_creation()
        self.offered, self.initial = self._first_offer()
        self.happened = self._draw_happenings()
        self.path = self._walk()

    # drawing

    def _pick(self, low: int, high: int) -> int:
        if low > high:
            raise ImpossibleError
        chance = self.rng.random()
        near = [second + by for second in self.seen for by in (-1, 1) if low <= second + by <= high]
        if near and chance < 0.3:
            second = self.rng.choice(near)
        else:
            second = low if chance < 0.4 else high if chance < 0.5 else self.rng.randint(low, high)
        self.seen.append(second)
        return second

    def _pick_in_order(self, bounds: Sequence[Moment]) -> list[int]:
        """Return strictly rising seconds, one inside each of the bounds."""
        limit, limits = REACH + len(bounds), []
        for moment in reversed(bounds):
            limit = min(reach(moment)[1], limit - 1)
            limits.append(limit)
        result: list[int] = []
        for moment, last in zip(bounds, reversed(limits), strict=True):
            first = max(reach(moment)[0], result[-1] + 1 if result else -REACH)
            result.append(self._pick(first, last))
        return result

    def _draw_rows(self) -> None:
        groups: dict[tuple[str, str | None], list[Row]] = {}
        for row in self.question.control.rows:
            groups.setdefault((row.region, row.plan), []).append(row)
        for rows in groups.values():
            bounds = [row.start for row in rows if row.start]
            if rows[-1].end is not None:
                bounds.append(rows[-1].end)
            drawn = self._pick_in_order(bounds)
            starts = drawn if rows[0].start else [-EVER, *drawn]
            ends = [*starts[1:], EVER]
            for row, start, end in zip(rows, starts, ends, strict=False):
                self.starts[row.id], self.ends[row.id] = start, end
                self._draw_offer(row)

    def _draw_offer(self, row: Row) -> None:
        if row.offer is None:
            return
        if row.start is not None and row.offer.start.bounds() == row.start.bounds():
            self.offers[row.id] = self.starts[row.id]
            return
        first, last = reach(row.offer.start)
        self.offers[row.id] = self._pick(first, min(last, self.ends[row.id] - 1))

    def _draw_stays(self) -> list[tuple[int, int, str]]:
        days = {day for stay in self.question.residence for day in (stay.start, stay.end) if day}
        at = {day: self._pick(*reach(catalog_day(day))) for day in sorted(days)}
        return [
            (at[stay.start] if stay.start else -EVER, at[stay.end] if stay.end else EVER, stay.region)
            for stay in self.question.residence
        ]

    def _draw_plans(self) -> list[tuple[int, int, str]]:
        bounds = [bound for period in self.question.plans for bound in (period.start, period.end) if bound]
        at = [*self._pick_in_order(bounds), EVER]
        return [(at[2 * i], at[2 * i + 1], period.plan) for i, period in enumerate(self.question.plans)]

    def _draw_creation(self) -> int:
        facts = [*self.question.facts, *self.question.switch_facts]
        told = [reach(f.moment) for f in facts if f.kind is FactKind.ACCOUNT_CREATED and f.moment.is_known]
        if told:
            low, high = max(low for low, _ in told), min(high for _, high in told)
            if low > high:
                low, high = min(low for low, _ in told), max(high for _, high in told)
            return self._pick(low, high)
        ends = [fact.moment for fact in facts]
        ends += [bins.moment(0) for tally in self.question.tallies for bins in tally.bins]
        known = [seconds(moment.not_after) for moment in ends if moment.not_after]
        return self._pick(-REACH // 2, min([*known, seconds(self.question.now)]))

    # what was true at a second

    def region(self, at: int) -> str | None:
        return next((region for start, end, region in self.stays if start <= at < end), None)

    def plan(self, at: int) -> str | None:
        otherwise = self.question.control.consumer_plan
        return next((plan for start, end, plan in self.plans if start <= at < end), otherwise)

    def rows(self, at: int) -> tuple[Row, ...]:
        region = self.region(at)
        if region is None and is_same_everywhere(self.question):
            region = EVERYWHERE
        return () if region is None else self.question.atlas.rows_for(region, self.plan(at))

    def row(self, at: int) -> Row | None:
        return next((row for row in self.rows(at) if self.starts[row.id] <= at < self.ends[row.id]), None)

    def offering(self, at: int) -> Row | None:
        """The row by which the control is offered at that second: the one in force before any other."""
        found = [r for r in self.rows(at) if r.offer and self.offers[r.id] <= at < self.ends[r.id]]
        now = self.row(at)
        return now if now in found else found[0] if found else None

    def boundaries(self) -> list[int]:
        edges = [*self.starts.values(), *self.ends.values(), *self.offers.values()]
        edges += [edge for start, end, _ in [*self.stays, *self.plans] for edge in (start, end)]
        return sorted({self.created, *(edge for edge in edges if self.created < edge < EVER)})

    def _first_offer(self) -> tuple[int | None, Switch]:
        for at in self.boundaries():
            row = self.offering(at)
            if row is not None and row.offer is not None:
                return at, row.offer.initial
        return None, Switch.NONE

    # the switch

    def _draw_happenings(self) -> list[Happened]:
        kept, groups = weighed(self.question.switch_facts)
        for _ in range(12):
            happened = [self._placed(fact) for fact in kept] + self._resets()
            if in_agreed_order(happened):
                break
        else:
            raise ImpossibleError
        happened += [_contest(group) for group in groups]
        return sorted(happened, key=lambda one: (one.at, _rank_at_once(one, happened)))

    def _placed(self, fact: Fact) -> Happened:
        low, high = reach(fact.moment)
        for floor in (self.offered, self.created):
            if floor is not None and floor <= high:
                low = max(low, floor)
                break
        kind = "change" if fact.kind is FactKind.SETTING_CHANGE else "reading"
        return Happened(self._pick(low, high), kind, Switch(fact.value), fact.moment, (fact,))

    def _resets(self) -> list[Happened]:
        result = []
        for event in self.question.events:
            at = self._pick(*reach(event.moment))
            row, region = self.offering(at), self.region(at)
            here = not event.regions or region in event.regions
            if here and at >= self.created and row is not None and row.offer is not None:
                result.append(Happened(at, "reset", row.offer.initial, event.moment))
        return result

    def _walk(self) -> list[Position]:
        """Where the switch stood: moved unseen only where two statements leave no other way."""
        path: list[Position] = [(-EVER, Switch.NONE, False)]
        disputed: list[Fact] = []
        begun = self.offered is None
        for one in self.happened:
            if not begun and self.offered is not None and self.offered <= one.at:
                path.append((self.offered, self.initial, False))
                begun = True
            begun = begun or one.kind != "reset"
            self._step(path, one, disputed)
        if not begun and self.offered is not None:
            path.append((self.offered, self.initial, False))
        return path

    def _step(self, path: list[Position], one: Happened, disputed: list[Fact]) -> None:
        since, position, told = path[-1]
        if one.kind == "contested":
            disputed.extend(one.facts)
            path.append((one.at, Switch.UNKNOWN, True))
        elif one.kind == "reset":
            path.append((one.at, one.position, told and position is one.position))
        elif one.kind == "change" or position is Switch.NONE:
            path.append((one.at, one.position, True))
        elif position is Switch.UNKNOWN:
            if all(fact.moment.certainly_before(one.moment) for fact in disputed):
                path.append((one.at, one.position, True))
        elif position is one.position:
            path.append((one.at, position, True))
        else:
            floor = max([since, *(other.at for other in self.happened if other.at < one.at)])
            path.append((self._pick(floor, one.at), one.position, True))
            path.append((one.at, one.position, True))

    def state(self, at: int) -> State:
        """Whether sharing was on; unknown where neither documents nor readings could tell."""
        row = self.row(at)
        practice = row.practice if row else Practice.UNKNOWN
        if practice is Practice.NOT_USED:
            return State.OFF
        if practice is Practice.NO_CONTROL:
            return State.ON
        _, position, carried = [one for one in self.path if one[0] <= at][-1]
        if position not in (Switch.ON, Switch.OFF) or (practice is Practice.UNKNOWN and not carried):
            return State.UNKNOWN
        return State(position)

    def story(self) -> Story:
        """The state from creation on: each with the second it begins at."""
        edges = sorted({*self.boundaries(), *(at for at, _, _ in self.path if at > self.created)})
        result: Story = []
        for at in edges:
            state = self.state(at)
            if not result or result[-1][1] is not state:
                result.append((at, state))
        return result

    def is_plain(self) -> bool:
        """Tell whether all happened at seconds of its own, in the order in which such things happen."""
        offered = -EVER if self.offered is None else self.offered
        ordered = all(one.at >= offered and one.kind != "contested" for one in self.happened)
        return ordered and len(set(self.seen)) == len(self.seen)


def opposed(one: Fact, other: Fact) -> bool:
    """Two statements of one kind that cannot both be placed: opposite, and neither certainly first."""
    return one.kind is other.kind and one.value != other.value and one.moment.meets(other.moment)


def weighed(facts: Sequence[Fact]) -> tuple[list[Fact], list[list[Fact]]]:
    """Return the facts that count, and groups of equal grade that contradict each other."""
    dated = [fact for fact in facts if fact.moment.is_known]
    kept: list[Fact] = []
    for fact in sorted(dated, key=lambda fact: fact.grade.rank):
        if not any(opposed(fact, other) and other.grade is not fact.grade for other in kept):
            kept.append(fact)
    left = [fact for fact in kept if any(opposed(fact, other) for other in kept)]
    groups: list[list[Fact]] = []
    while left:
        group = [left.pop()]
        for member in group:
            near = [fact for fact in left if opposed(fact, member)]
            left = [fact for fact in left if fact not in near]
            group += near
        groups.append(group)
    return [fact for fact in kept if not any(opposed(fact, other) for other in kept)], groups


def _contest(group: Sequence[Fact]) -> Happened:
    at = min(reach(fact.moment)[0] for fact in group)
    return Happened(at, "contested", Switch.UNKNOWN, group[0].moment, tuple(group))


def _rank_at_once(one: Happened, happened: Sequence[Happened]) -> int:
    """Return the order within one second: a move stands behind opposite readings and before agreeing ones."""
    if one.kind != "reading":
        return ("contested", "reading", "change", "reset").index(one.kind)
    moved = any(o.at == one.at and o.kind != "reading" and o.position == one.position for o in happened)
    return 4 if moved else 1


def in_agreed_order(happened: Sequence[Happened]) -> bool:
    """Tell whether what cannot be ordered stands as it needs the fewest unseen moves.

    A change follows the opposite readings it meets and comes before the agreeing ones, unless something
    between them forces the reading to be first.
    """
    moves = [one for one in happened if one.kind != "reading"]
    readings = [one for one in happened if one.kind == "reading"]
    first = {(a, b) for a, b in _pairs(happened) if a.moment.certainly_before(b.moment)}
    met = [(r, m) for r in readings for m in moves if r.moment.meets(m.moment)]
    forced = {(r, m) for r, m in met if r.position != m.position}
    closed = _closure([(happened.index(a), happened.index(b)) for a, b in first | forced])
    for reading in readings:
        for move in moves:
            if not reading.moment.meets(move.moment):
                continue
            if reading.position != move.position:
                if move.at < reading.at:
                    return False
            elif reading.at < move.at and (happened.index(reading), happened.index(move)) not in closed:
                return False
    return True


def _pairs(happened: Sequence[Happened]) -> list[tuple[Happened, Happened]]:
    return [(a, b) for a in happened for b in happened if a is not b]


def _closure(edges: list[tuple[int, int]]) -> set[tuple[int, int]]:
    reached = set(edges)
    while True:
        more = {(a, d) for a, b in reached for c, d in reached if b == c} - reached
        if not more:
            return reached
        reached |= more
