# SPDX-License-Identifier: Apache-2.0
"""Periods as they are typed: what is wrong, what overlaps, what is left open, and how to mend it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.app.days import Days
from inspector.app.residence_form import (
    BLANK,
    Form,
    Mend,
    PeriodForm,
    Typed,
    next_row,
    plans,
    residence,
    typed_plan,
    typed_stay,
)
from inspector.domain.residence import Stay, ordered
from inspector.domain.text import note
from inspector.system.messages import Messages

TODAY = date(2026, 5, 20)
DAYS = Days(Messages())
NAMES = {"US": "United States", "DE": "Germany", "premium": "Premium"}
PLACES = PeriodForm("place", DAYS, NAMES.__getitem__)


def check(*rows: tuple[str | None, str, str]) -> Form:
    return PLACES.check([Typed(what, what or "", start, end) for what, start, end in rows], TODAY)


def wrong(form: Form) -> list[str | None]:
    return [told.wrong.key if told.wrong else None for told in form.told]


def test_one_country_for_ever_is_whole() -> None:
    form = check(("DE", "", ""))
    assert form.is_whole
    assert residence(form) == (Stay("DE"),)


def test_blank_rows_say_nothing() -> None:
    assert residence(check((None, "", ""), ("US", "", ""), (None, "", ""))) == (Stay("US"),)


def test_a_move_names_its_day_in_both_rows_whatever_their_order() -> None:
    form = check(("DE", "2025-03-01", ""), ("US", "2010-01-01", "2025-03-01"))
    assert form.is_whole
    assert not form.gaps
    assert residence(form) == (
        Stay("US", date(2010, 1, 1), date(2025, 3, 1)),
        Stay("DE", date(2025, 3, 1), None),
    )


def test_an_overlap_is_told_beside_the_later_row_with_what_would_mend_it() -> None:
    form = check(("US", "2010-01-01", "2025-06-01"), ("DE", "2025-03-01", ""))
    assert not form.is_whole
    assert wrong(form) == [None, "periods.overlap"]
    assert form.told[1].mend == Mend(0, date(2025, 3, 1))
    assert form.overlaps == ((date(2025, 3, 1), date(2025, 6, 1)),)


def test_still_living_in_two_countries_asks_when_the_first_ended() -> None:
    form = check(("US", "", ""), ("DE", "2025-03-01", ""))
    assert wrong(form) == [None, "periods.still"]
    told = form.told[1].wrong
    assert told is not None
    assert told.as_dict()["first"] == "United States"


def test_two_countries_for_ever_cannot_be_mended_by_one_day() -> None:
    form = check(("US", "", ""), ("DE", "", ""))
    assert sorted(wrong(form), key=str) == [None, "periods.both"]
    assert not any(told.mend for told in form.told)


def test_a_short_stay_within_a_long_one_overlaps_all_of_it() -> None:
    form = check(
        ("US", "2010-01-01", "2020-01-01"),
        ("DE", "2012-01-01", "2013-01-01"),
        ("DE", "2015-01-01", "2016-01-01"),
    )
    assert wrong(form) == [None, "periods.overlap", "periods.overlap"]


def test_a_gap_is_told_and_does_not_keep_the_form_from_counting() -> None:
    form = check(("US", "", "2025-02-01"), ("DE", "2025-03-01", ""))
    assert form.is_whole
    assert form.gaps == ((date(2025, 2, 1), date(2025, 3, 1)),)
    assert form.told[1].left_open is not None


def test_an_unknown_country_keeps_the_form_from_counting_and_days_without_one_are_told() -> None:
    form = PLACES.check([Typed(None, "", "2025-01-01", ""), Typed(None, "Atlantis", "", "")], TODAY)
    assert wrong(form) == [None, "periods.place.unknown"]
    assert form.told[0].left_open == note("periods.place.missing")


def test_months_and_years_are_taken_for_their_first_day_and_that_is_told() -> None:
    form = check(("US", "2010", "March 2023"), ("DE", "3/2023", ""))
    assert residence(form) == (
        Stay("US", date(2010, 1, 1), date(2023, 3, 1)),
        Stay("DE", date(2023, 3, 1), None),
    )
    keys = [one.left_open.key if one.left_open else None for one in form.told]
    assert keys == ["periods.first_days", "periods.first_day"]


def test_a_further_row_begins_with_the_day_of_the_move() -> None:
    assert next_row(check(("DE", "2023-03-01", "")), DAYS) == Typed(None, "", "", "1 March 2023")
    assert next_row(check(("DE", "", "2023-03-01")), DAYS) == Typed(None, "", "1 March 2023", "")
    assert next_row(check(("DE", "", "")), DAYS) == BLANK
    assert next_row(check(("DE", "soon", "")), DAYS) == BLANK


def test_backwards_and_ahead() -> None:
    assert wrong(check(("DE", "2025-03-01", "2025-03-01"))) == ["periods.backwards"]
    assert wrong(check(("DE", "", "2026-05-22"))) == ["periods.ahead"]
    assert check(("DE", "2026-05-21", "")).is_whole  # east of Greenwich it may be tomorrow already


def test_a_half_typed_day_is_wrong_until_it_is_whole() -> None:
    texts = ["2", "202", "2025-0", "2025-03-", "2025-03-01"]
    assert [check(("DE", text, "")).is_whole for text in texts] == [False, False, False, False, True]


DAY = st.dates(min_value=date(1990, 1, 1), max_value=TODAY)


@given(st.lists(st.tuples(st.sampled_from(["US", "DE"]), st.none() | DAY, st.none() | DAY), max_size=5))
def test_a_whole_form_is_a_residence_the_case_takes(rows: list[tuple[str, date | None, date | None]]) -> None:
    form = check(*((what, str(start or ""), str(end or "")) for what, start, end in rows))
    if form.is_whole:
        said = residence(form)
        assert ordered(list(said)) == said
        typed = [typed_stay(stay, str, DAYS) for stay in said]
        assert residence(PLACES.check(typed, TODAY)) == said
    else:
        assert any(told.wrong for told in form.told)


def test_plans_come_back_as_they_were_typed() -> None:
    form = check(("premium", "2023-01-01", "2025-01-01"))
    (plan,) = plans(form, "linkedin")
    assert (plan.service, plan.plan, plan.start.raw) == ("linkedin", "premium", "2023-01-01")
    assert typed_plan(plan, str, DAYS) == Typed("premium", "premium", "1 January 2023", "1 January 2025")


def test_the_time_after_the_last_period_is_told_to_be_open_and_still_counts() -> None:
    form = check(("US", "", "2025-03-01"))
    assert form.is_whole
    (told,) = form.told
    assert told.left_open is not None
    assert told.left_open.key == "periods.place.ended"
    assert check(("US", "", "2026-05-20")).told[0].left_open is None
    assert check(("US", "", "")).told[0].left_open is None


def test_what_is_wrong_names_the_fields_it_is_about() -> None:
    form = PLACES.check(
        [
            Typed(None, "", "2025-01-01", ""),
            Typed("DE", "Germany", "soon", ""),
            Typed("DE", "Germany", "2025-03-01", "2025-01-01"),
        ],
        TODAY,
    )
    assert [told.fields for told in form.told] == [("what",), ("start",), ("start", "end")]


@pytest.mark.parametrize("end", ["", "2025-06-01"])
def test_an_overlap_is_about_the_end_of_the_earlier_period(end: str) -> None:
    form = check(("DE", "2025-03-01", ""), ("US", "2024-01-01", end))
    told = form.told[0]
    assert (told.fields, told.at) == (("end",), 1)
    assert told.mend is not None
    assert told.mend.row == told.at


def test_days_are_said_back_in_words_that_are_read_as_the_same_day() -> None:
    assert DAYS.spelled(date(2025, 3, 1)) == "1 March 2025"
    for day in (date(2025, month, 28) for month in range(1, 13)):
        assert DAYS.read(DAYS.spelled(day)) == day
