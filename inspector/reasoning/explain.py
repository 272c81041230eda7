# SPDX-License-Identifier: Apache-2.0
"""What limits an answer and what would narrow it, as message keys with values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from inspector.domain.findings import Alternative
from inspector.domain.moment import Moment
from inspector.domain.practices import Row
from inspector.domain.text import Note, note
from inspector.domain.words import FactKind, Grade, Practice, State, Strength
from inspector.reasoning.account import Created
from inspector.reasoning.alternatives import EVERYWHERE
from inspector.reasoning.headline import Headline
from inspector.reasoning.lines import Drawn
from inspector.reasoning.question import Question
from inspector.reasoning.readings import Weighed

_WIDE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Explained:
    """A finished answer with everything it was made from."""

    question: Question
    born: Created
    weighed: Weighed
    drawn: Drawn
    head: Headline
    alternatives: tuple[Alternative, ...]


def limits(one: Explained) -> tuple[Note, ...]:
    """Return what the reader must know before relying on the answer, the weightiest first."""
    parts = (_of_sources, _of_place, _of_account, _of_practice, _of_spans, _of_evidence)
    return tuple(found for part in parts for found in part(one))


def narrow(one: Explained) -> tuple[Note, ...]:
    """Return what would make the answer surer, the most useful first."""
    return tuple(_narrowing(one))


def _of_sources(one: Explained) -> Iterator[Note]:
    if one.head.state is State.ON or any(span.state is State.ON for span in one.drawn.spans):
        yield note("limit.permission")
    if one.question.incomplete:
        yield note("limit.incomplete")


def _of_place(one: Explained) -> Iterator[Note]:
    regions = [region for region in one.drawn.regions if region and region != EVERYWHERE]
    if None in one.drawn.regions:
        yield note(f"limit.residence_{_without_place(one)}")
    for region in dict.fromkeys(regions):
        if not one.question.atlas.rows_for(region, one.question.control.consumer_plan):
            yield note("limit.region_not_named", region=one.question.atlas.named(region) or region)
    if regions:
        yield note("limit.region_declared")
    control = one.question.control
    if control.consumer_plan and not one.question.plans:
        yield note("limit.plan_assumed", plan=control.plan_name(control.consumer_plan))


def _without_place(one: Explained) -> str:
    """Return what a place that nobody named amounts to."""
    if one.question.residence:
        return "gap"
    if one.head.state is not State.UNKNOWN:
        return "agreed"
    return "open" if all(other.state is State.UNKNOWN for other in one.alternatives) else "unknown"


def _of_account(one: Explained) -> Iterator[Note]:
    if one.born.conflict is not None:
        yield note("limit.created_conflict")
    elif not one.born.facts:
        yield note("limit.created_unknown", latest=one.born.moment)


def _of_practice(one: Explained) -> Iterator[Note]:
    rows: dict[str, Row] = {row.id: row for row in one.drawn.rows}
    shown = [rows[span.row] for span in one.drawn.spans if span.row and span.start.is_known]
    if any(row.lower is Strength.ALLEGED for row in shown):
        yield note("limit.alleged_start")
    undocumented = (span for span in one.drawn.spans if span.practice is Practice.UNKNOWN)
    if not all(span.waits_for_residence for span in undocumented):
        yield note("limit.practice_unknown")
    stale = one.question.control.stale_after
    if stale is not None and one.question.now.date() > stale:
        yield note("limit.stale", day=stale.isoformat())
    if one.question.control.switch_of is not None:
        yield note("limit.shared_switch")


def _of_spans(one: Explained) -> Iterator[Note]:
    for span in one.drawn.spans:
        if span.may_be_empty:
            key = f"limit.{span.state}_may_be_empty"
            yield note(key, start=span.start, end=span.end or one.question.today)


def _of_evidence(one: Explained) -> Iterator[Note]:
    if one.weighed.undated:
        yield note("limit.undated_reading", count=len(one.weighed.undated))
    if any(conflict.decided_by is None for conflict in one.weighed.conflicts):
        yield note("limit.open_contradiction")
    grades = {fact.grade for fact in one.weighed.steps}
    if Grade.SHOWN in grades:
        yield note("limit.picture")
    if Grade.DECLARED in grades:
        yield note("limit.declared")
    if one.head.grade in (Grade.DEFAULT, Grade.ALLEGED):
        yield note("limit.default_only")
    if one.head.grade is Grade.INFERRED:
        yield note("limit.carried")


def _narrowing(one: Explained) -> Iterator[Note]:
    if None in one.drawn.regions:
        yield note("narrow.residence")
    offered = any(row.offer for row in one.question.control.rows)
    if offered and one.head.grade not in (Grade.RECORDED, Grade.SHOWN):
        yield note("narrow.picture_today")
    gap = _gap(one)
    if gap is not None:
        yield note("narrow.evidence_between", start=Moment(gap.not_before, gap.not_before), end=_end(gap))
    if not one.born.facts and FactKind.ACCOUNT_CREATED in one.question.control.archive_tells:
        yield note("narrow.archive")
    if one.head.grade is not Grade.RECORDED and one.head.state is not State.NOT_APPLICABLE:
        yield note("narrow.history_request")


def _end(gap: Moment) -> Moment:
    return Moment(gap.not_after, gap.not_after)


def _gap(one: Explained) -> Moment | None:
    """Return since when, where it is wide because nobody knows when the switch was moved."""
    since = one.head.since
    if since is None or since.not_before is None or since.not_after is None:
        return None
    moved = any(segment.start.not_after == since.not_after for segment in one.drawn.switch[1:])
    return since if moved and since.not_after - since.not_before > _WIDE else None
