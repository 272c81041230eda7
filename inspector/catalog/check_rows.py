# SPDX-License-Identifier: Apache-2.0
"""Checks practice rows: they tile time for every region and plan, and controls that act are offered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from inspector.catalog.entry import ControlEntry, ServiceEntry
from inspector.catalog.lookup import rows_for
from inspector.catalog.problems import Problem, problem
from inspector.catalog.regions import Regions
from inspector.domain.moment import Moment
from inspector.domain.practices import Control, Row
from inspector.domain.words import Practice, Switch

_INITIAL = {Practice.DEFAULT_ON: Switch.ON, Practice.OPT_IN: Switch.OFF}


def check_rows(entry: ServiceEntry, regions: Regions) -> Iterator[Problem]:
    """Yield what is wrong with the rows of a service."""
    for control in entry.controls:
        for row in control.rows:
            yield from _check_row(entry, control, row, regions)
        yield from _check_tiling(entry, control.control, regions)


def _check_row(entry: ServiceEntry, control: ControlEntry, row: Row, regions: Regions) -> Iterator[Problem]:
    plans = {plan.id for plan in entry.plans}
    if not regions.is_region(row.region):
        yield problem(entry.file, row.id, "region", region=row.region)
    if row.plan is not None and row.plan not in plans:
        yield problem(entry.file, row.id, "plan", plan=row.plan)
    if row.plan is not None and row.plan in control.control.plans_excluded:
        yield problem(entry.file, row.id, "excluded", plan=row.plan)
    if row.start and row.end and row.end.latest <= row.start.earliest:
        yield problem(entry.file, row.id, "backwards")
    yield from _check_offer(entry, row)


def _check_offer(entry: ServiceEntry, row: Row) -> Iterator[Problem]:
    initial = _INITIAL.get(row.practice)
    if initial is None:
        if row.offer is not None:
            yield problem(entry.file, row.id, "offer_idle", practice=row.practice)
        return
    if row.offer is None:
        yield problem(entry.file, row.id, "offer_missing", practice=row.practice)
        return
    if row.offer.initial is not initial:
        yield problem(entry.file, row.id, "offer_initial", practice=row.practice, initial=row.offer.initial)
    if row.start and row.start.certainly_before(row.offer.start):
        yield problem(entry.file, row.id, "offer_late")


def _check_tiling(entry: ServiceEntry, control: Control, regions: Regions) -> Iterator[Problem]:
    """Every set of rows that any region and plan meets must run from ever to still without gap or overlap."""
    named = sorted({row.region for row in control.rows})
    seen: set[tuple[str, ...]] = set()
    for plan in (None, *(plan.id for plan in entry.plans)):
        for region in (*named, *regions.codes()):
            rows = rows_for(control, region, plan, regions)
            key = tuple(row.id for row in rows)
            if rows and key not in seen:
                seen.add(key)
                yield from _check_run(entry, region, rows)


def _check_run(entry: ServiceEntry, region: str, rows: tuple[Row, ...]) -> Iterator[Problem]:
    if rows[0].start is not None:
        yield problem(entry.file, rows[0].id, "gap_before", region=region)
    if rows[-1].end is not None:
        yield problem(entry.file, rows[-1].id, "gap_after", region=region)
    for row, following in pairwise(rows):
        kind = _seam(row.end, following.start)
        if kind:
            yield problem(entry.file, row.id, kind, region=region, following=following.id)


def _seam(end: Moment | None, start: Moment | None) -> str | None:
    """Return `gap` or `overlap` for two rows that do not share one boundary, else None."""
    if end is None or start is None:
        return "overlap"
    if end.bounds() == start.bounds():
        return None
    return "gap" if end.sort_key() < start.sort_key() else "overlap"
