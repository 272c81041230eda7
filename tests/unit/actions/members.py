# SPDX-License-Identifier: Apache-2.0
"""Fictional members of services, and what the program finds about them, by the shipped catalog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from inspector.actions.action import Action, Sent
from inspector.actions.checklist import checklist
from inspector.actions.letter import Letter
from inspector.actions.letters import letters
from inspector.app.atlas import atlas
from inspector.catalog.index import Catalog
from inspector.domain.facts import Fact
from inspector.domain.findings import Finding
from inspector.domain.moment import instant
from inspector.domain.residence import Residence, Stay
from inspector.domain.words import FactKind, Grade
from inspector.reasoning.answer import answer
from inspector.reasoning.question import Question

NOW = datetime(2026, 11, 21, 9, 15, tzinfo=UTC)
CATALOG = Catalog.load()
CONTROL = "linkedin/generative-ai-improvement"
ACCOUNT = "https://www.linkedin.com/in/robin-example"

ANSWERS = {
    "name": "Robin Example",
    "address": "1 Sample Street\nExampletown",
    "email": "robin@example.com",
    "account_url": ACCOUNT,
    "reason": "I write about patients of a small clinic.\nSome of them could be recognised from details.",
}


def lived(*stays: tuple[str, str | None, str | None] | str) -> Residence:
    """A residence: a region since ever, or regions from a day until a day."""
    whole = (stay if isinstance(stay, tuple) else (stay, None, None) for stay in stays)
    return tuple(Stay(region, _day(start), _day(end)) for region, start, end in whole)


def read(position: str, on: str, grade: Grade = Grade.SHOWN) -> Fact:
    """A reading of the switch at noon of a day."""
    time = datetime.fromisoformat(f"{on}T12:00:00+00:00")
    kind = FactKind.SETTING_READING
    return Fact(kind, "linkedin", position, grade, instant(time), ACCOUNT, CONTROL)


def found(
    residence: Residence, readings: Sequence[Fact] = (), account: str = ACCOUNT, of: str = "linkedin"
) -> list[Finding]:
    """The findings of a member of a service whose account was made on 2012-03-04."""
    made = datetime(2012, 3, 4, 12, tzinfo=UTC)
    born = Fact(FactKind.ACCOUNT_CREATED, of, "", Grade.RECORDED, instant(made), account)
    service = CATALOG.service(of)
    findings = []
    for entry in service.controls:
        question = Question(
            control=entry.control,
            account=account,
            facts=(born,),
            switch_facts=tuple(readings),
            tallies=(),
            residence=residence,
            plans=(),
            events=service.events,
            atlas=atlas(entry, CATALOG.regions, NOW.date()),
            now=NOW,
        )
        finding = answer(question)
        if finding is not None:
            findings.append(finding)
    return findings


def to_do(
    residence: Residence,
    readings: Sequence[Fact] = (),
    sent: Sequence[Sent] = (),
    now: datetime = NOW,
    of: str = "linkedin",
) -> dict[str, Action]:
    """The checklist of a member of a service, by id, in its order."""
    actions = checklist(found(residence, readings, of=of), residence, CATALOG, now, sent)
    return {action.id: action for action in actions}


def written(
    residence: Residence, language: str, readings: Sequence[Fact] = (), of: str = "linkedin"
) -> dict[str, Letter]:
    """The letters of a member of a service by kind."""
    unfilled = letters(found(residence, readings, of=of), residence, CATALOG, language, NOW)
    return {letter.kind: letter for letter in unfilled}


def answers_for(letter: Letter) -> dict[str, str]:
    """Everything that the letter asks the member."""
    return {field.id: ANSWERS[field.id] for field in letter.fields}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
