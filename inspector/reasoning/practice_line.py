# SPDX-License-Identifier: Apache-2.0
"""The practice line: what the service documents for this person over time, by residence, plan and catalog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from inspector.domain.findings import NO_PRACTICE, UNKNOWN_RESIDENCE
from inspector.domain.moment import Moment
from inspector.domain.practices import Row
from inspector.reasoning.life import Courses, Situation, situations
from inspector.reasoning.pieces import Edge, Piece, line_of, merged, overlay, replace_value

RowsFor = Callable[[str, str | None], tuple[Row, ...]]
"""Rows of the control for a region and plan, in time order; empty where the catalog names none."""


@dataclass(frozen=True, slots=True)
class Home:
    """What a stretch of a life amounts to for one control: the rows that apply there, whatever else changes.

    `missing` says why there is no row at times in which none of them holds.
    """

    rows: tuple[Row, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documented:
    """The catalog row that applies; None where none is known, `missing` then says why."""

    row: Row | None
    missing: tuple[str, ...] = ()


def rows_in(situation: Situation, rows_for: RowsFor) -> tuple[Row, ...]:
    """Return the rows that apply in a situation; none where the region is not known."""
    return () if situation.region is None else rows_for(situation.region, situation.plan)


def row_edges(rows: Sequence[Row]) -> tuple[Edge | None, ...]:
    """Return the edge that starts each row, None where it holds since ever."""
    line = "row:" + " ".join(row.id for row in rows)
    return tuple(
        Edge(line, place, row.start.bounds()) if row.start else None for place, row in enumerate(rows)
    )


def _row_line(rows: Sequence[Row]) -> list[Piece[Row | None]]:
    if not rows:
        return line_of([(None, None)])
    edges = row_edges(rows)
    values: list[tuple[Row | None, Edge | None]] = list(zip(rows, edges, strict=True))
    if edges[0] is not None:
        values.insert(0, (None, None))
    last = rows[-1].end
    if last is not None:
        line = "row:" + " ".join(row.id for row in rows)
        values.append((None, Edge(line, len(rows), last.bounds())))
    return line_of(values)


def homes(created: Moment, lived: Courses, rows_for: RowsFor) -> list[Piece[Home]]:
    """Return the life of an account cut only where other rows begin to apply.

    A move or a change of plan that leaves the very same rows in place is no boundary of anything: were the
    line cut there, a switch moved near it would seem to have moved twice.
    """
    result: list[Piece[Home]] = []
    for piece in situations(created, _that_matter(lived, rows_for)):
        rows = rows_in(piece.value, rows_for)
        missing: tuple[str, ...] = (UNKNOWN_RESIDENCE if piece.value.region is None else NO_PRACTICE,)
        if result and result[-1].value.rows == rows:
            before = result.pop()
            missing = tuple(dict.fromkeys((*before.value.missing, *missing)))
            result.append(replace(before, value=Home(rows, missing), end=piece.end, ends=piece.ends))
        else:
            result.append(replace_value(piece, Home(rows, missing)))
    return result


def _that_matter(lived: Courses, rows_for: RowsFor) -> Courses:
    """Return both courses without moves and changes of plan that can make no difference to any rows."""
    regions = tuple(dict.fromkeys(piece.value for piece in lived.regions))
    plans = tuple(dict.fromkeys(piece.value for piece in lived.plans))

    def in_region(region: str | None) -> object:
        return region is None, [rows_in(Situation(region, plan), rows_for) for plan in plans]

    def on_plan(plan: str | None) -> object:
        return [rows_in(Situation(region, plan), rows_for) for region in regions]

    return Courses(tuple(merged(lived.regions, in_region)), tuple(merged(lived.plans, on_plan)))


def practice_line(at_home: Sequence[Piece[Home]]) -> list[Piece[Documented]]:
    """Return the practice rows that apply over time; None where no row is known."""
    result: list[Piece[Documented]] = []
    for home in at_home:
        for piece in overlay([home], _row_line(home.value.rows)):
            row = piece.value[1]
            result.append(replace_value(piece, Documented(row, () if row else home.value.missing)))
    return result
