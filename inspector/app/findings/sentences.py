# SPDX-License-Identifier: Apache-2.0
"""The sentences of the page: what it sums up, since when, how known, where the person lived."""

from __future__ import annotations

from collections import Counter

from inspector.app.findings.ground import Ground
from inspector.app.findings.shapes import Other
from inspector.domain.findings import Alternative, Finding
from inspector.domain.moment import Moment
from inspector.domain.residence import Stay
from inspector.domain.words import Grade, State

_SAYS_NOTHING_FIRST = "permission"
_ANYWHERE = "*"


def summary(ground: Ground) -> str:
    """Return the page's sentence, such as `One setting is on, one is off`."""
    counts = Counter(_summed(ground, finding) for finding in ground.inspection.findings)
    present = [(state, counts[state]) for state in (*map(str, State), "residence") if counts[state]]
    if not present:
        return ground.say("title")
    (first, n), *more = present
    parts = [ground.say(f"sum_first.{first}", n=n), *(ground.say(f"sum_more.{one}", n=m) for one, m in more)]
    return ground.say("sum", parts=ground.say("sum_join").join(parts))


def aside(ground: Ground) -> str:
    """Return what ON means, and before that whether something was not read."""
    permission = ground.say("permission")
    if ground.inspection.complete:
        return permission
    return ground.say("aside_incomplete", permission=permission)


def _summed(ground: Ground, finding: Finding) -> str:
    """Return what a finding counts as; one that only waits for where the person lived is not just unknown."""
    waits = finding.state is State.UNKNOWN and open_because(ground, finding) == "residence"
    return "residence" if waits else str(finding.state)


def since(ground: Ground, finding: Finding) -> str:
    """Return since when, in plain words; for an answer that is not known, why."""
    if finding.state is State.NOT_APPLICABLE:
        return ground.say("since.not_applicable")
    if finding.state is State.UNKNOWN:
        why = open_because(ground, finding)
        if why == "residence":
            return _by_residence(ground, finding)
        return ground.say(f"since.unknown_{why}", when=_open_from(ground, finding))
    moment = finding.since
    if moment is None or not moment.is_known:
        return ground.say(f"since.{finding.state}_open")
    form = "creation" if _is_creation(ground, finding, moment) else ground.words.form(moment)
    return ground.say(f"since.{finding.state}_{form}", when=ground.words.plain(moment))


def _by_residence(ground: Ground, finding: Finding) -> str:
    """Return what the answers have in common that wait for where the person lived."""
    found = [one for one in finding.alternatives if one.residence]
    states = {str(one.state) for one in found if one.state in (State.ON, State.OFF)}
    if len(found) == 1 and states and found[0].residence and found[0].residence != _ANYWHERE:
        state, where = str(found[0].state), ground.where(found[0].residence)
        return ground.say(f"since.residence_only_{state}", where=where)
    if len(states) == 1:
        known = all(str(one.state) in states for one in found)
        return ground.say(f"since.residence_{'all' if known else 'known'}_{states.pop()}")
    return ground.say("since.residence_both" if states else "since.unknown_residence")


def open_because(ground: Ground, finding: Finding) -> str:
    """Return why an answer is open: `residence`, `conflict`, `plan`, `incomplete` or `undocumented`."""
    if not ground.inspection.residence and any(one.residence for one in finding.alternatives):
        return "residence"
    if any(conflict.decided_by is None for conflict in finding.conflicts):
        return "conflict"
    if any(one.plan for one in finding.alternatives):
        return "plan"
    return "undocumented" if ground.inspection.complete else "incomplete"


def _open_from(ground: Ground, finding: Finding) -> str:
    undecided = [conflict.moment for conflict in finding.conflicts if conflict.decided_by is None]
    return ground.words.plain(undecided[-1]) if undecided else ""


def _is_creation(ground: Ground, finding: Finding, moment: Moment) -> bool:
    account = ground.account(finding)
    return account is not None and account.created.bounds() == moment.bounds()


def chip(ground: Ground, finding: Finding) -> str:
    """Return the word for the grade with what it means, in as few words as can be."""
    if finding.grade is not None:
        return ground.say(f"chip.{finding.grade}")
    if finding.state is State.NOT_APPLICABLE:
        return ground.say("chip.not_applicable")
    return ground.say(f"chip.none_{open_because(ground, finding)}")


def known(ground: Ground, finding: Finding) -> str:
    """Return how the answer is known, as sentences."""
    if finding.grade is None:
        why = "not_applicable" if finding.state is State.NOT_APPLICABLE else open_because(ground, finding)
        return ground.say(f"known.none_{why}")
    sentence = ground.say(f"known.{finding.grade}")
    if finding.as_of is None or not finding.as_of.is_known:
        return sentence
    key = "known.checked" if finding.grade is Grade.DEFAULT else "known.as_of"
    return f"{sentence} {ground.say(key, when=ground.words.plain(finding.as_of))}"


def next_step(ground: Ground, finding: Finding) -> str:
    """Return the first thing that would narrow the answer, empty where nothing is known to."""
    return ground.note(finding.narrow[0]) if finding.narrow else ""


def limits(ground: Ground, finding: Finding) -> tuple[str, ...]:
    """Return what limits the answer; what the head of the page already says comes last."""
    ordered = sorted(finding.limits, key=lambda note: note.id == _SAYS_NOTHING_FIRST)
    return tuple(dict.fromkeys(ground.note(note) for note in ordered))


def incomplete(ground: Ground, finding: Finding) -> str:
    """Return the sentence on what was not read, empty where all was."""
    told = any(note.id == "incomplete" for note in finding.limits)
    return ground.say("incomplete") if told or not ground.inspection.complete else ""


def others(ground: Ground, finding: Finding) -> tuple[Other, ...]:
    """Return the answers if something were true that nobody declared, suggested regions first."""
    suggested = {region for account in ground.inspection.accounts for region, _ in account.regions}
    ordered = sorted(
        finding.alternatives,
        key=lambda one: (
            one.residence == _ANYWHERE,
            one.residence not in suggested,
            ground.region(one.residence) if one.residence not in (None, _ANYWHERE) else "",
        ),
    )
    return tuple(_other(ground, finding, one) for one in ordered)


def _other(ground: Ground, finding: Finding, one: Alternative) -> Other:
    where = ""
    if one.residence:
        where = (
            ground.say("elsewhere")
            if one.residence == _ANYWHERE
            else ground.say("if_region", where=ground.where(one.residence))
        )
    plan = ground.say("if_plan", plan=ground.control(finding).plan(one.plan)) if one.plan else ""
    state = str(one.state)
    when = ground.words.plain(one.since) if one.since and one.since.is_known else ""
    return Other(
        " · ".join(filter(None, (where, plan))),
        state,
        ground.words.name("state", state),
        ground.say(f"other.{ground.words.form(one.since)}", when=when) if when and one.since else "",
    )


def lived(ground: Ground) -> str:
    """Return where the person says they lived, in one line."""
    stays = ground.inspection.residence
    if not stays:
        return ground.say("lived_nowhere")
    join = ground.say("sum_join")
    return ground.say("lived", stays=join.join(_stay(ground, stay) for stay in stays))


def _stay(ground: Ground, stay: Stay) -> str:
    region = ground.region(stay.region)
    if stay.end is not None:
        return ground.say("stay_until", region=region, month=_month(ground, stay.end.month, stay.end.year))
    if stay.start is not None and len(ground.inspection.residence) == 1:
        return ground.say("stay_from", region=region, month=_month(ground, stay.start.month, stay.start.year))
    return ground.say("stay_since" if stay.start is not None else "stay", region=region)


def _month(ground: Ground, month: int, year: int) -> str:
    return ground.words.month(f"{year}-{month}")
