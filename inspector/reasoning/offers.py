# SPDX-License-Identifier: Apache-2.0
"""When the control was first offered to this account, in which position, and how far that can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from inspector.domain.moment import LATEST, Moment, earlier, later
from inspector.domain.practices import Offer, Row
from inspector.domain.words import Switch
from inspector.reasoning.life import Situation
from inspector.reasoning.pieces import Edge, Piece, clip
from inspector.reasoning.practice_line import Home, RowsFor, row_edges, rows_in


@dataclass(frozen=True, slots=True)
class Start:
    """The first offer of the control to this account.

    `edge` says when and `row` by which catalog row. `sure`: that row was there for this account at some time;
    otherwise another offer may have been the first. `doubt`: from when on another offer may have come first
    that began in another position.
    """

    edge: Edge
    initial: Switch
    row: str
    sure: bool
    doubt: Moment | None = None

    @property
    def moment(self) -> Moment:
        """Return when the offer was made."""
        return self.edge.moment


def first_offer(at_home: Sequence[Piece[Home]]) -> Start | None:
    """Return the first offer of the control to this account; None where there was none.

    A control that was offered before the person came is offered to them from the day they came.
    """
    by_home = [_in_one_home(home) for home in at_home]
    found = [start for starts in by_home for start in starts]
    if not found:
        return None
    first, sure = found[0], found[0].sure
    for other in found[1:]:
        crosses = other in next(starts for starts in by_home if starts) and _crosses(first, other)
        if crosses:
            first = _either(first, other)
        elif other.initial is not first.initial and not sure:
            return replace(first, doubt=other.moment)
        sure = sure or other.sure
    return first


def _crosses(first: Start, other: Start) -> bool:
    """Tell whether the other offer of one place may have been made before the first, or was there with it."""
    in_order = first.edge.by[0].stands_before(other.edge.by[0])
    return not in_order and other.moment.earliest <= first.moment.latest


def _either(first: Start, other: Start) -> Start:
    """Return the earlier of two offers, whichever that is; where they differ nobody knows the position."""
    edge, moment = first.edge, earlier(first.moment, other.moment)
    either = Edge(edge.line, edge.place, moment, edge.by[1:], edge.by)
    initial = first.initial if first.initial is other.initial else Switch.UNKNOWN
    return replace(first, edge=either, initial=initial)


def _in_one_home(home: Piece[Home]) -> list[Start]:
    rows = home.value.rows
    starts = [
        _start(home, row, row.offer, edge)
        for row, edge in zip(rows, row_edges(rows), strict=True)
        if row.offer is not None and _may_offer(home, row, row.offer)
    ]
    return sorted(starts, key=lambda start: start.moment.sort_key())


def _may_offer(piece: Piece[Home], row: Row, offer: Offer) -> bool:
    """Tell whether the row's offer may have held for some time of the piece."""
    in_time = offer.start.earliest < piece.over_by
    return in_time and (row.end is None or piece.start is None or piece.start.earliest < row.end.latest)


def _start(piece: Piece[Home], row: Row, offer: Offer, starts_row: Edge | None) -> Start:
    begins = starts_row is not None and offer.start.bounds() == starts_row.moment
    made = starts_row if begins and starts_row else Edge(f"offer:{row.id}", 0, offer.start.bounds())
    moment = clip(made.moment, piece.start, piece.end) or made.moment
    sure = _surely_offers(piece, row, offer, opens=begins)
    by = (made, *piece.starts)
    opening = made if begins and sure else None
    edge = Edge("switch", 0, moment, by if sure else piece.starts, by, opening)
    return Start(edge, offer.initial, row.id, sure)


def _surely_offers(piece: Piece[Home], row: Row, offer: Offer, *, opens: bool) -> bool:
    """Tell whether the row's offer certainly held for some time of the piece.

    It did where it began inside the piece together with the row, which was there for some time.
    """
    made, came = offer.start, piece.start or offer.start
    leaves = piece.end.earliest if piece.end else LATEST
    if opens and came.latest <= made.earliest and made.latest < leaves:
        return True
    ends = row.end.earliest if row.end else LATEST
    return later(made, came).latest < min(leaves, ends)


def is_offered_throughout(row: Row) -> bool:
    """Tell whether the control is offered as long as the row holds."""
    if row.offer is None or row.start is None:
        return False
    offered = row.offer.start
    return offered.bounds() == row.start.bounds() or offered.latest <= row.start.earliest


def possible_positions(
    life: Sequence[Piece[Situation]], rows_for: RowsFor, moment: Moment
) -> Iterator[tuple[Situation, Switch | None]]:
    """Yield the initial positions of what may be offered at `moment`, None for no offer, by situation."""
    for piece in life:
        if piece.start and moment.latest < piece.start.earliest:
            continue
        if piece.over_by <= moment.earliest:
            continue
        offers = [(row, row.offer) for row in rows_in(piece.value, rows_for) if row.offer is not None]
        held = [(row, offer) for row, offer in offers if _may_hold(row, offer, moment)]
        yield from ((piece.value, offer.initial) for _, offer in held)
        if not any(_surely_holds(row, offer, moment) for row, offer in held):
            yield (piece.value, None)


def _may_hold(row: Row, offer: Offer, moment: Moment) -> bool:
    return offer.start.earliest <= moment.latest and (row.end is None or moment.earliest < row.end.latest)


def _surely_holds(row: Row, offer: Offer, moment: Moment) -> bool:
    return offer.start.latest <= moment.earliest and (row.end is None or moment.latest < row.end.earliest)
