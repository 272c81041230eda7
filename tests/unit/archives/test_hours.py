# SPDX-License-Identifier: Apache-2.0
"""Records are counted by the hour, in whatever order and spelling they come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from inspector.archives import dates
from inspector.archives.dates import DateFormat, Years
from inspector.archives.hours import Hours
from tests.makers.clock import ctime, dash, dash_utc, us_short
from tests.unit.archives.ways import YEARS, bounds, counted, iso

FORMATS = (dates.DASH_UTC, dates.US_MINUTE, dates.ISO_T)


def test_records_of_one_hour_share_a_bin_with_the_bounds_of_the_hour() -> None:
    hours = Hours((dates.DASH_UTC,), YEARS)
    for text in ("2026-02-10 08:15:07 UTC", "2026-02-10 08:59:59 UTC", "2026-02-10 07:00:00 UTC"):
        assert hours.add(text)
    assert [(bounds(moment), count) for moment, count in counted(hours.bins())] == [
        (("2026-02-10T07:00:00Z", "2026-02-10T07:59:59Z"), 1),
        (("2026-02-10T08:00:00Z", "2026-02-10T08:59:59Z"), 2),
    ]
    assert iso(hours.latest()) == "2026-02-10T08:59:59Z"


def test_an_hour_without_zone_keeps_all_the_time_it_can_be() -> None:
    hours = Hours((dates.DASH,), YEARS)
    hours.add("2026-02-10 08:15:07")
    assert bounds(hours.bins()[0].moment(0)) == ("2026-02-09T18:00:00Z", "2026-02-10T20:59:59Z")
    assert iso(hours.latest()) == "2026-02-09T18:15:07Z"


def test_what_is_no_date_is_undated_and_only_what_is_written_is_a_fault() -> None:
    hours = Hours((dates.DASH,), YEARS)
    found = [
        hours.add(text)
        for text in ("", "soon", "2026-02-30 10:00:00", "2026-02-28 24:00:00", "1999-01-01 00:00:00")
    ]
    assert found == [True, False, False, False, False]
    assert (hours.undated, hours.bins(), hours.latest()) == (5, (), None)


def test_a_bad_day_does_not_spoil_a_good_hour_nor_the_reverse() -> None:
    hours = Hours((dates.DASH,), YEARS)
    texts = ("2026-02-28 24:00:00", "2026-02-28 10:00:00", "2026-02-28 24:00:00", "2026-02-28 10:30:00")
    assert [hours.add(text) for text in texts] == [False, True, False, True]
    assert [entry.counts for entry in hours.bins()] == [(2,)]


def test_spellings_of_one_kind_of_hour_share_their_bins_and_others_have_their_own() -> None:
    hours = Hours((dates.DASH_UTC, dates.ISO_T_UTC, dates.ISO_T), YEARS)
    for text in ("2026-02-10 08:15:07 UTC", "2026-02-10T08:20:00Z", "2026-02-10T08:30:00"):
        assert hours.add(text)
    assert [(each.kind(), each.counts) for each in hours.bins()] == [
        ((3599, "stated", "hour"), (2,)),
        ((26 * 3600 + 3599, "none", "hour"), (1,)),
    ]


def test_counts_beside_others_share_what_is_known_and_no_count() -> None:
    hours = Hours((dates.DASH_UTC,), YEARS)
    beside = hours.beside()
    assert hours.add("2026-02-10 08:15:07 UTC")
    assert beside.add("2026-02-10 09:15:07 UTC")
    assert not beside.add("2026-02-10 24:15:07 UTC")
    assert (hours.undated, beside.undated) == (0, 1)
    assert [bounds(moment) for moment, _ in counted(beside.bins())] == [
        ("2026-02-10T09:00:00Z", "2026-02-10T09:59:59Z")
    ]
    assert (iso(hours.latest()), iso(beside.latest())) == ("2026-02-10T08:15:07Z", "2026-02-10T09:15:07Z")


TIMES = st.lists(st.datetimes(datetime(2003, 1, 1), datetime(2026, 12, 31)), max_size=30)  # noqa: DTZ001 - the strategy wants naive bounds
SPELLINGS: tuple[tuple[DateFormat, Callable[[datetime], str]], ...] = (
    (dates.DASH_UTC, dash_utc),
    (dates.DASH, dash),
    (dates.CTIME, ctime),
    (dates.US_MINUTE, us_short),
)


@given(TIMES, st.sampled_from(SPELLINGS))
def test_every_record_lies_in_a_bin_and_none_is_lost(
    times: list[datetime], spelling: tuple[DateFormat, Callable[[datetime], str]]
) -> None:
    form, write = spelling
    whens = [time.replace(microsecond=0, tzinfo=UTC) for time in times]
    hours = Hours((form,), Years(2002, 2027))
    for when in whens:
        assert hours.add(write(when))
    bins = counted(hours.bins())
    assert sum(count for _, count in bins) == len(whens)
    assert bins == sorted(bins, key=lambda entry: entry[0].sort_key())
    for when in whens:
        assert any(moment.earliest <= when <= moment.latest for moment, _ in bins)
    newest = form.moment(write(max(whens))) if whens else None
    assert hours.latest() == (newest.earliest if newest else None)
