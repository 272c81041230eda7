# SPDX-License-Identifier: Apache-2.0
"""Times in the forms that services write; what is written in no form that a file uses has no time."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.archives.dates import ISO_DAY, Years
from inspector.archives.formats.epochs import Seconds
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.times import epoch, extended, iso, read_time, spelled
from inspector.archives.services.x.clock import Clock
from inspector.archives.services.x.shapes import TWEET_TIME
from inspector.domain.moment import seconds_of
from tests.unit.archives.ways import bounds, counted

YEARS = Years(2022, 2027)
NOON = "2025-03-01T12:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-01T12:00:00Z",
        "2025-03-01T12:00:00.123456+00:00",
        "2025-03-01 12:00:00 UTC",
        "2025-03-01T20:00:00.505000+08:00",
        "2025-03-01T06:30:00-0530",
        "2025-03-01T14:00:00+02",
    ],
)
def test_a_stated_zone_is_taken_at_its_word(text: str) -> None:
    moment = iso(text, YEARS)
    assert moment is not None
    assert (bounds(moment), moment.zone, moment.raw) == ((NOON, NOON), "stated", text)


def test_without_a_zone_the_time_reaches_over_all_zones() -> None:
    moment = iso("2025-03-01T12:00:00", YEARS)
    assert moment is not None
    assert bounds(moment) == ("2025-02-28T22:00:00Z", "2025-03-02T00:00:00Z")


@pytest.mark.parametrize(
    "value",
    ["2025-02-30T12:00:00Z", "2025-03-01", "yesterday", "", None, True, 12, [], {}, "٢٠٢٥-03-01T12:00:00Z",
     "2025-03-01T12:00:00+25:00", "2025-03-01T12:00:00+02:75", "1999-03-01T12:00:00Z",
     "9999-12-31T23:59:59-14:00"],
)  # fmt: skip
def test_what_is_no_time_has_none(value: object) -> None:
    assert iso(value, YEARS) is None


@pytest.mark.parametrize(
    "value", [1740830400, 1740830400.75, 1740830400000, "1740830400000000", "1740830400"]
)
def test_seconds_milliseconds_and_microseconds_are_told_by_their_size(value: float | str) -> None:
    moment = epoch(value, YEARS)
    assert moment is not None
    assert bounds(moment) == (NOON, NOON)


@pytest.mark.parametrize("value", [0, True, False, None, -1, 1e300, "x", "", [], {}, float("nan")])
def test_what_is_no_number_of_a_time_has_none(value: object) -> None:
    assert epoch(value, YEARS) is None


@pytest.mark.parametrize(
    "value", [{"$date": {"$numberLong": "1740830400000"}}, {"$date": NOON}, {"$date": 1740830400000}]
)
def test_dates_of_a_database_are_read_in_each_of_their_forms(value: object) -> None:
    moment = extended(value, YEARS)
    assert moment is not None
    assert bounds(moment) == (NOON, NOON)


@pytest.mark.parametrize(
    "value", [{"$date": None}, {"$date": {}, "x": 1}, {"date": NOON}, {"$date": {"$numberLong": []}}]
)
def test_other_objects_are_no_dates(value: object) -> None:
    assert extended(value, YEARS) is None


def test_a_file_reads_only_the_forms_it_is_known_to_use() -> None:
    assert read_time(NOON, (epoch,), YEARS) is None
    assert read_time(1740830400, (iso,), YEARS) is None
    assert read_time("2025-03-01", (iso, spelled(ISO_DAY)), YEARS) is not None


@given(st.one_of(st.text(), st.floats(), st.integers(), st.none(), st.lists(st.integers()), st.booleans()))
def test_no_value_makes_a_form_fail(value: object) -> None:
    for form in (iso, epoch, extended, spelled(ISO_DAY)):
        moment = form(value, YEARS)
        assert moment is None or moment.is_known


def test_things_are_counted_by_the_hour_and_days_stay_days() -> None:
    dated = Dated()
    for text in (
        "2025-03-01T12:00:00Z",
        "2025-03-01T12:59:59Z",
        "2025-03-01T13:00:00Z",
        "2025-03-01T12:30:00",
    ):
        dated.add(iso(text, YEARS))
    dated.add(spelled(ISO_DAY)("2025-03-02", YEARS))
    dated.add(None)
    found = {bounds(moment): count for moment, count in counted(dated.bins())}
    assert found == {
        ("2025-03-01T12:00:00Z", "2025-03-01T12:59:59Z"): 2,
        ("2025-03-01T13:00:00Z", "2025-03-01T13:59:59Z"): 1,
        ("2025-02-28T22:00:00Z", "2025-03-02T00:59:59Z"): 1,
        ("2025-03-01T10:00:00Z", "2025-03-03T11:59:59Z"): 1,
    }
    assert (dated.undated, dated.count) == (1, 6)


@given(st.lists(st.datetimes(), max_size=30))
def test_counts_hold_every_thing_once(times: list[datetime]) -> None:
    dated = Dated()
    for time in times:
        dated.add(iso(f"{time:%Y-%m-%dT%H:%M:%S}Z", Years(1, 9999)))
    assert dated.count == len(times)
    assert sum(sum(bins.counts) for bins in dated.bins()) + dated.undated == len(times)
    assert all(list(bins.starts) == sorted(set(bins.starts)) for bins in dated.bins())


NUMBERS = st.one_of(
    st.integers(-(10**19), 10**19),
    st.floats(),
    st.floats(1.6e9, 1.9e9),
    st.sampled_from(
        [0, 1, True, 1640995199, 1640995200, 1830297599.999, 1830297600, 1e11, "1740823200", None, ""]
    ),
)


@given(NUMBERS)
def test_the_second_of_a_number_is_that_of_its_moment(value: object) -> None:
    second = Seconds(YEARS).of(value)
    moment = epoch(value, YEARS)
    assert second is None or (moment is not None and seconds_of(moment.earliest) == second)
    if isinstance(value, float) and moment is not None and abs(value) < 1e11:
        assert second is not None


@given(st.lists(st.integers(1_640_995_200, 1_640_995_200 + 100_000), max_size=20))
def test_seconds_are_counted_as_their_moments_are(seconds: list[int]) -> None:
    fast, slow = Dated(), Dated()
    for number, second in enumerate(seconds):
        fast.add_second(second) if number % 3 else fast.add(epoch(second, YEARS))
        slow.add(epoch(second, YEARS))
    assert (fast.bins(), fast.latest(), fast.count) == (slow.bins(), slow.latest(), slow.count)


DAYS = st.sampled_from(["Wed Mar 04", "Sat Feb 30", "Wed Mar 05", "wed Mar 04", ""])
CLOCKS = st.sampled_from([" 10:15:30", " 23:59:59", " 24:00:00", " 1:15:30", "", " 10:15:60"])
ENDS = st.sampled_from([" +0000 2026", " +0100 2026", " +0000 1999", " +0000 2026 ", ""])


@given(st.lists(st.builds("".join, st.tuples(DAYS, CLOCKS, ENDS)), max_size=12))
def test_a_clock_that_learns_reads_as_one_that_does_not(texts: list[str]) -> None:
    clock = Clock(YEARS)
    for text in texts:
        moment = TWEET_TIME(text, YEARS)
        assert clock.second(text) == (None if moment is None else seconds_of(moment.earliest))
