# SPDX-License-Identifier: Apache-2.0
"""Where the person lived and on which plan over time, from what they declared and what archives show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.moment import Moment, catalog_day
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.words import Grade
from inspector.reasoning.pieces import Edge, Piece, line_of, overlay, replace_value


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the person lived and on which plan; None where nobody says."""

    region: str | None
    plan: str | None


def _residence_line(residence: Residence) -> list[Piece[str | None]]:
    values: list[tuple[str | None, date | None]] = []
    reached: date | None = None
    for stay in residence:
        if stay.start is not None and (not values or reached != stay.start):
            values.append((None, reached))
        values.append((stay.region, stay.start))
        reached = stay.end
    if not values or reached is not None:
        values.append((None, reached))
    return line_of([(region, _move(place, day)) for place, (region, day) in enumerate(values)])


def _move(place: int, day: date | None) -> Edge | None:
    """Return the edge of a move; its boundary is the whole UTC day (DESIGN 4)."""
    return None if day is None else Edge("stay", place, catalog_day(day))


def _chain_line(place: int, chain: Sequence[PlanPeriod]) -> list[Piece[PlanPeriod | None]]:
    """Return the time outside and inside plan periods of which each starts as the one before it ends.

    Without any bound the first began before the account.
    """
    line, first, last = f"plan:{place}", chain[0], chain[-1]
    values: list[tuple[PlanPeriod | None, Edge | None]] = [
        (period, Edge(line, number, period.start.bounds())) for number, period in enumerate(chain)
    ]
    if first.start.is_known:
        values.insert(0, (None, None))
    else:
        values[0] = (first, None)
    if last.end is not None:
        values.append((None, Edge(line, len(chain), last.end.bounds())))
    return line_of(values)


def _chains(periods: Sequence[PlanPeriod]) -> list[list[PlanPeriod]]:
    """Put together declared periods that meet on one day: the change of plan is then one event."""
    chains: list[list[PlanPeriod]] = []
    for period in sorted(periods, key=_by_content):
        before = next((chain for chain in chains if _changes_to(chain[-1], period)), None)
        if before is None:
            chains.append([period])
        else:
            before.append(period)
    return chains


def _changes_to(first: PlanPeriod, second: PlanPeriod) -> bool:
    """Tell whether the person says that one plan ended on the day on which the other began."""
    if first.end is None or first.grade is not Grade.DECLARED or second.grade is not Grade.DECLARED:
        return False
    return first.end.is_known and first.end.bounds() == second.start.bounds()


def _preferred(first: PlanPeriod | None, second: PlanPeriod | None) -> PlanPeriod | None:
    """Return which of two periods holds where both do: the surer one, else the one that began later."""
    if first is None or second is None:
        return first or second
    return max(first, second, key=lambda one: (-one.grade.rank, one.start.sort_key(), one.plan))


def _plan_line(periods: Sequence[PlanPeriod]) -> list[Piece[PlanPeriod | None]]:
    line: list[Piece[PlanPeriod | None]] = line_of([(None, None)])
    for place, chain in enumerate(_chains(periods)):
        line = [
            Piece(_preferred(*both.value), both.start, both.end, both.starts, both.ends)
            for both in overlay(line, _chain_line(place, chain))
        ]
    return line


def _by_content(period: PlanPeriod) -> tuple[object, ...]:
    end = period.end.sort_key() if period.end else ()
    return (period.start.sort_key(), end, period.plan, period.grade.rank)


@dataclass(frozen=True, slots=True)
class Courses:
    """Where the person lived, and on which plan they were, each over all time."""

    regions: tuple[Piece[str | None], ...]
    plans: tuple[Piece[str | None], ...]


def courses(residence: Residence, plans: Sequence[PlanPeriod], otherwise: str | None) -> Courses:
    """Return both courses; `otherwise` is the plan taken where no period says one."""
    periods = _plan_line(plans)
    return Courses(
        tuple(_residence_line(residence)),
        tuple(replace_value(one, one.value.plan if one.value else otherwise) for one in periods),
    )


def situations(created: Moment, lived: Courses) -> list[Piece[Situation]]:
    """Return where the person lived and on which plan from the account's creation on."""
    edge = Edge("created", 0, created.bounds())
    life = [Piece(None, created.bounds(), None, (edge,), ())]
    both = overlay(overlay(life, lived.regions), lived.plans)
    return [replace_value(piece, Situation(piece.value[0][1], piece.value[1])) for piece in both]
