# SPDX-License-Identifier: Apache-2.0
"""Switching off, looking at what decides with it, and looking again later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inspector.actions.action import Action
from inspector.actions.deadlines import last_day
from inspector.actions.situation import Situation
from inspector.actions.wording import Line, Text, line
from inspector.catalog.entry import ControlEntry, Related, Steps
from inspector.catalog.view import remarks_for
from inspector.domain.facts import Fact
from inspector.domain.findings import Finding
from inspector.domain.words import Grade, Practice, Switch

LOOK_AGAIN_AFTER_MONTHS = 3
"""Our own advice, marked as such: no source sets a time for looking again."""

_SEEN = (Grade.RECORDED, Grade.SHOWN)


def has_switch(entry: ControlEntry, owner: Finding) -> bool:
    """Tell whether there is anything to switch today: an address, steps, or a row that offers it.

    Where the documents name no setting for the person as things stand, there is none, whatever others have.
    """
    offered = any(row.offer for row in entry.rows)
    now = owner.spans[-1].practice
    if now is Practice.NO_CONTROL or (now is Practice.NOT_USED and not offered):
        return False
    return offered or entry.link is not None or bool(entry.steps)


def seen_off(owner: Finding) -> bool:
    """Tell whether the switch stands off now and a record, picture, page or mail shows it there."""
    last = owner.switch[-1]
    seen = (reason for reason in last.because if isinstance(reason, Fact) and reason.grade in _SEEN)
    return last.position is Switch.OFF and any(fact.value == Switch.OFF for fact in seen)


def _seen_on(owner: Finding) -> date | None:
    """Return the day on which the switch was last seen where it stands now; None where it never was."""
    last = owner.switch[-1]
    days = (
        reason.moment.not_after.date()
        for reason in last.because
        if isinstance(reason, Fact) and reason.grade in _SEEN and reason.moment.not_after is not None
    )
    return max(days, default=None)


def switch_off(situation: Situation, owner: Finding) -> Iterator[Action]:
    """Yield the action for a switch that stands on or may; none where the service offers no switch."""
    if owner.switch[-1].position is Switch.NONE:
        return
    entry, sharing = situation.entry(owner), situation.sharing(owner)
    yield Action(
        id=situation.name("switch-off", _short(owner)),
        service=situation.service.id,
        account=situation.account,
        controls=(owner.control, *(finding.control for finding in sharing)),
        action="switch_off",
        title=line("actions.switch_off.title", setting=entry.name),
        steps=(*_platforms(entry.steps), *_shared(situation, sharing)),
        url=entry.url,
        due=None,
        status="not_needed" if seen_off(owner) else "open",
        not_undone=_not_undone(situation, owner),
    )


def related(situation: Situation, after: tuple[str, ...]) -> Iterator[Action]:
    """Yield an action for each other setting that decides what the switch can reach."""
    for one in situation.service.related:
        if one.direct and after:
            yield _related(situation, one, after)


def recheck(situation: Situation, owner: Finding, after: tuple[str, ...]) -> Action:
    """Return the advice to look at the switch again, counted from when it was last seen, else from today."""
    entry = situation.entry(owner)
    return Action(
        id=situation.name("recheck", _short(owner)),
        service=situation.service.id,
        account=situation.account,
        controls=(owner.control,),
        action="recheck",
        title=line("actions.recheck.title", setting=entry.name),
        steps=(
            line("actions.recheck.look"),
            line("actions.recheck.keep"),
            line("actions.recheck.advice", n=LOOK_AGAIN_AFTER_MONTHS),
        ),
        url=entry.url,
        due=last_day(_seen_on(owner) or situation.day, LOOK_AGAIN_AFTER_MONTHS, "month"),
        status="open",
        not_undone=(line("actions.recheck.not_undone"),),
        depends_on=after,
    )


def _related(situation: Situation, one: Related, after: tuple[str, ...]) -> Action:
    steps: tuple[Text, ...] = (line("actions.related.where", section=one.section, label=one.label),)
    return Action(
        id=situation.name("switch-off", one.id),
        service=situation.service.id,
        account=situation.account,
        controls=(),
        action="switch_off",
        title=line("actions.related.title", label=one.label),
        steps=steps if one.why is None else (one.why, *steps),
        url=situation.service.link(one.link).url if one.link else None,
        due=None,
        status="open",
        not_undone=(line("actions.related.not_undone"),),
        depends_on=after,
    )


def _platforms(guides: tuple[Steps, ...]) -> Iterator[Line]:
    for guide in guides:
        for step in guide.steps:
            yield line(f"actions.step.{guide.platform}", step=step)


def _shared(situation: Situation, sharing: tuple[Finding, ...]) -> Iterator[Line]:
    for finding in sharing:
        yield line("actions.switch_off.shared", setting=situation.entry(finding).name)


def _not_undone(situation: Situation, owner: Finding) -> tuple[Text, ...]:
    places = (situation.region,) if situation.region else ()
    remarks = remarks_for(situation.service.not_undone, owner.control, places, situation.catalog.regions)
    return tuple(remark.text for remark in remarks)


def _short(finding: Finding) -> str:
    return finding.control.partition("/")[2]
