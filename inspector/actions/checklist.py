# SPDX-License-Identifier: Apache-2.0
"""The checklist: what to do next about each finding, in the order in which to do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from inspector.actions.action import Action, Sent
from inspector.actions.complaining import complaints
from inspector.actions.situation import Situation, situations
from inspector.actions.switching import has_switch, recheck, related, switch_off
from inspector.actions.wording import say
from inspector.actions.writing import Diary, written
from inspector.catalog.index import Catalog
from inspector.domain.findings import Finding
from inspector.domain.residence import Residence
from inspector.system.messages import Messages


def checklist(
    findings: Sequence[Finding],
    residence: Residence,
    catalog: Catalog,
    now: datetime,
    sent: Sequence[Sent] = (),
) -> tuple[Action, ...]:
    """Return what to do, per account: switch off, object, ask, look again, complain.

    Pure: the same values give the same actions in the same order. Letters and complaints follow the law of
    where the person lives on the day of `now`; without a residence they name none.
    """
    diary = Diary({one.action: one for one in sent})
    return tuple(
        action
        for situation in situations(findings, residence, catalog, now)
        for action in _of(situation, diary)
    )


def as_json(actions: Sequence[Action], messages: Messages) -> list[dict[str, object]]:
    """Return actions as the `checklist` of findings/1, in the language of `messages`."""
    return [_object(action, messages) for action in actions]


def _of(situation: Situation, diary: Diary) -> Iterator[Action]:
    owners = [owner for owner in situation.owners if has_switch(situation.entry(owner), owner)]
    switching = [action for owner in owners for action in switch_off(situation, owner)]
    yield from switching
    yield from related(situation, tuple(action.id for action in switching))
    letters = list(written(situation, diary))
    yield from letters
    for owner in owners:
        yield recheck(situation, owner, tuple(a.id for a in switching if owner.control in a.controls))
    yield from complaints(situation, diary, tuple(action.id for action in letters))


def _object(action: Action, messages: Messages) -> dict[str, object]:
    return {
        "id": action.id,
        "service": action.service,
        "action": action.action,
        "title": say(action.title, messages),
        "steps": [say(step, messages) for step in action.steps],
        "url": action.url,
        "due": action.due.isoformat() if action.due else None,
        "status": action.status,
        "not_undone": " ".join(say(text, messages) for text in action.not_undone),
    }
