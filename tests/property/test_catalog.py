# SPDX-License-Identifier: Apache-2.0
"""For every region, plan and day the catalog has one certain row, or the rows whose bounds hold the day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.catalog.index import Catalog
from inspector.catalog.lookup import holding_on, rows_for
from inspector.domain.practices import Control, Row

CATALOG = Catalog.load()
REGIONS = CATALOG.regions
CODES = REGIONS.codes()
CONTROLS = tuple(control.control for entry in CATALOG.services() for control in entry.controls)
PLANS = (None, *sorted({plan.id for entry in CATALOG.services() for plan in entry.plans}))
STEPS = tuple(date(2003, 5, 5) + timedelta(days=300 * step) for step in range(40))


def days_of(control: Control) -> list[date]:
    """Days over four decades, and those around every bound of the control's rows."""
    bounds = {
        bound.date() for row in control.rows if row.start for bound in (row.start.earliest, row.start.latest)
    }
    return sorted({*STEPS, *(day + timedelta(days=shift) for day in bounds for shift in (-1, 0, 1))})


def hold(rows: tuple[Row, ...], day: date) -> None:
    """Whatever holds on `day` is one certain row, or two neighbours whose bounds reach over the day's end."""
    found = holding_on(rows, day)
    if not rows:
        assert found == ()
        return
    assert [certain for _, certain in found] == ([True] if len(found) == 1 else [False] * len(found))
    assert 1 <= len(found) <= 2
    for (before, _), (after, _) in pairwise(found):
        assert before.end is not None
        assert after.start is not None
        assert before.end.bounds() == after.start.bounds()
        assert after.start.earliest.date() <= day < after.start.latest.date()


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.id)
def test_every_code_has_one_row_or_neighbours_on_every_edge(control: Control) -> None:
    plans = (None, *sorted({row.plan for row in control.rows if row.plan}))
    runs = {rows_for(control, code, plan, REGIONS) for code in CODES for plan in plans}
    assert any(runs)
    for rows in runs:
        for day in days_of(control):
            hold(rows, day)


@settings(max_examples=2000)
@given(
    st.sampled_from(CONTROLS),
    st.sampled_from(CODES),
    st.sampled_from(PLANS),
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
)
def test_any_day_has_one_row_or_neighbours(control: Control, code: str, plan: str | None, day: date) -> None:
    hold(rows_for(control, code, plan, REGIONS), day)


@settings(max_examples=2000)
@given(st.sampled_from(CONTROLS), st.sampled_from(CODES), st.sampled_from(PLANS))
def test_the_rows_of_a_region_are_of_one_region_and_tile_all_time(
    control: Control, code: str, plan: str | None
) -> None:
    rows = rows_for(control, code, plan, REGIONS)
    assert len({row.region for row in rows}) <= 1
    if rows:
        assert rows[0].start is None
        assert rows[-1].end is None
    for before, after in pairwise(rows):
        assert before.end == after.start
