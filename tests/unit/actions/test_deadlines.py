# SPDX-License-Identifier: Apache-2.0
"""Last days by the rights of the catalog: month ends, leap years, weekends."""

from __future__ import annotations

from datetime import date

import pytest

from inspector.actions.deadlines import Deadlines, deadlines, last_day
from inspector.catalog.rights import Right, Unit
from tests.unit.actions.members import CATALOG


def right(name: str) -> Right:
    return next(right for right in CATALOG.rights if right.id == name)


@pytest.mark.parametrize(
    ("received", "amount", "end"),
    [
        ("2026-11-21", 1, "2026-12-21"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-01-29", 1, "2028-02-29"),
        ("2027-02-28", 1, "2027-03-28"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-12-15", 3, "2027-03-15"),
        ("2026-05-31", 12, "2027-05-31"),
        ("9999-12-15", 1, "9999-12-31"),
    ],
)
def test_a_month_ends_on_the_same_number_or_on_the_last_day(received: str, amount: int, end: str) -> None:
    assert last_day(date.fromisoformat(received), amount, "month") == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("received", "amount", "end"),
    [
        ("2026-11-16", 1, "2026-11-17"),  # Monday
        ("2026-11-20", 1, "2026-11-23"),  # Friday
        ("2026-11-21", 1, "2026-11-23"),  # Saturday
        ("2026-11-22", 1, "2026-11-23"),  # Sunday
        ("2026-11-20", 5, "2026-11-27"),
        ("2026-11-18", 10, "2026-12-02"),
        ("2026-11-22", 15, "2026-12-11"),
        ("2026-11-21", 0, "2026-11-21"),
        ("9999-12-31", 3, "9999-12-31"),
    ],
)
def test_business_days_leave_out_weekends(received: str, amount: int, end: str) -> None:
    assert last_day(date.fromisoformat(received), amount, "business_day") == date.fromisoformat(end)


def test_calendar_days_count_weekends_and_end_on_one() -> None:
    assert last_day(date(2026, 11, 21), 30, "calendar_day") == date(2026, 12, 21)
    assert last_day(date(2026, 11, 13), 1, "calendar_day") == date(2026, 11, 14)


def test_no_last_day_without_a_unit_that_counts() -> None:
    with pytest.raises(ValueError, match="without_delay"):
        last_day(date(2026, 11, 21), 1, "without_delay")


def test_two_more_months_are_three_from_arrival() -> None:
    found = deadlines(right("gdpr-access"), date(2026, 11, 30))
    assert found == Deadlines(None, date(2026, 12, 30), date(2027, 2, 28))


def test_a_longest_time_is_not_counted_from_a_shortened_month() -> None:
    found = deadlines(right("ukgdpr-access"), date(2027, 1, 31))
    assert found == Deadlines(None, date(2027, 2, 28), date(2027, 4, 30))


def test_california_has_a_confirmation_an_answer_and_ninety_days_in_all() -> None:
    found = deadlines(right("ccpa-know"), date(2026, 11, 21))
    assert found == Deadlines(date(2026, 12, 4), date(2027, 1, 5), date(2027, 2, 19))


def test_switzerland_fixes_no_longer_time() -> None:
    assert deadlines(right("fadp-access"), date(2026, 11, 21)) == Deadlines(None, date(2026, 12, 21), None)


def test_a_complaint_to_the_company_is_only_to_be_confirmed() -> None:
    found = deadlines(right("uk-complaint-controller"), date(2026, 11, 21))
    assert found == Deadlines(date(2026, 12, 21), None, None)


@pytest.mark.parametrize("name", ["gdpr-complaint", "fadp-objection", "appi-access"])
def test_a_law_without_a_number_gives_no_day(name: str) -> None:
    assert deadlines(right(name), date(2026, 11, 21)) == Deadlines(None, None, None)


def test_every_right_gives_days_after_arrival() -> None:
    received = date(2026, 11, 21)
    for one in CATALOG.rights:
        found = deadlines(one, received)
        days = [day for day in (found.acknowledge, found.answer, found.extended) if day]
        assert days == sorted(days), one.id
        assert all(day > received for day in days), one.id


def test_units_are_those_of_the_catalog() -> None:
    units: set[Unit] = {one.response.unit for one in CATALOG.rights if one.response}
    assert units == {"month", "calendar_day", "business_day", "without_delay"}
