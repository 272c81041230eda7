# SPDX-License-Identifier: Apache-2.0
"""Readings and changes of one switch: which contradict each other, and in which order the rest stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.facts import Fact
from inspector.domain.findings import Conflict
from inspector.domain.moment import Moment, hull
from inspector.domain.words import FactKind, Switch

_POSITIONS = (Switch.ON, Switch.OFF)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Facts about one switch after contradictions were found.

    `steps` are the facts that count, in order; `contested` are groups of equal grade that contradict each
    other; `undated` have no bounds and cannot be placed.
    """

    steps: tuple[Fact, ...]
    contested: tuple[tuple[Fact, ...], ...]
    conflicts: tuple[Conflict, ...]
    undated: tuple[Fact, ...]


def weigh(facts: Sequence[Fact]) -> Weighed:
    """Return the readings and changes among `facts` in order, with what contradicts what."""
    bearing = [fact for fact in facts if _bears(fact)]
    dated = [fact for fact in bearing if fact.moment.is_known]
    undated = tuple(fact for fact in bearing if not fact.moment.is_known)
    kept, outweighed = _outweigh(sorted(dated, key=lambda fact: (fact.grade.rank, *fact.content_key())))
    groups = _contested(sorted(kept, key=_order))
    disputed = {id(fact) for group in groups for fact in group}
    steps = sorted((fact for fact in kept if id(fact) not in disputed), key=_order)
    conflicts = [_conflict(group, None) for group in groups] + outweighed
    conflicts.sort(key=lambda conflict: (conflict.moment.sort_key(), conflict.says))
    return Weighed(tuple(steps), tuple(groups), tuple(conflicts), undated)


def _bears(fact: Fact) -> bool:
    if fact.kind not in (FactKind.SETTING_READING, FactKind.SETTING_CHANGE):
        return False
    return fact.value in _POSITIONS


def _order(fact: Fact) -> tuple[object, ...]:
    return (*fact.moment.sort_key(), *fact.content_key())


def _contradict(first: Fact, second: Fact) -> bool:
    """Opposite statements of one kind of which neither certainly precedes the other.

    A change and a reading never contradict: the reading may have been made just before the change.
    """
    return first.kind == second.kind and first.value != second.value and first.moment.meets(second.moment)


def _outweigh(by_grade: Sequence[Fact]) -> tuple[list[Fact], list[Conflict]]:
    kept: list[Fact] = []
    conflicts: list[Conflict] = []
    for fact in by_grade:
        stronger = [
            other for other in kept if other.grade.rank < fact.grade.rank and _contradict(fact, other)
        ]
        if stronger:
            conflicts.append(_conflict([*stronger, fact], "grade"))
        else:
            kept.append(fact)
    return kept, conflicts


def _contested(kept: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """Return the connected groups of facts that contradict each other."""
    groups: list[list[Fact]] = []
    for fact in kept:
        touching = [group for group in groups if any(_contradict(fact, other) for other in group)]
        merged = [other for group in touching for other in group] + [fact]
        groups = [group for group in groups if group not in touching] + [merged]
    return [tuple(sorted(group, key=_order)) for group in groups if len(group) > 1]


def _conflict(facts: Sequence[Fact], decided_by: str | None) -> Conflict:
    moment = facts[0].moment.bounds()
    for fact in facts[1:]:
        moment = hull(moment, fact.moment)
    return Conflict(tuple(facts), tuple(fact.value for fact in facts), moment, decided_by)


def group_start(group: Sequence[Fact]) -> Moment:
    """Return the point from which a contested group leaves the switch unknown: its earliest bound."""
    earliest = min(fact.moment.earliest for fact in group)
    first = next(fact.moment for fact in group if fact.moment.earliest == earliest)
    return Moment(first.not_before, first.not_before)
