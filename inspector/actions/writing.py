# SPDX-License-Identifier: Apache-2.0
"""Actions for letters: what to ask for or object to, how to send it, and by when an answer is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from inspector.actions.action import Action, ActionStatus, Sent
from inspector.actions.deadlines import Deadlines, deadlines
from inspector.actions.law import ACTIONS, KINDS, applying, backing, letter_id, on_the_law, within
from inspector.actions.recipient import company, recipient
from inspector.actions.situation import Situation
from inspector.actions.switching import seen_off
from inspector.actions.wording import Text, joined, line
from inspector.catalog.entry import LetterUse
from inspector.catalog.rights import Right
from inspector.domain.findings import Finding
from inspector.domain.words import Grade, Practice


@dataclass(frozen=True, slots=True)
class Diary:
    """What the person sent, by action id."""

    sent: Mapping[str, Sent]

    def deadlines(self, action: str, right: Right | None) -> Deadlines | None:
        """Return the last days for an action; None before its arrival is entered, or without a right."""
        sent = self.sent.get(action)
        if right is None or sent is None or sent.received is None:
            return None
        return deadlines(right, sent.received)

    def due(self, action: str, right: Right | None) -> date | None:
        """Return by when an answer is due, the later day where the service took the longer period."""
        last = self.deadlines(action, right)
        if last is None:
            return None
        return last.extended if self.sent[action].extended and last.extended else last.answer

    def status(self, action: str, *, needed: bool) -> ActionStatus:
        """Return done once answered; a letter that was sent stays open although it is no longer needed."""
        sent = self.sent.get(action)
        if sent is not None:
            return "open" if sent.answered is None else "done"
        return "open" if needed else "not_needed"


def written(situation: Situation, diary: Diary) -> Iterator[Action]:
    """Yield an action per letter: objections and opt-outs, then deletion, then requests."""
    uses = applying(situation)
    yield from (_objection(situation, use, diary) for use in uses if use.right == "objection")
    yield from (_further(situation, use, diary) for use in uses if use.right in ("opt_out", "limit"))
    yield from (_further(situation, use, diary) for use in uses if use.right == "erasure")
    yield from (_request(situation, use, diary) for use in uses if use.right == "access")


def _objection(situation: Situation, use: LetterUse, diary: Diary) -> Action:
    about, right = situation.about(use), backing(situation, use)
    form = situation.service.objection
    name = letter_id(situation, use)
    return Action(
        id=name,
        service=situation.service.id,
        account=situation.account,
        controls=tuple(finding.control for finding in about),
        action="object",
        title=line("actions.object.title", service=situation.service.name),
        steps=(
            use.purpose,
            *_cases(situation),
            *_reason(right),
            *_sending(situation, use, right, diary),
            *_form(situation),
        ),
        url=situation.service.link(form.link).url if form else None,
        due=diary.due(name, right),
        status=diary.status(name, needed=any(_is_to_object(finding) for finding in about)),
        not_undone=(line("actions.object.not_undone"),),
    )


def _further(situation: Situation, use: LetterUse, diary: Diary) -> Action:
    """Return the action for a letter on sale and sharing, on sensitive data, or on deletion."""
    about, right, kind = situation.about(use), backing(situation, use), KINDS[use.right]
    contacts = situation.contacts()
    name = letter_id(situation, use)
    return Action(
        id=name,
        service=situation.service.id,
        account=situation.account,
        controls=tuple(finding.control for finding in about),
        action=ACTIONS[kind],
        title=line(f"actions.{kind}.title", service=situation.service.name),
        steps=(use.purpose, line(f"actions.{kind}.first"), *_sending(situation, use, right, diary)),
        url=contacts[0].webform if contacts else None,
        due=diary.due(name, right),
        status=diary.status(name, needed=any(_is_to_object(finding) for finding in about)),
        not_undone=(line(f"actions.{kind}.not_undone"),),
    )


def _request(situation: Situation, use: LetterUse, diary: Diary) -> Action:
    about, right = situation.about(use), backing(situation, use)
    contacts = situation.contacts()
    name = letter_id(situation, use)
    return Action(
        id=name,
        service=situation.service.id,
        account=situation.account,
        controls=tuple(finding.control for finding in about),
        action="request",
        title=line("actions.request.title", setting=situation.entry(about[0]).name),
        steps=(use.purpose, *_sending(situation, use, right, diary)),
        url=contacts[0].webform if contacts else None,
        due=diary.due(name, right),
        status=diary.status(name, needed=any(finding.grade is not Grade.RECORDED for finding in about)),
        not_undone=(line("actions.request.not_undone"),),
    )


def _is_to_object(finding: Finding) -> bool:
    """Tell whether the use may be allowed now: not where a switch is seen off, nor where nothing is used."""
    return not (seen_off(finding) or finding.spans[-1].practice is Practice.NOT_USED)


def _cases(situation: Situation) -> Iterator[Text]:
    form = situation.service.objection
    for case in form.cases if form else ():
        yield line("actions.object.needed" if case.needed else "actions.object.not_needed", case=case.text)


def _reason(right: Right | None) -> Iterator[Text]:
    yield line("actions.object.reason" if right is None or right.needs_reason else "actions.object.no_reason")


def _form(situation: Situation) -> Iterator[Text]:
    form = situation.service.objection
    if form and form.fields:
        yield line("actions.object.form", fields=joined(form.fields, "; "))


def _sending(situation: Situation, use: LetterUse, right: Right | None, diary: Diary) -> Iterator[Text]:
    """How to fill in and send the letter, then what the law says about the time."""
    to = recipient(situation, KINDS[use.right])
    yield line("actions.letter.fill")
    company = to.lines[0].removesuffix(".")  # The sentence ends with a stop of its own.
    yield line("actions.letter.to_in_one_way" if to.ways else "actions.letter.to", company=company)
    yield from to.ways
    yield from to.advice
    yield from on_the_law(situation, use, right)
    yield line("actions.letter.arrival")
    yield from _time(situation, right)
    yield from _last_days(diary, letter_id(situation, use), right)


def _time(situation: Situation, right: Right | None) -> Iterator[Text]:
    if right is None:
        return
    if right.response is None or right.response.amount is None:
        yield line("actions.letter.no_time", law=right.law)
        return
    contacts = situation.contacts()
    who = company(contacts[0], situation) if contacts else situation.service.name
    period = within(right.response.unit, right.response.amount)
    yield line("actions.letter.time", company=who, period=period, law=right.law)
    if right.acknowledge:
        first = within(right.acknowledge.unit, right.acknowledge.amount)
        yield line("actions.letter.acknowledge", company=who, period=first)


def _last_days(diary: Diary, action: str, right: Right | None) -> Iterator[Text]:
    last = diary.deadlines(action, right)
    if last is None:
        return
    if last.acknowledge:
        yield line("actions.letter.acknowledge_by", day=last.acknowledge)
    if last.extended:
        yield line("actions.letter.extended_by", day=last.extended)
