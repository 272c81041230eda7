# SPDX-License-Identifier: Apache-2.0
"""Deadlines never lie before arrival, never go back, and agree with a count day by day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.actions.deadlines import deadlines, last_day
from inspector.catalog.index import Catalog
from inspector.catalog.rights import Right, Unit

RIGHTS = Catalog.load().rights
UNITS: st.SearchStrategy[Unit] = st.sampled_from(("month", "calendar_day", "business_day"))
DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))


@settings(max_examples=2000)
@given(DAYS, st.integers(0, 400), UNITS)
def test_a_deadline_is_never_before_arrival(received: date, amount: int, unit: Unit) -> None:
    assert received <= last_day(received, amount, unit)


@settings(max_examples=2000)
@given(DAYS, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), UNITS)
def test_a_later_arrival_or_a_longer_time_never_ends_earlier(
    received: date, later: int, amount: int, more: int, unit: Unit
) -> None:
    end = last_day(received, amount, unit)
    assert end <= last_day(received + timedelta(days=later), amount, unit)
    assert end <= last_day(received, amount + more, unit)


@settings(max_examples=2000)
@given(DAYS, st.integers(1, 60))
def test_business_days_agree_with_a_count_on_the_calendar(received: date, amount: int) -> None:
    end = last_day(received, amount, "business_day")
    between = (received + timedelta(days=day) for day in range(1, (end - received).days + 1))
    assert sum(day.weekday() < 5 for day in between) == amount
    assert end.weekday() < 5


@settings(max_examples=2000)
@given(DAYS, st.integers(0, 36))
def test_a_month_later_is_the_month_asked_for(received: date, amount: int) -> None:
    end = last_day(received, amount, "month")
    months = (end.year - received.year) * 12 + end.month - received.month
    if end == date.max:
        return  # Days end there.
    assert months == amount
    assert end.day == received.day or (end + timedelta(days=1)).day == 1


@settings(max_examples=2000)
@given(st.sampled_from(RIGHTS), DAYS)
def test_periods_of_every_right_are_in_order(right: Right, received: date) -> None:
    found = deadlines(right, received)
    days = [received, *(day for day in (found.acknowledge, found.answer, found.extended) if day)]
    assert days == sorted(days)
