# SPDX-License-Identifier: Apache-2.0
"""The practice line: what the service documents for this person over time, by residence, plan and catalog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.moment import Moment, catalog_day, later
from inspector.domain.practices import Row
from inspector.domain.residence import PlanPeriod, Residence
from inspector.reasoning.pieces import Edge, Piece, clip, overlay, tile
from inspector.reasoning.switch_line import Start

RowsFor = Callable[[str, str | None], tuple[Row, ...]]
"""Rows of the control for a region and plan, in time order; empty where the catalog names none."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the person lived and on which plan; None where nobody says."""

    region: str | None
    plan: str | None


Documented = tuple[Situation, Row | None]


def _move(day: date | None) -> Edge | None:
    """Return the edge of a move; its boundary is the whole UTC day (DESIGN 4)."""
    return None if day is None else Edge("stay", catalog_day(day))


def _residence_line(residence: Residence) -> list[Piece[str | None]]:
    values: list[tuple[str | None, Edge | None]] = []
    reached: date | None = None
    for stay in residence:
        if stay.start is not None and (not values or reached != stay.start):
            values.append((None, _move(reached) if values else None))
        values.append((stay.region, _move(stay.start)))
        reached = stay.end
    if not values:
        return tile([(None, None)])
    if reached is not None:
        values.append((None, _move(reached)))
    return tile(values)


def _plan_line(periods: Sequence[PlanPeriod], otherwise: str | None) -> list[Piece[str | None]]:
    values: list[tuple[str | None, Edge | None]] = [(otherwise, None)]
    for period in sorted(periods, key=lambda one: one.start.sort_key()):
        values.append((period.plan, Edge("plan", period.start.bounds())))
        if period.end is None:
            break
        values.append((otherwise, Edge("plan", period.end.bounds())))
    return tile(values)


def _row_line(rows: Sequence[Row]) -> list[Piece[Row | None]]:
    values: list[tuple[Row | None, Edge | None]] = [(row, _row_edge(row)) for row in rows]
    if values and values[0][1] is not None:
        values.insert(0, (None, None))
    last = rows[-1].end if rows else None
    if last is not None:
        values.append((None, Edge("row", last.bounds())))
    return tile(values) if values else tile([(None, None)])


def _row_edge(row: Row) -> Edge | None:
    if row.start is None:
        return None
    opens = row.offer is not None and row.offer.start.bounds() == row.start.bounds()
    return Edge("row", row.start.bounds(), row.id if opens else None, opens)


def situations(
    created: Moment, residence: Residence, plans: Sequence[PlanPeriod], otherwise: str | None
) -> list[Piece[Situation]]:
    """Return where the person lived and on which plan from the account's creation on, tiled."""
    edge = Edge("created", created.bounds())
    life = [Piece(None, created.bounds(), None, (edge,), ())]
    stays = overlay(overlay(life, _residence_line(residence)), _plan_line(plans, otherwise))
    return [
        Piece(Situation(piece.value[0][1], piece.value[1]), piece.start, piece.end, piece.starts, piece.ends)
        for piece in stays
    ]


def practice_line(life: Sequence[Piece[Situation]], rows_for: RowsFor) -> list[Piece[Documented]]:
    """Return the practice rows that apply over time, tiled; None where no row is known."""
    result: list[Piece[Documented]] = []
    for piece in life:
        rows = _rows(piece.value, rows_for)
        result.extend(overlay([piece], _row_line(rows)))
    return result


def _rows(situation: Situation, rows_for: RowsFor) -> tuple[Row, ...]:
    return () if situation.region is None else rows_for(situation.region, situation.plan)


def first_offer(life: Sequence[Piece[Situation]], rows_for: RowsFor) -> Start | None:
    """Return when the control was first offered to this account and how it stood; None where never.

    A control that was offered before the person came is offered to them from the day they came.
    """
    for piece in life:
        for row in _rows(piece.value, rows_for):
            if row.offer is None or piece.start is None:
                continue
            if piece.end is not None and piece.end.latest <= row.offer.start.earliest:
                continue
            if row.end is not None and row.end.latest <= piece.start.earliest:
                continue
            moment = clip(row.offer.start, piece.start, piece.end) or later(row.offer.start, piece.start)
            return Start(moment.bounds(), row.offer.initial, row.id)
    return None
