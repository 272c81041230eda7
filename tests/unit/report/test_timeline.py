# SPDX-License-Identifier: Apache-2.0
"""Timeline geometry: soft edges, strengths, scale and marks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.moment import Moment
from inspector.report import timeline
from inspector.report.timeline import Part, Scale, Stretch

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def on(day: float) -> datetime:
    return BEGIN + DAY * day


def between(low: float, high: float) -> Moment:
    return Moment(on(low), on(high))


# A hundred days in a hundred points: one point is one day.
SCALE = Scale(BEGIN, on(100), on(97), 100.0)


def test_an_uncertain_start_fades_over_exactly_its_interval() -> None:
    (segment,) = timeline.segments(Stretch("full", between(10, 30), None), SCALE)
    assert (segment.x0, segment.x1) == (10.0, 97.0)
    assert segment.fade[0] == (10.0, 0.0)
    assert (20.0, 0.5) in segment.fade
    assert (30.0, 1.0) in segment.fade
    assert segment.fade[-1] == (97.0, 1.0)


def test_an_uncertain_end_fades_out_over_exactly_its_interval() -> None:
    (segment,) = timeline.segments(Stretch("full", between(10, 10), between(40, 60)), SCALE)
    assert segment.fade[0] == (10.0, 1.0)
    assert (40.0, 1.0) in segment.fade
    assert segment.fade[-1] == (60.0, 0.0)


def test_sharp_edges_do_not_fade() -> None:
    (segment,) = timeline.segments(Stretch("line", between(10, 10), between(40, 40)), SCALE)
    assert {opacity for _, opacity in segment.fade} == {1.0}


def test_neighbours_of_an_uncertain_boundary_share_its_interval() -> None:
    boundary = between(40, 60)
    (before,) = timeline.segments(Stretch("full", between(10, 10), boundary), SCALE)
    (after,) = timeline.segments(Stretch("line", boundary, None), SCALE)
    assert before.x1 == 60.0
    assert after.x0 == 40.0
    assert dict(before.fade)[50.0] + dict(after.fade)[50.0] == 1.0


def test_a_stretch_that_may_be_empty_is_nowhere_certain() -> None:
    (segment,) = timeline.segments(Stretch("full", between(10, 50), between(10, 50)), SCALE)
    assert max(opacity for _, opacity in segment.fade) < 1.0


def test_a_stretch_that_goes_on_ends_today_and_not_later() -> None:
    (segment,) = timeline.segments(Stretch("full", between(10, 10), None), SCALE)
    assert segment.x1 == SCALE.x(SCALE.now)


def test_an_open_start_reaches_to_the_left_end() -> None:
    (segment,) = timeline.segments(Stretch("hatch", Moment(None, on(20)), None), SCALE)
    assert segment.x0 == 0.0


@pytest.mark.parametrize("when", [(-50.0, -40.0), (200.0, 300.0)])
def test_what_lies_outside_the_plot_is_not_painted(when: tuple[float, float]) -> None:
    start, end = when
    assert timeline.segments(Stretch("full", between(start, start), between(end, end)), SCALE) == []


def test_strength_changes_where_the_support_changes() -> None:
    parts = (
        Part("light", between(10, 10), between(50, 50)),
        Part("solid", between(50, 50), between(60, 60)),
        Part("light", between(60, 60), None),
    )
    pieces = timeline.segments(Stretch("full", between(10, 10), None, parts), SCALE)
    assert [(piece.x0, piece.x1, piece.strength) for piece in pieces] == [
        (10.0, 50.0, "light"),
        (50.0, 60.0, "solid"),
        (60.0, 97.0, "light"),
    ]


def test_the_stronger_support_wins_where_two_overlap() -> None:
    parts = (Part("light", between(10, 10), None), Part("solid", between(30, 30), None))
    pieces = timeline.segments(Stretch("full", between(10, 10), None, parts), SCALE)
    assert [piece.strength for piece in pieces] == ["light", "solid"]


def test_one_label_stands_on_the_widest_piece() -> None:
    parts = (Part("light", between(10, 10), between(20, 20)), Part("solid", between(20, 20), None))
    pieces = timeline.segments(Stretch("full", between(10, 10), None, parts, "on by default"), SCALE)
    assert [piece.label for piece in pieces] == ["", "on by default"]


def test_the_scale_starts_a_year_before_the_first_thing_that_happens() -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    created = datetime(2012, 3, 4, tzinfo=UTC)
    shown = timeline.scale([datetime(2024, 8, 1, tzinfo=UTC)], created, now, 382.0)
    assert shown.begin == datetime(2023, 1, 1, tzinfo=UTC)
    assert shown.now == now < shown.until


def test_the_scale_shows_nothing_before_the_account() -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    created = datetime(2026, 2, 9, tzinfo=UTC)
    assert timeline.scale([datetime(2024, 8, 1, tzinfo=UTC)], created, now, 382.0).begin == created


def test_an_account_of_today_still_has_a_scale() -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    shown = timeline.scale([], now, now, 382.0)
    assert shown.begin < shown.now < shown.until


def test_dense_years_lose_labels_evenly() -> None:
    begin, now = datetime(1990, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
    labels = [int(label) for _, label in Scale(begin, now, now, 300.0).years()]
    assert labels == list(range(1990, 2025, 5))


def test_marks_keep_their_distance_and_their_order() -> None:
    numbered = [(1, between(50, 50)), (2, between(51, 51)), (3, between(52, 52))]
    found = timeline.marks(numbered, SCALE, 10.0)
    assert [mark.text for mark in found] == ["1", "2", "3"]
    assert [mark.x for mark in found] == [41.0, 51.0, 61.0]


def test_too_many_marks_join_their_neighbours_and_keep_every_number() -> None:
    numbered = [(number, between(number, number)) for number in range(1, 61)]
    found = timeline.marks(numbered, SCALE, 10.0)
    assert len(found) <= 6
    covered = [text for mark in found for text in _range(mark.text)]
    assert covered == list(range(1, 61))


def _range(text: str) -> range:
    low, _, high = text.partition("–")
    return range(int(low), int(high or low) + 1)


@given(st.lists(st.floats(0, 100), max_size=12), st.floats(1, 8))
def test_spread_positions_never_overlap_or_leave_the_plot(wanted: list[float], gap: float) -> None:
    places = timeline.spread(sorted(wanted), gap, 100.0)
    assert all(b - a >= gap - 0.02 for a, b in pairwise(places))
    assert all(-0.02 <= x <= 100.02 for x in places)


@given(st.tuples(*[st.floats(-20, 120)] * 4))
def test_opacity_is_a_share_and_positions_rise(days: tuple[float, float, float, float]) -> None:
    a, b, c, d = sorted(days)
    for start, end in ((between(a, b), between(c, d)), (between(a, c), between(b, d))):
        for segment in timeline.segments(Stretch("full", start, end), SCALE):
            places = [x for x, _ in segment.fade]
            assert places == sorted(places)
            assert all(0.0 <= opacity <= 1.0 for _, opacity in segment.fade)
            assert 0.0 <= segment.x0 < segment.x1 <= SCALE.width
