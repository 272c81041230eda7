# SPDX-License-Identifier: Apache-2.0
"""In which order that which bears on a switch is taken to have happened, where the bounds leave it open.

What certainly precedes stands first. A move stands behind the opposite readings it meets and before the
agreeing ones, as then no second, unseen move is needed. All else stands in the order of its bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from inspector.reasoning.steps import Bearing, Step

_LEADS = ("reset", "change", "reading")
"""Of two agreeing kinds the earlier one may have led to what the later one tells."""


def in_order(bearing: Bearing) -> list[Step]:
    """Return all steps in order; what may have happened before something unclear begins stands before it."""
    result = _told_in_order(sorted(bearing.told, key=Step.key))
    for step in sorted(bearing.unclear, key=Step.key):
        reached = accumulate((other.moment.earliest for other in result), max)
        result.insert(sum(earliest < step.moment.earliest for earliest in reached), step)
    return result


def _told_in_order(steps: Sequence[Step]) -> list[Step]:
    """Return sorted steps, each as early as those allow that stand before it."""
    forced = [{place for place, one in enumerate(steps) if _precedes(one, step)} for step in steps]
    waits = [before | _leading(place, steps, forced) for place, before in enumerate(forced)]
    result: list[Step] = []
    left = dict.fromkeys(range(len(steps)))
    while left:
        # Agreeing steps may wait for each other in a circle: then an unseen move led to one of them.
        place = _first_free(left, waits, _first_free(left, forced, -1))
        del left[place]
        result.append(steps[place])
    return result


def _first_free(left: dict[int, None], waits: Sequence[set[int]], otherwise: int) -> int:
    return next((place for place in left if waits[place].isdisjoint(left)), otherwise)


def _precedes(one: Step, other: Step) -> bool:
    """Tell whether a step stands before another: for certain, or as the reading that a move put an end to."""
    ended = one.kind == "reading" and other.kind != "reading" and one.opposes(other)
    return ended or one.moment.certainly_before(other.moment)


def _leading(place: int, steps: Sequence[Step], forced: Sequence[set[int]]) -> set[int]:
    """Return the places of moves that may have led to what a step tells, unless they must stand behind it."""
    moves = {move for move, one in enumerate(steps) if _may_lead_to(one, steps[place])}
    return {move for move in moves if place not in _all_before(move, forced)}


def _may_lead_to(move: Step, step: Step) -> bool:
    leads = _LEADS.index(move.kind) < _LEADS.index(step.kind)
    return leads and move.position is step.position and move.moment.meets(step.moment)


def _all_before(place: int, forced: Sequence[set[int]]) -> set[int]:
    """Return the places of all that certainly stands before the step of a place."""
    found: set[int] = set()
    reached = [place]
    while reached:
        new = forced[reached.pop()] - found
        found |= new
        reached.extend(new)
    return found
