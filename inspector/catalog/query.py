# SPDX-License-Identifier: Apache-2.0
"""Asks the catalog what it says for a service, region, plan and day, any of them left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inspector.catalog.entry import ControlEntry, ServiceEntry
from inspector.catalog.errors import UnknownIdError
from inspector.catalog.index import Catalog
from inspector.catalog.lookup import distinct_sets, holding_on, rows_for
from inspector.catalog.regions import Regions
from inspector.domain.practices import Control, Row


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for; None: all of them. `region` is a code, or a group or `*` as rows name it."""

    service: str | None = None
    region: str | None = None
    plan: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A row that answers a query. Not certain: the day lies within the bounds of where rows meet."""

    row: Row
    certain: bool


@dataclass(frozen=True, slots=True)
class ControlAnswer:
    """A control with the rows that answer, by region and time."""

    entry: ControlEntry
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """A service with the controls that have rows for the query; none: the catalog says nothing there."""

    entry: ServiceEntry
    controls: tuple[ControlAnswer, ...]


def ask(catalog: Catalog, query: Query) -> tuple[ServiceAnswer, ...]:
    """Return what the catalog says, by service id. Raises UnknownIdError for a service, region or plan."""
    entries = catalog.services() if query.service is None else (catalog.service(query.service),)
    if query.region is not None and not catalog.regions.is_region(query.region):
        raise UnknownIdError("region", query.region)
    known = {plan.id for entry in entries for plan in entry.plans}
    if query.plan is not None and query.plan not in known:
        raise UnknownIdError("plan", query.plan)
    return tuple(_ask_service(entry, query, catalog.regions) for entry in entries)


def _ask_service(entry: ServiceEntry, query: Query, regions: Regions) -> ServiceAnswer:
    found = (ControlAnswer(one, tuple(_held(one.control, query, regions))) for one in entry.controls)
    return ServiceAnswer(entry, tuple(answer for answer in found if answer.held))


def _held(control: Control, query: Query, regions: Regions) -> Iterator[Held]:
    seen: set[str] = set()
    for rows in _sets(control, query, regions):
        answers = [(row, True) for row in rows] if query.on is None else holding_on(rows, query.on)
        for row, certain in answers:
            if row.id not in seen:
                seen.add(row.id)
                yield Held(row, certain)


def _sets(control: Control, query: Query, regions: Regions) -> Iterator[tuple[Row, ...]]:
    """Yield the runs of rows that the query meets, each of which tiles time."""
    if query.plan in control.plans_excluded:
        return
    told_apart = tuple(dict.fromkeys(row.plan for row in control.rows if row.plan))
    plans: tuple[str | None, ...] = (query.plan,) if query.plan else (None, *told_apart)
    for plan in plans:
        if query.region is not None:
            yield rows_for(control, query.region, plan, regions)
        else:
            yield from (rows for _, rows in distinct_sets(control, plan, regions))
