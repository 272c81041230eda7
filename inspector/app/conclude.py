# SPDX-License-Identifier: Apache-2.0
"""From the acts of a case to its answer: findings are derived anew each time, never stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from inspector import __version__
from inspector.actions.action import Sent
from inspector.actions.checklist import checklist
from inspector.app.accounts import Owned, owned
from inspector.app.atlas import atlas
from inspector.app.case_upkeep import upkeep
from inspector.cases.case import Case
from inspector.cases.derive import facts_of, plans_of, residence_of, services_of
from inspector.cases.post import post_of
from inspector.cases.standing import spoken
from inspector.catalog.entry import ControlEntry, Remark
from inspector.catalog.index import Catalog
from inspector.catalog.view import remarks_for
from inspector.domain.facts import Fact
from inspector.domain.findings import Finding
from inspector.domain.moment import Moment
from inspector.domain.reading import SourceReading
from inspector.domain.residence import PlanPeriod, Residence
from inspector.domain.sources import Source
from inspector.domain.text import Note
from inspector.domain.words import Grade
from inspector.reasoning.account import created
from inspector.reasoning.answer import answer
from inspector.reasoning.question import Question
from inspector.report.inspection import Account, Inspection, Program


@dataclass(frozen=True, slots=True)
class _Declared:
    """Where the person lived and their plans for one service."""

    residence: Residence
    plans: tuple[PlanPeriod, ...]


def conclude(case: Case, catalog: Catalog, now: datetime) -> Inspection:
    """Return the answer to a case as it stands."""
    readings = spoken(case.readings, case.acts)
    sources = tuple(one.source for one in readings)
    asked = services_of(case.acts)
    about = owned(_without_letters(readings), (*facts_of(case.acts), *_letters(readings, asked)), asked)
    accounts = _told_of_unread(about, sources)
    residence, plans = residence_of(case.acts), plans_of(case.acts)
    findings = [
        finding
        for account in accounts
        if account.service in catalog.service_ids()
        for finding in _findings(account, catalog, residence, plans, now)
    ]
    complete = not any(source.unread_bears for source in sources)
    return Inspection(
        program=Program(__version__, catalog.version, catalog.sha256),
        complete=complete,
        residence=residence,
        sources=sources,
        accounts=tuple(_account(account, plans, now) for account in accounts),
        facts=_facts(accounts),
        findings=tuple(findings),
        checklist=(
            *checklist(findings, residence, catalog, now, _sent(case)),
            *upkeep(case.acts, now.date()),
        ),
    )


def _without_letters(readings: Sequence[SourceReading]) -> list[SourceReading]:
    return [replace(one, facts=()) if one.source.kind == "mail" else one for one in readings]


def _letters(readings: Sequence[SourceReading], asked: Sequence[str]) -> list[Fact]:
    """Return what mails state of accounts that are known, and of those that a mail alone makes known.

    Anybody may write a mail in a service's name. One in a mailbox of many, which no signature vouches for,
    makes no account; a file that is of one service alone is about that service.
    """
    known = {one.source.service for one in readings if one.source.service} | set(asked)
    return [
        fact
        for one in readings
        if one.source.kind == "mail"
        for fact in one.facts
        if fact.service in known or fact.grade is Grade.RECORDED
    ]


def _sent(case: Case) -> tuple[Sent, ...]:
    return tuple(
        Sent(one.action, one.sent, one.received, one.answered, extended=one.extended is not None)
        for one in post_of(case.acts)
        if one.sent is not None
    )


def _told_of_unread(accounts: Sequence[Owned], sources: Sequence[Source]) -> tuple[Owned, ...]:
    """A source that could not be read and does not say whose it is may bear on every answer."""
    anyones = any(source.unread_bears and source.service is None for source in sources)
    return tuple(replace(one, incomplete=one.incomplete or anyones) for one in accounts)


def _facts(accounts: Sequence[Owned]) -> tuple[Fact, ...]:
    facts = [fact for account in accounts for fact in account.facts]
    return tuple(sorted(dict.fromkeys(facts), key=Fact.content_key))


def _account(one: Owned, plans: Sequence[PlanPeriod], now: datetime) -> Account:
    born = created(one.facts, one.tallies, Moment(now, now))
    return Account(
        one.service,
        one.key,
        born.moment,
        born.conflict,
        one.suggested,
        _plans(one, plans),
        one.counts,
    )


def _plans(one: Owned, declared: Sequence[PlanPeriod]) -> tuple[PlanPeriod, ...]:
    """Return the plans the person declared for the service, else those its archives show."""
    own = tuple(plan for plan in declared if plan.service == one.service)
    return tuple(sorted(own or one.plans, key=lambda plan: (plan.start.sort_key(), plan.plan)))


def _findings(
    one: Owned, catalog: Catalog, residence: Residence, plans: Sequence[PlanPeriod], now: datetime
) -> list[Finding]:
    entry = catalog.service(one.service)
    found = []
    for control in entry.controls:
        declared = _Declared(residence, _plans(one, plans))
        finding = answer(_question(one, control, declared, catalog, now))
        if finding is not None:
            found.append(_with_remarks(finding, one, residence, catalog))
    return found


def _question(
    one: Owned, control: ControlEntry, declared: _Declared, catalog: Catalog, now: datetime
) -> Question:
    entry, shared = catalog.service(one.service), _switch(control.id, catalog)
    return Question(
        control=replace(control.control, stale_after=control.control.stale_after or entry.stale_after),
        account=one.key,
        facts=one.facts,
        switch_facts=tuple(
            fact for fact in one.facts if fact.control and _switch(fact.control, catalog) == shared
        ),
        tallies=one.tallies,
        residence=declared.residence,
        plans=declared.plans,
        events=entry.events,
        atlas=atlas(control, catalog.regions, now.date()),
        now=now,
        incomplete=one.incomplete,
        suggested=tuple(region for region, _ in one.suggested),
    )


def _switch(control_id: str, catalog: Catalog) -> str:
    """Return the control whose switch governs this one."""
    return catalog.control(control_id).switch_of or control_id


def _with_remarks(finding: Finding, one: Owned, residence: Residence, catalog: Catalog) -> Finding:
    """Add what the catalog says limits or narrows any answer for this control, and is not there already."""
    entry, regions = catalog.service(one.service), [stay.region for stay in residence]

    def notes(remarks: tuple[Remark, ...]) -> tuple[Note, ...]:
        fitting = remarks_for(remarks, finding.control, regions, catalog.regions)
        return tuple(_note(remark) for remark in fitting if one.found.isdisjoint(remark.until_found))

    limits, narrow = notes(entry.limits), notes(entry.narrow)
    return replace(finding, limits=finding.limits + limits, narrow=finding.narrow + narrow)


def _note(remark: Remark) -> Note:
    return Note(f"catalog.{remark.id}", (), tuple(remark.text))
