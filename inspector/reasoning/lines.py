# SPDX-License-Identifier: Apache-2.0
"""Both lines of one control for one assumed residence and plan, and the spans they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.findings import Span, SwitchSegment
from inspector.domain.moment import Moment
from inspector.domain.practices import Control, Event, Row
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.words import Practice, State, Switch
from inspector.reasoning.headline import Headline, headline
from inspector.reasoning.life import Situation, courses, situations
from inspector.reasoning.offers import first_offer, possible_positions
from inspector.reasoning.pieces import Piece
from inspector.reasoning.practice_line import Documented, homes, practice_line
from inspector.reasoning.question import Question
from inspector.reasoning.readings import Weighed
from inspector.reasoning.spans import spans, stretches
from inspector.reasoning.stand import segments
from inspector.reasoning.steps import Reset
from inspector.reasoning.switch_line import switch_line


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines of a control as drawn for one residence and plan."""

    life: tuple[Piece[Situation], ...]
    practice: tuple[Piece[Documented], ...]
    spans: tuple[Span, ...]
    switch: tuple[SwitchSegment, ...]
    headline: Headline

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the catalog rows that apply at some time."""
        return tuple(piece.value.row for piece in self.practice if piece.value.row is not None)

    @property
    def regions(self) -> tuple[str | None, ...]:
        """Return where the person is taken to have lived, in order; None where nobody says."""
        return tuple(piece.value.region for piece in self.life)

    @property
    def plan_now(self) -> str | None:
        """Return the plan taken for today."""
        return self.life[-1].value.plan


@dataclass(frozen=True, slots=True)
class Assumed:
    """Where the person is taken to have lived and on which plans; `otherwise` where no period says one."""

    residence: Residence
    plans: tuple[PlanPeriod, ...]
    otherwise: str | None


def as_declared(question: Question) -> Assumed:
    """Return what the person declared and the archives show, with the consumer plan for the rest."""
    return Assumed(question.residence, question.plans, question.control.consumer_plan)


def draw(question: Question, created: Moment, weighed: Weighed, assumed: Assumed) -> Drawn:
    """Return both lines, spans and headline as they are under what is assumed."""
    lived = courses(assumed.residence, assumed.plans, assumed.otherwise)
    life = situations(created, lived)
    at_home = homes(created, lived, question.atlas.rows_for)
    practice = practice_line(at_home)
    switch = switch_line(first_offer(at_home), weighed, _resets(question, life, created))
    result = spans(stretches(practice, switch))
    checked = {row.id: row.checked for piece in practice if (row := piece.value.row) is not None}
    head = headline(result, weighed.steps, checked)
    if _is_excluded(question.control, life):
        head = Headline(State.NOT_APPLICABLE, None, None, None)
    return Drawn(
        tuple(life), tuple(practice), result, segments(switch, created, _never_offered(practice)), head
    )


def _never_offered(practice: Sequence[Piece[Documented]]) -> Switch:
    """Return what to say of a switch without any offer or reading: not there, or not known."""
    known = all(
        (row := piece.value.row) is not None and row.practice is not Practice.UNKNOWN for piece in practice
    )
    return Switch.NONE if known else Switch.UNKNOWN


def _is_excluded(control: Control, life: Sequence[Piece[Situation]]) -> bool:
    """Tell whether the plan the person has now does not have the control."""
    return life[-1].value.plan in control.plans_excluded if life[-1].value.plan else False


def _resets(question: Question, life: Sequence[Piece[Situation]], created: Moment) -> list[Reset]:
    """Return the events that put the switch back, or may have, for the life of this account."""
    result: list[Reset] = []
    for event in question.events:
        if question.control.id not in event.resets:
            continue
        found = {
            position if _reaches(question, event, situation) else None
            for situation, position in possible_positions(life, question.atlas.rows_for, event.moment)
        }
        if event.moment.earliest < created.latest:
            found.add(None)
        positions = [position for position in found if position is not None]
        if positions:
            position = positions[0] if len(positions) == 1 else Switch.UNKNOWN
            result.append(Reset(event, position, sure=len(found) == 1 or len(positions) > 1))
    return result


def _reaches(question: Question, event: Event, situation: Situation) -> bool:
    if not event.regions:
        return True
    return situation.region is not None and question.atlas.is_among(situation.region, event.regions)
