# SPDX-License-Identifier: Apache-2.0
"""What the answer would be had the person lived elsewhere or on another plan, where they did not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.domain.findings import Alternative
from inspector.domain.moment import Moment, hull
from inspector.domain.residence import Residence, Stay
from inspector.domain.words import State, weakest
from inspector.reasoning.headline import Headline
from inspector.reasoning.lines import Drawn, as_declared, draw
from inspector.reasoning.question import Question
from inspector.reasoning.readings import Weighed

EVERYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Choices:
    """Alternatives with the headline they agree on; None where they do not agree on the state.

    `only` are the lines where one and the same rows hold everywhere, so that no residence can change them.
    """

    alternatives: tuple[Alternative, ...]
    agreed: Headline | None
    only: Drawn | None = None


def filled(residence: Residence, region: str) -> Residence:
    """Return `residence` with every time nobody spoke for spent in `region`."""
    stays: list[Stay] = []
    reached = None
    for stay in residence:
        if stay.start is not None and (not stays or reached != stay.start):
            stays.append(Stay(region, reached, stay.start))
        stays.append(stay)
        reached = stay.end
    if not stays or reached is not None:
        stays.append(Stay(region, reached, None))
    return tuple(stays)


def by_residence(question: Question, created: Moment, weighed: Weighed) -> Choices:
    """Return one alternative per distinct set of rows, regions that archives suggest first."""
    sets = question.atlas.sets(question.control.consumer_plan)
    regions = sorted((region for region, _ in sets), key=lambda region: _suggested(question, region))
    drawn = [_live_in(question, created, weighed, region) for region in regions]
    found = tuple(_alternative(region, None, one) for region, one in zip(regions, drawn, strict=True))
    universal = EVERYWHERE in regions
    only = drawn[0] if is_same_everywhere(question) else None
    return Choices(found, _agreed([one.headline for one in drawn]) if universal else None, only)


def is_same_everywhere(question: Question) -> bool:
    """Tell whether no residence can change the answer, on whichever plan the person was."""
    plans = {question.control.consumer_plan, *(period.plan for period in question.plans)}
    if any([region for region, _ in question.atlas.sets(plan)] != [EVERYWHERE] for plan in plans):
        return False
    return not any(event.regions and question.control.id in event.resets for event in question.events)


def _live_in(question: Question, created: Moment, weighed: Weighed, region: str) -> Drawn:
    assumed = replace(as_declared(question), residence=filled(question.residence, region))
    return draw(question, created, weighed, assumed)


def _suggested(question: Question, region: str) -> int:
    """Return the place of the suggestion that this region's rows would serve; regions not suggested last."""
    own = question.atlas.rows_for(region, question.control.consumer_plan)
    for place, suggestion in enumerate(question.suggested):
        if question.atlas.rows_for(suggestion, question.control.consumer_plan) == own:
            return place
    return len(question.suggested)


def by_plan(question: Question, created: Moment, weighed: Weighed) -> tuple[Alternative, ...]:
    """Return one alternative per other plan that the catalog tells apart."""
    control, declared = question.control, as_declared(question)
    plans = sorted({row.plan for row in control.rows if row.plan} | set(control.plans_excluded))
    others = [plan for plan in plans if plan != control.consumer_plan]
    drawn = [draw(question, created, weighed, replace(declared, otherwise=plan)) for plan in others]
    return tuple(_alternative(None, plan, one) for plan, one in zip(others, drawn, strict=True))


def _alternative(region: str | None, plan: str | None, drawn: Drawn) -> Alternative:
    head = drawn.headline
    return Alternative(region, plan, head.state, head.since, head.grade)


def _agreed(heads: Sequence[Headline]) -> Headline | None:
    states = {head.state for head in heads}
    if len(states) != 1 or states & {State.UNKNOWN, State.NOT_APPLICABLE}:
        return None
    grade = weakest([head.grade for head in heads if head.grade])
    since = heads[0].since
    for head in heads[1:]:
        since = hull(since, head.since) if since and head.since else None
    as_of = next(head.as_of for head in heads if head.grade is grade)
    return Headline(heads[0].state, since, grade, as_of)
