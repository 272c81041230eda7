# SPDX-License-Identifier: Apache-2.0
"""What bears on a switch: readings, changes, resets by the service, and what stays unclear."""

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

    What is unclear leaves the position unknown from its moment on, until something follows all of `blocks`
    for certain. Only a reset may be not `sure`.
    """

    kind: Literal["reading", "change", "reset", "unclear"]
    position: Switch
    moment: Moment
    facts: tuple[Fact, ...] = ()
    reason: str = ""
    blocks: tuple[Moment, ...] = ()
    sure: bool = True

    def key(self) -> tuple[object, ...]:
        """Return what orders steps; if one certainly precedes another it sorts first."""
        return (*self.moment.sort_key(), self.reason, *(fact.content_key() for fact in self.facts))

    def opposes(self, move: Step) -> bool:
        """Tell whether this states another position than a move that may have been made at the same time."""
        return self.position is not move.position and self.moment.meets(move.moment)


@dataclass(frozen=True, slots=True)
class Bearing:
    """All that bears on one switch: `told` can be put in an order, `unclear` only begins somewhere."""

    told: tuple[Step, ...]
    unclear: tuple[Step, ...]


def bearing(weighed: Weighed, resets: Sequence[Reset]) -> Bearing:
    """Return what facts and resets make of themselves; a reset that meets what opposes it is unclear."""
    told = [_told(fact) for fact in weighed.steps]
    unclear = [_contested(group) for group in weighed.contested]
    disputed = [fact.moment for group in weighed.contested for fact in group]
    for reset in sorted((_reset(reset) for reset in resets), key=Step.key):
        if any(other.opposes(reset) for other in told) or any(map(reset.moment.meets, disputed)):
            unclear.append(_crossed(reset))
            disputed.append(reset.moment)
        else:
            told.append(reset)
    return Bearing(tuple(told), tuple(unclear))


def _told(fact: Fact) -> Step:
    kind: Literal["reading", "change"] = "change" if fact.kind is FactKind.SETTING_CHANGE else "reading"
    return Step(kind, fact.position, fact.moment.bounds(), (fact,))


def _contested(group: tuple[Fact, ...]) -> Step:
    blocks = tuple(fact.moment.bounds() for fact in group)
    return Step("unclear", Switch.UNKNOWN, group_start(group), group, "", blocks)


def _reset(reset: Reset) -> Step:
    moment, reason = reset.event.moment.bounds(), f"event:{reset.event.id}"
    return Step("reset", reset.position, moment, reason=reason, sure=reset.sure)


def _crossed(reset: Step) -> Step:
    """Return what a reset leaves unclear that nobody can order among other steps."""
    begins = Moment(reset.moment.not_before, reset.moment.not_before)
    return Step("unclear", Switch.UNKNOWN, begins, reason=reset.reason, blocks=(reset.moment,))
