# SPDX-License-Identifier: Apache-2.0
"""Every spelling reads its own texts, to its precision and zone, and no other."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.archives import dates
from inspector.archives.dates import DateFormat, Years, plausible, read_date
from inspector.domain.moment import Moment
from tests.makers import clock
from tests.unit.archives.ways import bounds

ALL = (
    dates.US_MINUTE,
    dates.US_MINUTE_UTC,
    dates.SLASH_UTC,
    dates.DASH_UTC,
    dates.DASH,
    dates.ISO_T,
    dates.ISO_T_UTC,
    dates.CTIME,
    dates.DAY_MONTH_YEAR,
    dates.ISO_DAY,
    dates.SENTENCE_GMT,
    dates.ARTICLE_NAME,
)


def utc(text: str) -> tuple[str, str]:
    return text, text


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        (dates.US_MINUTE, "2/10/25, 9:15 AM", ("2025-02-09T19:15:00Z", "2025-02-10T21:15:59Z")),
        (dates.US_MINUTE, "12/31/24, 12:00 AM", ("2024-12-30T10:00:00Z", "2024-12-31T12:00:59Z")),
        (dates.US_MINUTE, "03/04/12, 12:05 PM", ("2012-03-03T22:05:00Z", "2012-03-05T00:05:59Z")),
        (dates.US_MINUTE, "3/4/12, 12:05\u202fPM", ("2012-03-03T22:05:00Z", "2012-03-05T00:05:59Z")),
        (dates.US_MINUTE_UTC, "09/13/24 09:15 PM UTC", ("2024-09-13T21:15:00Z", "2024-09-13T21:15:59Z")),
        (dates.SLASH_UTC, "2012/03/04 12:00:00 UTC", utc("2012-03-04T12:00:00Z")),
        (dates.DASH_UTC, "2026-02-10 08:15:07 UTC", utc("2026-02-10T08:15:07Z")),
        (dates.DASH, "2026-01-20 10:00:00", ("2026-01-19T20:00:00Z", "2026-01-20T22:00:00Z")),
        (dates.ISO_T, "2020-02-06T08:00:00", ("2020-02-05T18:00:00Z", "2020-02-06T20:00:00Z")),
        (dates.ISO_T_UTC, "2020-02-06T08:00:00.123Z", utc("2020-02-06T08:00:00Z")),
        (dates.CTIME, "Wed Dec 11 21:15:07 UTC 2024", utc("2024-12-11T21:15:07Z")),
        (dates.DAY_MONTH_YEAR, "5 Jan 2026", ("2026-01-04T10:00:00Z", "2026-01-06T11:59:59Z")),
        (dates.ISO_DAY, "2023-06-01", ("2023-05-31T10:00:00Z", "2023-06-02T11:59:59Z")),
        (
            dates.SENTENCE_GMT,
            "You uploaded a feed photo on March 4, 2012 at 9:05 AM (GMT)",
            ("2012-03-04T09:05:00Z", "2012-03-04T09:05:59Z"),
        ),
        (
            dates.ARTICLE_NAME,
            "2016-05-08 19_22_41.0-grinding-a-mirror.html",
            ("2016-05-08T05:22:41Z", "2016-05-09T07:22:41Z"),
        ),
    ],
)
def test_a_text_is_read_to_its_precision_and_zone(
    form: DateFormat, text: str, expected: tuple[str, str]
) -> None:
    moment = form.moment(text)
    assert moment is not None
    assert bounds(moment) == expected
    assert moment.raw == text
    assert moment.zone == form.zone


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "4-Apr-21",
        "4. März 2012 12:00",
        "10/02/2025, 9:15 AM",
        "2026-02-30 10:00:00",
        "0000-00-00 00:00:00",
        "0012-03-04 10:00:00",
        "2026-01-20 24:00:00",
        "2026-01-20 10:60:00",
        "13/45/12, 25:61 XM",
        "13/4/12, 9:00 AM",
        "2/10/25, 13:15 PM",
        "2/10/25, 0:15 AM",
        "٢٠٢٦-٠١-٢٠ ١٠:٠٠:٠٠",
        "2026-01-20 10:00:00 ",
        "Mit Dez 11 21:15:07 UTC 2024",
    ],
)
def test_a_text_in_no_known_spelling_keeps_its_raw_text_and_has_no_bounds(text: str) -> None:
    moment = read_date(text, ALL, Years(2002, 2027))
    assert moment == Moment(None, None, text)


@pytest.mark.parametrize("text", ["1/1/99, 9:00 AM", "1970-01-01 00:00:00 UTC", "2031-05-05"])
def test_years_in_which_no_record_can_lie_are_not_read(text: str) -> None:
    assert not read_date(text, ALL, plausible(datetime(2026, 11, 21, tzinfo=UTC), 2002)).is_known


def test_a_record_just_after_the_turn_of_the_year_is_plausible() -> None:
    years = plausible(datetime(2026, 12, 31, 23, 0, tzinfo=UTC), 2002)
    assert read_date("1/1/27, 8:00 AM", (dates.US_MINUTE,), years).is_known


@given(st.text(max_size=40))
def test_no_text_makes_reading_raise(text: str) -> None:
    moment = read_date(text, ALL)
    assert moment.raw == text


@given(st.sampled_from(ALL), st.from_regex(r"[0-9/:\- TZAPMUCG,()a-zA-Z._]{0,40}", fullmatch=True))
def test_no_text_of_the_usual_letters_makes_reading_raise(form: DateFormat, text: str) -> None:
    moment = form.moment(text)
    assert moment is None or moment.earliest <= moment.latest


TIMES = st.datetimes(datetime(2002, 1, 1), datetime(2099, 12, 31)).map(lambda t: t.replace(microsecond=0))  # noqa: DTZ001 - the strategy wants naive bounds
WRITTEN = {
    dates.US_MINUTE: clock.us_short,
    dates.US_MINUTE_UTC: clock.us_padded_utc,
    dates.SLASH_UTC: clock.slash_utc,
    dates.DASH_UTC: clock.dash_utc,
    dates.DASH: clock.dash,
    dates.ISO_T: clock.iso_t,
    dates.CTIME: clock.ctime,
    dates.DAY_MONTH_YEAR: clock.day_month_year,
    dates.SENTENCE_GMT: clock.sentence,
}


@pytest.mark.parametrize("form", WRITTEN, ids=lambda form: form.name)
@given(time=TIMES)
def test_what_a_service_writes_is_read_back_and_no_other_spelling_claims_it(
    form: DateFormat, time: datetime
) -> None:
    when = time.replace(tzinfo=UTC)
    text = WRITTEN[form](when)
    moment = form.moment(text)
    assert moment is not None
    assert moment.earliest <= when <= moment.latest
    assert [other.name for other in ALL if other.moment(text)] == [form.name]
    reading = form.clock(text)
    assert reading is not None
    hour = form.hour(reading)
    assert hour.earliest <= moment.earliest
    assert moment.latest <= hour.latest
