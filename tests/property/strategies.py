# SPDX-License-Identifier: Apache-2.0
"""Generated questions: rows with uncertain bounds, lives with gaps and moves, readings of every grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from inspector.domain.facts import Bins, Fact, Tally
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, catalog_day, instant, seconds_of, without_zone
from inspector.domain.practices import Control, Event, Offer, Row
from inspector.domain.residence import PlanPeriod, Residence, Stay
from inspector.domain.words import DataClass, FactKind, Grade, Practice, Stated, Strength, Switch
from inspector.reasoning.question import Atlas, Question, Sets

DAY = timedelta(days=1)
FIRST = date(2020, 1, 1)
DAYS = 40
"""Everything generated happens within these days, so that bounds meet and cross often."""

ORIGIN = datetime(2020, 1, 1, tzinfo=UTC)
NOW = ORIGIN + (DAYS + 20) * DAY
CONTROL = "example/training"
NAMED = ("AA", "BB", "*")
REGIONS = ("AA", "BB", "CC")
PLANS = (None, "basic", "premium")

_days = st.integers(0, DAYS)
_hours = st.integers(0, DAYS * 24)


def _time(hour: int) -> datetime:
    return ORIGIN + timedelta(hours=hour)


def _day(number: int) -> date:
    return FIRST + number * DAY


def _two_days(first: int, length: int) -> Moment:
    return Moment(catalog_day(_day(first)).not_before, catalog_day(_day(first + length)).not_after)


catalog_moments = st.one_of(
    _days.map(lambda number: catalog_day(_day(number))),
    st.builds(_two_days, _days, st.integers(1, 12)),
)
"""Bounds as catalogs have them: a day, or two days within which something happened."""


def _half_open(hour: int, *, before: bool) -> Moment:
    return Moment(None, _time(hour)) if before else Moment(_time(hour), None)


known_moments = st.one_of(
    _hours.map(lambda hour: instant(_time(hour))),
    _days.map(lambda number: without_zone(datetime.combine(_day(number), datetime.min.time()), "day")),
    _hours.map(lambda hour: without_zone(_time(hour).replace(tzinfo=None), "minute")),
    st.builds(lambda hour, length: Moment(_time(hour), _time(hour + length)), _hours, st.integers(1, 240)),
)
_half_open_moments = st.builds(_half_open, _hours, before=st.booleans())
moments = st.one_of(known_moments, known_moments, known_moments, _half_open_moments)
any_moments = st.one_of(moments, moments, moments, st.just(UNKNOWN_MOMENT))


def _in_order(bounds: Sequence[Moment]) -> list[Moment]:
    """Return boundaries that can be those of tiling rows: neither bound goes back."""
    early = sorted(moment.earliest for moment in bounds)
    late = sorted(moment.latest for moment in bounds)
    return [Moment(first, last) for first, last in zip(early, late, strict=True)]


_SWITCHED = (Practice.DEFAULT_ON, Practice.OPT_IN)


Place = tuple[str, str | None, int]
"""Region, plan and number of a row."""


@st.composite
def _row(draw: st.DrawFn, where: Place, start: Moment | None, end: Moment | None) -> Row:
    region, plan, place = where
    practice = draw(st.sampled_from(Practice))
    offer = None
    if draw(st.integers(0, 9)) < (9 if practice in _SWITCHED else 1):
        offered = draw(st.one_of(st.just(start), catalog_moments)) or draw(catalog_moments)
        if end is not None:
            offered = _in_order([offered, end])[0]
        initial = draw(st.sampled_from([Switch.ON, Switch.OFF]))
        offer = Offer(offered, initial)
    strength = st.sampled_from(Strength)
    return Row(
        id=f"{region}.{plan or 'all'}.{place}",
        region=region,
        plan=plan,
        start=start,
        end=end,
        practice=practice,
        offer=offer,
        lower=draw(strength),
        upper=draw(strength),
        sources=("source",),
        membership_on=FIRST,
        checked=_day(DAYS),
    )


@st.composite
def row_sets(draw: st.DrawFn, region: str, plan: str | None) -> tuple[Row, ...]:
    """Rows of one region and plan that tile time; they may begin late and stop early."""
    bounds: list[Moment | None] = list(_in_order(draw(st.lists(catalog_moments, max_size=3))))
    bounds = list(dict.fromkeys(bounds))
    starts: list[Moment | None] = [None, *bounds] if not bounds or draw(st.integers(0, 3)) else bounds
    ends = [*starts[1:], None]
    if len(starts) > 1 and not draw(st.integers(0, 5)):
        starts, ends = starts[:-1], ends[:-1]
    return tuple(
        draw(_row((region, plan, place), start, end))
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


@st.composite
def controls(draw: st.DrawFn) -> Control:
    """A control whose rows name some of the regions, some of them apart for a plan."""
    named = draw(st.lists(st.sampled_from(NAMED), unique=True, min_size=1))
    rows = [row for region in named for row in draw(row_sets(region, None))]
    if not draw(st.integers(0, 3)):
        rows.extend(draw(row_sets(named[0], "premium")))
    return Control(
        id=CONTROL,
        service="example",
        rows=tuple(rows),
        consumer_plan=draw(st.sampled_from([None, "basic"])),
        plans_excluded=draw(st.sampled_from([(), (), (), ("premium",)])),
        stale_after=draw(st.sampled_from([None, _day(DAYS)])),
    )


@st.composite
def residences(draw: st.DrawFn) -> Residence:
    """A life of up to three stays, with gaps; sometimes nothing is declared."""
    days = sorted(draw(st.lists(_days, unique=True, max_size=4)))
    edges: list[date | None] = [None, *(_day(number) for number in days), None]
    stays = [
        Stay(region, start, end)
        for start, end in pairwise(edges)
        if (region := draw(st.sampled_from([*REGIONS, *REGIONS, None]))) is not None
    ]
    return tuple(stays)


@st.composite
def plan_periods(draw: st.DrawFn) -> tuple[PlanPeriod, ...]:
    """Plan periods one after the other, the last one sometimes still running."""
    bounds = _in_order(draw(st.lists(known_moments, max_size=4)))
    periods = []
    for index in range(0, len(bounds), 2):
        end = bounds[index + 1] if index + 1 < len(bounds) else None
        plan = draw(st.sampled_from(["basic", "premium"]))
        periods.append(PlanPeriod("example", plan, bounds[index], end, Grade.DECLARED))
    return tuple(periods)


_OTHER_KINDS = (FactKind.LOGIN, FactKind.NOTICE_RECEIVED)


def _fact(kind: FactKind, value: str, grade: Grade, moment: Moment) -> Fact:
    control = CONTROL if kind in (FactKind.SETTING_READING, FactKind.SETTING_CHANGE) else None
    return Fact(kind, "example", value, grade, moment, control=control)


switch_facts = st.builds(
    _fact,
    st.sampled_from([FactKind.SETTING_READING, FactKind.SETTING_READING, FactKind.SETTING_CHANGE]),
    st.sampled_from(["on", "off"]),
    st.sampled_from(Grade),
    any_moments,
)
"""Readings and changes of the switch, of all grades, some of them undated."""


@st.composite
def own_facts(draw: st.DrawFn) -> tuple[Fact, ...]:
    """What archives state of the account: its creation in none, one or two places, and other things."""
    created = draw(st.sampled_from([0, 1, 1, 1, 2]))
    before = moments.map(lambda moment: _shifted(moment, -DAYS * DAY / 2))
    facts = [
        _fact(FactKind.ACCOUNT_CREATED, "created", Grade.RECORDED, draw(st.one_of(before, moments)))
        for _ in range(created)
    ]
    if not draw(st.integers(0, 3)):
        facts.append(_fact(draw(st.sampled_from(_OTHER_KINDS)), "seen", Grade.RECORDED, draw(any_moments)))
    return tuple(facts)


def _shifted(moment: Moment, by: timedelta) -> Moment:
    early = moment.not_before + by if moment.not_before else None
    late = moment.not_after + by if moment.not_after else None
    return Moment(early, late)


def _tally(hours: Sequence[tuple[int, int]], width: int, undated: int) -> Tally:
    counted = {seconds_of(_time(hour)): count for hour, count in hours}
    starts = tuple(sorted(counted))
    bins = Bins(starts, tuple(counted[start] for start in starts), width, "stated", "hour")
    return Tally("example", DataClass.POSTS, (bins,) if starts else (), undated)


tallies = st.builds(
    _tally,
    st.lists(st.tuples(_hours, st.integers(1, 3)), max_size=4),
    st.sampled_from([3599, 26 * 3600 + 3599, 86399]),
    st.integers(0, 2),
)

events = st.builds(
    lambda moment, regions: Event(
        id=f"event-{moment.earliest.isoformat()}",
        moment=moment,
        kind="announcement",
        title=(("en", "The switch is put back"),),
        sources=("source",),
        regions=regions,
        resets=(CONTROL,),
    ),
    catalog_moments,
    st.sampled_from([(), ("AA",), ("AA", "BB")]),
)


def rows_of(control: Control, region: str, plan: str | None) -> tuple[Row, ...]:
    """The rows of the most specific region that has any; those of the very plan before those of all plans."""
    for level in (region, "*"):
        rows = [row for row in control.rows if row.region == level and row.plan in (None, plan)]
        if rows:
            return tuple([row for row in rows if row.plan == plan] or rows)
    return ()


def atlas_of(control: Control) -> Atlas:
    """What a catalog with this control alone would answer."""

    def sets(plan: str | None) -> Sets:
        found = ((region, rows_of(control, region, plan)) for region in NAMED)
        return tuple((region, rows) for region, rows in found if rows and rows[0].region == region)

    return Atlas(
        rows_for=lambda region, plan: rows_of(control, region, plan),
        sets=sets,
        is_among=lambda region, regions: region in regions,
        stated=lambda _data_class, _region: Stated.UNKNOWN,
    )


@st.composite
def questions(draw: st.DrawFn, *, resets: bool = True) -> Question:
    """One control of one account with everything that bears on it."""
    control = draw(controls())
    return Question(
        control=control,
        account=None,
        facts=draw(own_facts()),
        switch_facts=tuple(draw(st.lists(switch_facts, max_size=4))),
        tallies=tuple(draw(st.lists(tallies, max_size=1))),
        residence=draw(residences()),
        plans=draw(st.one_of(st.just(()), plan_periods())),
        events=tuple(draw(st.lists(events, max_size=1))) if resets else (),
        atlas=atlas_of(control),
        now=NOW,
    )


_BORN_BEFORE = _fact(FactKind.ACCOUNT_CREATED, "created", Grade.RECORDED, instant(ORIGIN - DAYS * DAY))


@st.composite
def crowded_questions(draw: st.DrawFn) -> Question:
    """One region and plan in which much bears on the switch within few days, often of one grade."""
    rows = draw(row_sets("AA", None))
    control = Control(id=CONTROL, service="example", rows=rows)
    told = draw(st.lists(switch_facts, min_size=1, max_size=5))
    if draw(st.booleans()):
        told = [replace(fact, grade=Grade.SHOWN) for fact in told]
    resets = {event.id: event for event in draw(st.lists(events, max_size=2))}
    return Question(
        control=control,
        account=None,
        facts=draw(st.one_of(st.just((_BORN_BEFORE,)), own_facts())),
        switch_facts=tuple(told),
        tallies=(),
        residence=draw(st.one_of(st.just((Stay("AA", None, None),)), residences())),
        plans=(),
        events=tuple(resets.values()),
        atlas=atlas_of(control),
        now=NOW,
    )


def with_switch_facts(question: Question, facts: Sequence[Fact]) -> Question:
    """The same question with other readings and changes."""
    return replace(question, switch_facts=tuple(facts))
