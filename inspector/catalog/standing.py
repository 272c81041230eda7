# SPDX-License-Identifier: Apache-2.0
"""What the catalog documents on one day, put together: the regions and plans with the same answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector.catalog.entry import ControlEntry, ServiceEntry
from inspector.catalog.index import Catalog
from inspector.catalog.query import Held, Query, ask
from inspector.catalog.regions import EVERYWHERE
from inspector.domain.moment import Moment
from inspector.domain.practices import Row
from inspector.domain.words import Practice, Strength


@dataclass(frozen=True, slots=True)
class Standing:
    """One practice on a day, and where it holds: regions as the rows name them, `*` last, and plans.

    `plans` empty: those that no other standing names. `since` None: since ever. `certain` False: the day lies
    within the bounds of a change. `rows`: the ids of the rows behind it.
    """

    regions: tuple[str, ...]
    plans: tuple[str, ...]
    practice: Practice
    since: Moment | None
    strengths: tuple[Strength, Strength]
    certain: bool
    rows: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlStanding:
    """A control with its standings on the day asked for; those for all plans first."""

    service: ServiceEntry
    entry: ControlEntry
    standings: tuple[Standing, ...]


def standings(catalog: Catalog, query: Query, today: date) -> tuple[ControlStanding, ...]:
    """Return what holds on the day of `query`, `today` if it names none. Raises UnknownIdError."""
    asked = Query(query.service, query.region, query.plan, query.on or today)
    return tuple(
        ControlStanding(answer.entry, control.entry, _together(control.held))
        for answer in ask(catalog, asked)
        for control in answer.controls
    )


def _together(found: Iterable[Held]) -> tuple[Standing, ...]:
    """Put rows of one practice and start together: the plans of a region, then regions of equal plans."""
    by_region: dict[tuple[object, ...], list[Held]] = {}
    for held in found:
        by_region.setdefault((held.row.region, held.row.plan is None, *_same(held)), []).append(held)
    by_plans: dict[tuple[object, ...], list[Held]] = {}
    for group in by_region.values():
        plans = tuple(sorted(held.row.plan for held in group if held.row.plan))
        by_plans.setdefault((plans, *_same(group[0])), []).extend(group)
    made = [_standing(key[0], group) for key, group in by_plans.items()]  # type: ignore[arg-type]  # plans stand first
    return tuple(sorted(made, key=_order))


def _same(held: Held) -> tuple[object, ...]:
    row = held.row
    return (row.practice, row.start.bounds() if row.start else None, row.lower, row.upper, held.certain)


def _standing(plans: tuple[str, ...], group: list[Held]) -> Standing:
    row = group[0].row
    return Standing(
        regions=tuple(sorted({held.row.region for held in group}, key=_region_key)),
        plans=plans,
        practice=row.practice,
        since=row.start,
        strengths=(row.lower, row.upper),
        certain=group[0].certain,
        rows=tuple(held.row.id for held in group),
        sources=_sources(held.row for held in group),
    )


def _sources(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for row in rows for source in row.sources))


def _region_key(region: str) -> tuple[bool, str]:
    return (region == EVERYWHERE, region)


def _order(one: Standing) -> tuple[object, ...]:
    return (
        bool(one.plans),
        one.plans,
        [_region_key(region) for region in one.regions],
        one.practice,
        one.rows,
    )
