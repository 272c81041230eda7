# SPDX-License-Identifier: Apache-2.0
"""Exposure is found by searching sorted numbers; going through all things one by one says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.facts import Bins, Tally
from inspector.domain.findings import Span
from inspector.domain.moment import EARLIEST, LATEST, Moment, between
from inspector.domain.words import DataClass, Decider, Practice, State, Stated
from inspector.reasoning.exposure import exposure

BEGIN = datetime(2019, 12, 30, tzinfo=UTC)
REACH = 40 * 24
"""Hours within which all happens, so that bounds meet and cross often."""

hours = st.integers(0, REACH).map(lambda hour: BEGIN + timedelta(hours=hour))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    early, late = sorted([draw(hours), draw(hours)])
    return between(
        draw(st.sampled_from([early, early, early, EARLIEST])),
        draw(st.sampled_from([late, late, late, LATEST])),
    )


def span(state: State, start: Moment, end: Moment | None, may_be_empty: bool = False) -> Span:
    return Span(state, Practice.UNKNOWN, None, Decider.MEMBER, start, end, None, may_be_empty, ())


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Spans as answers have them: each ends where the next one begins, and both bounds rise."""
    bounds = draw(st.lists(moments(), min_size=1, max_size=6))
    early = sorted(bound.earliest for bound in bounds)
    late = sorted(bound.latest for bound in bounds)
    starts = [between(*both) for both in zip(early, late, strict=True)]
    ends = [*starts[1:], None]
    return tuple(
        span(
            draw(st.sampled_from([State.ON, State.ON, State.OFF, State.UNKNOWN])),
            start,
            end,
            draw(st.booleans()),
        )
        for start, end in zip(starts, ends, strict=True)
    )


@st.composite
def bins(draw: st.DrawFn, width: int) -> Bins:
    seconds = st.one_of(
        st.integers(0, REACH).map(lambda hour: hour * 3600), st.integers(0, REACH * 3600)
    ).map(lambda second: int(BEGIN.timestamp()) + second)
    counted = draw(st.dictionaries(seconds, st.integers(1, 3), min_size=1, max_size=12))
    starts = tuple(sorted(counted))
    return Bins(starts, tuple(counted[start] for start in starts), width, "stated", "hour")


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    widths = draw(st.sets(st.sampled_from([0, 59, 3599, 26 * 3600 + 3599, 40 * 86400]), max_size=2))
    data_class = draw(st.sampled_from([DataClass.POSTS, DataClass.COMMENTS]))
    return Tally("example", data_class, tuple(draw(bins(w)) for w in sorted(widths)), draw(st.integers(0, 2)))


Stretch = tuple[Moment, Moment, bool]
"""From when, until when, and whether it certainly is not empty."""


def stretches_on(spans: Sequence[Span]) -> list[Stretch]:
    """Runs of spans that are ON."""
    never = Moment(LATEST, LATEST)
    result: list[Stretch] = []
    for place, span in enumerate(spans):
        if span.state is not State.ON:
            continue
        start, sure = span.start, not span.may_be_empty
        if place and spans[place - 1].state is State.ON:
            start, _, before = result.pop()
            sure = sure or before
        result.append((start, span.end or never, sure))
    return result


def one_by_one(spans: Sequence[Span], tallies: Sequence[Tally]) -> tuple[int, int, dict[str, int]]:
    """Count what is certainly inside, what may be, and by month what is."""
    count, possible, months = 0, 0, Counter[str]()
    on = stretches_on(spans)
    for tally in tallies:
        possible += tally.undated if on else 0
        for group in tally.bins:
            for place, number in enumerate(group.counts):
                thing = group.moment(place)
                met = [
                    sure and start.latest <= thing.earliest and thing.latest <= end.earliest
                    for start, end, sure in on
                    if start.earliest <= thing.latest and thing.earliest <= end.latest
                ]
                if any(met):
                    count += number
                    months[f"{thing.earliest:%Y-%m}"] += number
                elif met:
                    possible += number
    return count, possible, dict(months)


unstated: Callable[[DataClass], Stated] = lambda _: Stated.UNKNOWN  # noqa: E731 - one value for all


@settings(max_examples=1500, derandomize=True, database=None, deadline=None)
@given(spans(), st.lists(tallies(), max_size=3))
def test_searching_finds_what_counting_one_by_one_finds(
    spans: tuple[Span, ...], tallies: list[Tally]
) -> None:
    found = exposure(spans, tallies, unstated)
    assert [one.data_class for one in found] == [
        data_class for data_class in DataClass if any(t.data_class is data_class for t in tallies)
    ]
    for one in found:
        own = [tally for tally in tallies if tally.data_class is one.data_class]
        assert (one.count, one.possible, dict(one.by_month)) == one_by_one(spans, own)
        assert list(one.by_month) == sorted(one.by_month)
        assert one.count + one.possible <= sum(tally.count for tally in own)


def test_the_last_month_of_the_calendar_is_a_month() -> None:
    always = Moment(None, EARLIEST)
    last = Bins((int((LATEST - timedelta(hours=1)).timestamp()),), (2,), 3600, "stated", "hour")
    (found,) = exposure(
        [span(State.ON, always, None)], [Tally("example", DataClass.POSTS, (last,))], unstated
    )
    assert (found.count, found.by_month) == (2, (("9999-12", 2),))
