# SPDX-License-Identifier: Apache-2.0
"""Pieces of a line whose boundaries are uncertain, and how two lines are laid over each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Generic, TypeVar

from inspector.domain.moment import LATEST, Moment, earlier, later

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Edge:
    """Something that happened and that begins or ends a piece.

    Edges of one `line` stand in order, `place` by place. Some order is known whatever the bounds say: an edge
    does not precede any of its `after`, as nobody moves a switch before it is offered; and the first offer of
    the switch happened with the last of its `by`. `opening` is the start of the row whose offer that is,
    where row and offer began as one.
    """

    line: str
    place: int
    moment: Moment
    after: tuple[Edge, ...] = ()
    by: tuple[Edge, ...] = ()
    opening: Edge | None = None

    def comes_first(self, other: Edge) -> bool:
        """Tell whether this edge is taken to come before `other`, whatever their bounds say.

        What a row's own offer starts cannot end before it starts: neither by the row's end nor by the switch
        being moved. A move of the switch that is dated inside the bounds of the offer leaves that open again.
        """
        if self.line == other.line:
            return self.place <= other.place
        if self.by:
            starts_it = self.opening is not None and self.opening.stands_before(other)
        else:
            starts_it = other.opening is not None and self.is_same(other.opening)
        return starts_it and self.moment.latest <= other.moment.latest

    def is_same(self, other: Edge) -> bool:
        """Tell whether both are one event."""
        return (self.line, self.place) == (other.line, other.place)

    def stands_before(self, other: Edge) -> bool:
        """Tell whether this edge precedes `other` on its own line."""
        return self.line == other.line and self.place < other.place

    def is_no_earlier_than(self, other: Edge) -> bool:
        """Tell whether this edge certainly does not precede `other`."""
        if self.line == other.line and self.place >= other.place:
            return True
        known = any(one.is_no_earlier_than(other) for one in self.after)
        return known or self.moment.earliest >= other.moment.latest


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """A stretch of one value. `start` None: since ever; `end` None: still. Edges are what bounds it."""

    value: T
    start: Moment | None
    end: Moment | None
    starts: tuple[Edge, ...] = ()
    ends: tuple[Edge, ...] = ()

    @property
    def over_by(self) -> datetime:
        """Return when it is over if there is any of it; `end` may lie later where the start holds it."""
        return min((end.moment.latest for end in self.ends), default=LATEST)

    @property
    def is_certainly_empty(self) -> bool:
        """Tell whether something that ends it certainly came no later than something that starts it."""
        return any(self._follows(end) or self._is_offered_at(end) for end in self.ends)

    def _follows(self, end: Edge) -> bool:
        return any(start.is_no_earlier_than(end) for start in self.starts)

    def _is_offered_at(self, end: Edge) -> bool:
        """Tell whether `end` is an offer that happened with something that starts this piece, or before."""
        return bool(end.by) and all(self._follows(cause) for cause in end.by)


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

    Both lines tile; so does the result once `tiled`: what is left out collapses to a boundary.
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


def tiled(pieces: Sequence[Piece[T]]) -> list[Piece[T]]:
    """Return pieces of which each ends where the next starts, as they do once the empty ones are left out."""
    held = [replace(piece, end=after.start) for piece, after in pairwise(pieces)]
    return [*held, *pieces[-1:]]


def replace_value(piece: Piece[A], value: B) -> Piece[B]:
    """Return a piece of the same bounds and edges with another value."""
    return Piece(value, piece.start, piece.end, piece.starts, piece.ends)


def merged(line: Sequence[Piece[A]], key: Callable[[A], object]) -> list[Piece[A]]:
    """Return a line without boundaries between neighbours of one key; the first of them gives the value."""
    result: list[Piece[A]] = []
    for piece in line:
        if result and key(result[-1].value) == key(piece.value):
            result[-1] = replace(result[-1], end=piece.end, ends=piece.ends)
        else:
            result.append(piece)
    return result


def line_of(values: Sequence[tuple[T, Edge | None]]) -> list[Piece[T]]:
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
