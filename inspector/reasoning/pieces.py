# SPDX-License-Identifier: Apache-2.0
"""Pieces of a line whose boundaries are uncertain, and how two lines are laid over each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from inspector.domain.moment import Moment, earlier, later

Line = Literal["created", "stay", "plan", "row", "switch"]
T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Edge:
    """Something that happened and that begins or ends a piece.

    `offer` is the catalog row whose offer this edge is (`opens`) or certainly follows.
    """

    line: Line
    moment: Moment
    offer: str | None = None
    opens: bool = False

    def comes_first(self, other: Edge) -> bool:
        """Tell whether this edge is known to come no later than `other`, whatever their bounds say.

        Edges of one line stand in order. What a row's own offer starts cannot end before it starts: neither
        by the row's end nor by the switch being moved. A move of the switch that is dated inside the bounds
        of the offer leaves that open again.
        """
        if self.line == other.line:
            return True
        starts_it = self.opens and {self.line, other.line} == {"row", "switch"}
        return starts_it and self.moment.latest <= other.moment.latest

    def leaves_nothing_before(self, end: Edge) -> bool:
        """Tell whether nothing lies between this start and `end`: they are one offer, or `end` opened it."""
        if self.offer is None or self.offer != end.offer or not end.opens:
            return False
        return (self.line, end.line) == ("switch", "row") or (
            self.opens and (self.line, end.line) == ("row", "switch")
        )


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """A stretch of one value. `start` None: since ever; `end` None: still. Edges are what bounds it."""

    value: T
    start: Moment | None
    end: Moment | None
    starts: tuple[Edge, ...] = ()
    ends: tuple[Edge, ...] = ()

    @property
    def is_certainly_empty(self) -> bool:
        """Tell whether something that ends it certainly came no later than something that starts it."""
        return any(
            end.moment.latest <= start.moment.earliest or start.leaves_nothing_before(end)
            for start in self.starts
            for end in self.ends
        )


def could_be_empty(starts: Iterable[Edge], ends: Sequence[Edge]) -> bool:
    """Tell whether any of `ends` could have come before any of `starts`."""
    return any(
        end.moment.earliest < start.moment.latest and not start.comes_first(end)
        for start in starts
        for end in ends
    )


def clip(moment: Moment | None, low: Moment | None, high: Moment | None) -> Moment | None:
    """Return `moment` held between two boundaries, bound by bound; None is the open past for `moment`."""
    held = low if moment is None else moment if low is None else later(moment, low)
    return held if held is None or high is None else earlier(held, high)


def _clip_end(moment: Moment | None, low: Moment | None, high: Moment | None) -> Moment | None:
    if moment is None:
        return high
    return clip(moment, low, high)


def overlay(outer: Sequence[Piece[A]], inner: Sequence[Piece[B]]) -> list[Piece[tuple[A, B]]]:
    """Return the pieces of two lines laid over each other, those that are certainly empty left out.

    Both lines tile; so does the result: what is left out collapses to the boundary of its neighbours.
    """
    result: list[Piece[tuple[A, B]]] = []
    for below in outer:
        for above in inner:
            piece = Piece(
                (below.value, above.value),
                clip(above.start, below.start, below.end),
                _clip_end(above.end, below.start, below.end),
                below.starts + above.starts,
                below.ends + above.ends,
            )
            if not piece.is_certainly_empty:
                result.append(piece)
    return result


def tile(values: Sequence[tuple[T, Edge | None]]) -> list[Piece[T]]:
    """Return a line from values with the edge that starts each; the first may be None: since ever."""
    result: list[Piece[T]] = []
    following = [edge for _, edge in values[1:]] + [None]
    for (value, edge), after in zip(values, following, strict=True):
        result.append(
            Piece(
                value,
                edge.moment if edge else None,
                after.moment if after else None,
                (edge,) if edge else (),
                (after,) if after else (),
            )
        )
    return result
