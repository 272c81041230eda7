# SPDX-License-Identifier: Apache-2.0
"""The headline of a finding: state now, since when, how known, and how fresh that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.facts import Fact
from inspector.domain.findings import Span
from inspector.domain.moment import Moment, catalog_day
from inspector.domain.words import Decider, Grade, State, strongest


@dataclass(frozen=True, slots=True)
class Headline:
    """What is said first. `since` and `grade` are None where the state is unknown."""

    state: State
    since: Moment | None
    grade: Grade | None
    as_of: Moment | None


def last_run(spans: Sequence[Span]) -> Sequence[Span]:
    """Return the last unbroken run of spans with one state, whatever their reasons."""
    first = len(spans) - 1
    while first > 0 and spans[first - 1].state is spans[-1].state:
        first -= 1
    return spans[first:]


def headline(spans: Sequence[Span], evidence: Sequence[Fact], checked: Mapping[str, date]) -> Headline:
    """Return the headline of `spans`.

    `evidence`: the readings and changes that count, without those in an open contradiction. `checked`: the
    day each catalog row was last checked, by row id.
    """
    run = last_run(spans)
    last = run[-1]
    if last.state is State.UNKNOWN:
        return Headline(State.UNKNOWN, None, None, _newest(_facts_of(last)))
    inside = [fact for fact in evidence if _supports(fact, run)]
    grades = [fact.grade for fact in inside] + ([last.grade] if last.grade else [])
    grade = strongest(grades)
    newest = _newest([fact for fact in inside if fact.grade is grade])
    if newest is None:
        newest = _newest(_facts_of(last)) if last.decider is Decider.MEMBER else _checked(last, checked)
    return Headline(last.state, run[0].start, grade, newest)


def _supports(fact: Fact, run: Sequence[Span]) -> bool:
    return fact.value == run[-1].state and not fact.moment.certainly_before(run[0].start)


def _facts_of(span: Span) -> list[Fact]:
    return [reason for part in span.support for reason in part.because if isinstance(reason, Fact)]


def _newest(facts: Sequence[Fact]) -> Moment | None:
    if not facts:
        return None
    return max(facts, key=lambda fact: (fact.moment.latest, fact.moment.earliest)).moment


def _checked(span: Span, checked: Mapping[str, date]) -> Moment | None:
    day = checked.get(span.row or "")
    return catalog_day(day) if day else None
