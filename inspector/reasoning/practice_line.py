# SPDX-License-Identifier: Apache-2.0
"""The practice line: what the service documents for this person over time, by residence, plan and catalog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from inspector.domain.practices import Row
from inspector.reasoning.life import Situation
from inspector.reasoning.pieces import Edge, Piece, line_of, overlay

RowsFor = Callable[[str, str | None], tuple[Row, ...]]
"""Rows of the control for a region and plan, in time order; empty where the catalog names none."""

Documented = tuple[Situation, Row | None]


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


def practice_line(life: Sequence[Piece[Situation]], rows_for: RowsFor) -> list[Piece[Documented]]:
    """Return the practice rows that apply over time; None where no row is known."""
    result: list[Piece[Documented]] = []
    for piece in life:
        result.extend(overlay([piece], _row_line(rows_in(piece.value, rows_for))))
    return result
