# SPDX-License-Identifier: Apache-2.0
"""The answer for one control of one account."""

from __future__ import annotations

from dataclasses import replace

from inspector.domain.findings import Alternative, Finding, Span
from inspector.domain.moment import Moment
from inspector.domain.words import State
from inspector.reasoning.account import Created, created
from inspector.reasoning.alternatives import by_plan, by_residence
from inspector.reasoning.explain import Explained, limits, narrow
from inspector.reasoning.exposure import exposure
from inspector.reasoning.headline import Headline
from inspector.reasoning.lines import as_declared, draw
from inspector.reasoning.question import Question
from inspector.reasoning.readings import Weighed, weigh

UNANSWERED = Headline(State.UNKNOWN, None, None, None)


def answer(question: Question) -> Finding | None:
    """Return the finding of a control; None where the catalog names no row for where the person lived."""
    control = question.control
    born = created(question.facts + question.switch_facts, question.tallies, question.today)
    weighed = weigh(question.switch_facts)
    drawn = draw(question, born.moment, weighed, as_declared(question))
    is_open = None in drawn.regions
    if not drawn.rows and (question.residence or not is_open):
        return None
    head, alternatives = drawn.headline, _other_plans(question, born.moment, weighed)
    if is_open:
        choices = by_residence(question, born.moment, weighed)
        if not choices.alternatives:
            return None
        drawn = choices.only or drawn
        head = choices.only.headline if choices.only else choices.agreed or UNANSWERED
        alternatives = choices.alternatives
    explained = Explained(question, born, weighed, drawn, head, alternatives)
    region = drawn.regions[-1]
    return Finding(
        service=control.service,
        account=question.account,
        control=control.id,
        state=head.state,
        since=head.since,
        grade=head.grade,
        as_of=head.as_of,
        spans=_from_creation(drawn.spans, born),
        switch=drawn.switch,
        exposure=exposure(
            drawn.spans, question.tallies, lambda data_class: question.atlas.stated(data_class, region)
        ),
        conflicts=(*((born.conflict,) if born.conflict else ()), *weighed.conflicts),
        alternatives=alternatives,
        narrow=narrow(explained),
        limits=limits(explained),
    )


def _from_creation(spans: tuple[Span, ...], born: Created) -> tuple[Span, ...]:
    """Name what states the creation of the account, where the first span starts, among its reasons."""
    if not born.facts:
        return spans
    first, part = spans[0], spans[0].support[0]
    because = (*part.because, *(fact for fact in born.facts if fact not in part.because))
    support = (replace(part, because=because), *first.support[1:])
    return (replace(first, support=support), *spans[1:])


def _other_plans(question: Question, born: Moment, weighed: Weighed) -> tuple[Alternative, ...]:
    control = question.control
    depends = any(row.plan for row in control.rows) or bool(control.plans_excluded)
    if not depends or _plan_is_known_now(question):
        return ()
    return by_plan(question, born, weighed)


def _plan_is_known_now(question: Question) -> bool:
    """Tell whether a declared or shown plan period reaches to today."""
    return any(
        period.end is None or question.today.latest <= period.end.earliest for period in question.plans
    )
