# SPDX-License-Identifier: Apache-2.0
"""Which practice rows and statements hold for a region and plan; pure functions over loaded entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from inspector.catalog.regions import EVERYWHERE, Regions
from inspector.domain.moment import EARLIEST, Moment, catalog_day
from inspector.domain.practices import ClassStatement, Control, Row
from inspector.domain.words import DataClass, Stated


def rows_for(control: Control, region: str, plan: str | None, regions: Regions) -> tuple[Row, ...]:
    """Return the rows of the most specific region that has any for `region` and `plan`, in time order.

    `region` is a code, or a region that rows are written for (a group, `*`). Rows of the very plan win over
    rows for all plans. Group membership is taken on each row's own day (DESIGN 4). Empty: no row is known.
    """
    fitting = [row for row in control.rows if row.plan in (None, plan)]
    for level in _levels(fitting, region, regions):
        rows = [row for row in fitting if row.region == level and _speaks_of(row, region, regions)]
        if rows:
            return _in_time([row for row in rows if row.plan == plan] or rows)
    return ()


def distinct_sets(
    control: Control, plan: str | None, regions: Regions
) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Return each distinct set of rows once, with a region it holds for as the rows name it, `*` last."""
    named = sorted({row.region for row in control.rows}, key=lambda region: (region == EVERYWHERE, region))
    found: dict[tuple[str, ...], tuple[str, tuple[Row, ...]]] = {}
    for region in named:
        rows = rows_for(control, region, plan, regions)
        if rows:
            found.setdefault(tuple(row.id for row in rows), (region, rows))
    return tuple(found.values())


def holding_on(rows: Sequence[Row], day: date) -> tuple[tuple[Row, bool], ...]:
    """Return the rows that hold, or may hold, at the end of `day`, each with whether that is certain.

    A row that begins on a known day holds on that whole day, and the row it follows does not any more.
    """
    end = catalog_day(day).latest
    possible = [row for row in rows if _may_hold(row, end)]
    return tuple((row, len(possible) == 1) for row in possible)


def statement_for(
    statements: Iterable[ClassStatement], data_class: DataClass, region: str, day: date, regions: Regions
) -> ClassStatement | None:
    """Return what the provider says about a data class in the most specific region; None where nothing.

    Of several, the one that began last by the end of `day` counts; one that begins later does not.
    """
    about = [one for one in statements if one.data_class == data_class and _begun(one.start, day)]
    for level in regions.levels(region, day):
        here = [one for one in about if level in one.regions]
        if here:
            return max(here, key=lambda one: one.start.latest if one.start else EARLIEST)
    return None


def stated_for(
    statements: Iterable[ClassStatement],
    data_class: DataClass,
    region: str | None,
    day: date,
    regions: Regions,
) -> Stated:
    """Return what is stated of a data class in a region; without one, what holds in all regions."""
    known = tuple(statements)
    places = [region] if region else sorted({one for statement in known for one in statement.regions})
    found = [statement_for(known, data_class, place, day, regions) for place in places]
    said = {one.stated if one else Stated.UNKNOWN for one in found}
    return said.pop() if len(said) == 1 else Stated.UNKNOWN


def _levels(rows: Iterable[Row], region: str, regions: Regions) -> tuple[str, ...]:
    """Return the levels of `region` over all days on which rows take group membership, in order."""
    days = sorted({row.membership_on for row in rows})
    chains = [regions.levels(region, day) for day in days]
    longest = dict.fromkeys(level for chain in chains for level in chain)
    return tuple(sorted(longest, key=lambda level: level == EVERYWHERE))


def _speaks_of(row: Row, region: str, regions: Regions) -> bool:
    return row.region in regions.levels(region, row.membership_on)


def _in_time(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=_time_key))


def _time_key(row: Row) -> tuple[object, ...]:
    start = row.start.sort_key() if row.start else (EARLIEST, EARLIEST)
    return (*start, row.id)


def _may_hold(row: Row, time: datetime) -> bool:
    begun = row.start is None or row.start.earliest <= time
    return begun and (row.end is None or time < row.end.latest)


def _begun(start: Moment | None, day: date) -> bool:
    return start is None or start.earliest <= catalog_day(day).latest
