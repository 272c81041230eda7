# SPDX-License-Identifier: Apache-2.0
"""What bears on a switch, in the order in which it is taken to have happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.practices import Event
from inspector.domain.words import FactKind, Switch
from inspector.reasoning.readings import Weighed, group_start


@dataclass(frozen=True, slots=True)
class Reset:
    """The service put the switch to `position`. `sure`: for this account, and to nothing else."""

    event: Event
    position: Switch
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that bears on the switch: a fact, an event of the catalog, or something that stays unclear.

    What is unclear leaves the position unknown, unless it was `position` anyway, until something follows all
    of `blocks` for certain.
    """

    kind: Literal["reading", "change", "reset", "unclear"]
    position: Switch
    moment: Moment
    facts: tuple[Fact, ...] = ()
    reason: str = ""
    blocks: tuple[Moment, ...] = ()

    def key(self) -> tuple[object, ...]:
        """Return what orders steps; if one certainly precedes another it sorts first."""
        return (*self.moment.sort_key(), self.reason, *(fact.content_key() for fact in self.facts))


def steps_of(weighed: Weighed, resets: Sequence[Reset]) -> list[Step]:
    """Return all steps so that whatever certainly precedes stands first.

    A change stands behind the opposite readings it meets and before the agreeing ones: they need no second,
    unseen change that way. What begins before something unclear stands before it.
    """
    told = [_told(fact) for fact in weighed.steps]
    result = sorted((step for step in told if step.kind == "reading"), key=Step.key)
    for change in sorted((step for step in told if step.kind == "change"), key=Step.key):
        result.insert(_place(change, result), change)
    unclear = [_contested(group) for group in weighed.contested]
    disputed = [fact.moment for group in weighed.contested for fact in group]
    for reset in sorted((_reset(reset) for reset in resets), key=Step.key):
        crossed = any(_opposes(other, reset) for other in result) or any(map(reset.moment.meets, disputed))
        if crossed or reset.kind == "unclear":
            unclear.append(_may_be(reset, Switch.UNKNOWN if crossed else reset.position))
        else:
            result.insert(_place(reset, result), reset)
    for step in sorted(unclear, key=Step.key):
        result.insert(_behind_earlier(step, result), step)
    return result


def _told(fact: Fact) -> Step:
    kind: Literal["reading", "change"] = "change" if fact.kind is FactKind.SETTING_CHANGE else "reading"
    return Step(kind, fact.position, fact.moment.bounds(), (fact,))


def _contested(group: tuple[Fact, ...]) -> Step:
    blocks = tuple(fact.moment.bounds() for fact in group)
    return Step("unclear", Switch.UNKNOWN, group_start(group), group, "", blocks)


def _reset(reset: Reset) -> Step:
    reason = f"event:{reset.event.id}"
    return Step("reset" if reset.sure else "unclear", reset.position, reset.event.moment.bounds(), (), reason)


def _may_be(reset: Step, position: Switch) -> Step:
    """Return a reset of which nobody can say whether or in what order it took effect."""
    begins = Moment(reset.moment.not_before, reset.moment.not_before)
    return Step("unclear", position, begins, (), reset.reason, (reset.moment,))


def _opposes(other: Step, move: Step) -> bool:
    return other.position is not move.position and other.moment.meets(move.moment)


def _place(move: Step, others: Sequence[Step]) -> int:
    """Return the place behind all that precedes the move or opposes it."""
    before = [
        place
        for place, other in enumerate(others, 1)
        if other.moment.certainly_before(move.moment) or _opposes(other, move)
    ]
    return max(before, default=0)


def _behind_earlier(step: Step, others: Sequence[Step]) -> int:
    before = [place for place, other in enumerate(others, 1) if other.moment.earliest < step.moment.earliest]
    return max(before, default=0)
