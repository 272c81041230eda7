# SPDX-License-Identifier: Apache-2.0
"""What holds of every answer, whatever rows, lives and readings it is made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from inspector.domain.facts import Fact
from inspector.domain.findings import Finding, Span
from inspector.domain.moment import Moment
from inspector.domain.residence import Stay
from inspector.domain.words import FactKind, Grade, Practice, State, Switch
from inspector.reasoning.answer import answer
from inspector.reasoning.question import Question
from tests.property.depth import few, many
from tests.property.strategies import CONTROL, DAYS, ORIGIN, known_moments, questions, with_switch_facts

READ = (Grade.RECORDED, Grade.SHOWN, Grade.DECLARED)
"""The grades a reading has; the others say how something follows without one."""


def _answered(question: Question) -> Finding:
    finding = answer(question)
    assume(finding is not None)
    assert finding is not None
    return finding


def _rises(before: Moment, after: Moment) -> bool:
    return before.earliest <= after.earliest and before.latest <= after.latest


def _key(span: Span) -> tuple[object, ...]:
    return (span.state, span.row, span.decider)


@many
@given(questions())
def test_spans_tile_from_creation_on(question: Question) -> None:
    spans = _answered(question).spans
    assert spans
    assert spans[-1].end is None
    for before, after in pairwise(spans):
        assert before.end is not None
        assert before.end.bounds() == after.start.bounds()
        assert _rises(before.start, before.end)
        assert _key(before) != _key(after)


_TWIN = "twin-"
"""Before the name of a region in which all is as in that region."""


def _as_twin(region: str) -> str:
    return region.removeprefix(_TWIN)


def _with_a_move(question: Question, day: date) -> Question:
    """The same question, but on a day the person moved to a place where all is as in the one they left."""
    atlas = question.atlas
    stays: list[Stay] = []
    for stay in question.residence:
        if (stay.start is None or stay.start < day) and (stay.end is None or day < stay.end):
            stays += [Stay(stay.region, stay.start, day), Stay(_TWIN + stay.region, day, stay.end)]
        else:
            stays.append(stay)
    return replace(
        question,
        residence=tuple(stays),
        atlas=replace(
            atlas,
            rows_for=lambda region, plan: atlas.rows_for(_as_twin(region), plan),
            is_among=lambda region, regions: atlas.is_among(_as_twin(region), regions),
            stated=lambda kind, region: atlas.stated(kind, region and _as_twin(region)),
        ),
    )


@few
@given(questions(), st.integers(0, DAYS))
def test_a_move_between_places_of_the_same_rows_never_changes_the_answer(
    question: Question, after: int
) -> None:
    stayed = _answered(question)
    moved = _answered(_with_a_move(question, (ORIGIN + timedelta(days=after)).date()))
    assert (moved.spans, moved.switch) == (stayed.spans, stayed.switch)
    assert (moved.state, moved.since, moved.grade) == (stayed.state, stayed.since, stayed.grade)
    assert (moved.exposure, moved.alternatives) == (stayed.exposure, stayed.alternatives)


@many
@given(questions(), st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(question: Question, random: Random) -> None:
    shuffled = replace(
        question,
        facts=tuple(random.sample(question.facts, len(question.facts))),
        switch_facts=tuple(random.sample(question.switch_facts, len(question.switch_facts))),
        plans=tuple(random.sample(question.plans, len(question.plans))),
    )
    assert answer(question) == answer(shuffled)


@many
@given(questions())
def test_every_span_names_its_reasons_and_unknown_has_neither_since_nor_grade(question: Question) -> None:
    finding = _answered(question)
    for span in finding.spans:
        assert span.support
        assert all(part.because for part in span.support)
        assert (span.grade is None) == (span.state is State.UNKNOWN)
    is_open = finding.state in (State.UNKNOWN, State.NOT_APPLICABLE)
    assert is_open == (finding.grade is None)
    assert not is_open or finding.since is None
    assert finding.limits


@many
@given(questions())
def test_on_needs_a_permission_and_off_is_never_made_of_absence(question: Question) -> None:
    finding = _answered(question)
    told = {fact.value for fact in question.switch_facts}
    begins = {row.offer.initial for row in question.control.rows if row.offer}
    for span in finding.spans:
        if span.practice is Practice.NOT_USED:
            assert span.state is State.OFF
        if span.state is State.OFF and span.practice is not Practice.NOT_USED:
            assert Switch.OFF in begins or "off" in told
        if span.state is State.ON and span.practice is not Practice.NO_CONTROL:
            assert Switch.ON in begins or "on" in told


def _reading(position: str, grade: Grade, moment: Moment) -> Fact:
    return Fact(FactKind.SETTING_READING, "example", position, grade, moment, control=CONTROL)


def _gap(finding: Finding, position: str) -> Moment | None:
    starts = [segment.start for segment in finding.switch if segment.position == position]
    return starts[-1] if starts else None


@many
@given(
    questions(resets=False),
    st.lists(known_moments, min_size=3, max_size=3),
    st.sampled_from(["on", "off"]),
    st.sampled_from(Grade),
)
def test_between_two_opposite_readings_another_only_narrows_the_gap(
    question: Question, moments: list[Moment], middle: str, grade: Grade
) -> None:
    first, between, last = sorted(moments, key=Moment.sort_key)
    assume(first.certainly_before(between) and between.certainly_before(last))
    ends = [_reading("on", grade, first), _reading("off", grade, last)]
    wide = _answered(with_switch_facts(question, ends))
    narrow = _answered(with_switch_facts(question, [*ends, _reading(middle, grade, between)]))
    before, after = _gap(wide, "off"), _gap(narrow, "off")
    assert before is not None
    assert after is not None
    assert before.earliest <= after.earliest
    assert after.latest <= before.latest


def _position_during(finding: Finding, moment: Moment) -> str | None:
    """Return the position the switch line certainly shows throughout a moment."""
    for segment in finding.switch:
        ends = segment.end is None or moment.latest < segment.end.earliest
        if segment.start.latest < moment.earliest and ends:
            return str(segment.position)
    return None


def _may_contradict(fact: Fact, position: str, moment: Moment) -> bool:
    """Tell whether a reading of the other position may have been made at the same time."""
    is_reading = fact.kind is FactKind.SETTING_READING and fact.moment.is_known
    return is_reading and fact.value != position and fact.moment.meets(moment)


@many
@given(questions(resets=False), known_moments, st.sampled_from(READ))
def test_an_agreeing_reading_changes_no_state_widens_no_bound_and_lowers_no_grade(
    question: Question, moment: Moment, grade: Grade
) -> None:
    alone = _answered(question)
    position = _position_during(alone, moment)
    assume(position in ("on", "off"))
    assume(not any(_may_contradict(fact, str(position), moment) for fact in question.switch_facts))
    agreeing = _reading(str(position), grade, moment)
    with_it = _answered(with_switch_facts(question, [*question.switch_facts, agreeing]))
    # Where no practice is documented the state was unknown; a reading may carry it there.
    assert with_it.state is alone.state or alone.state is State.UNKNOWN
    if alone.grade is not None and with_it.grade is not None:
        assert with_it.grade.rank <= alone.grade.rank
    was_known = all(span.state is not State.UNKNOWN for span in alone.spans)
    if was_known and alone.since is not None and with_it.since is not None:
        assert alone.since.earliest <= with_it.since.earliest
        assert with_it.since.latest <= alone.since.latest
