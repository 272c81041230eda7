# SPDX-License-Identifier: Apache-2.0
"""What the sentence of a card leaves out: earlier stretches of ON, and readings that disagree."""

from __future__ import annotations

from itertools import groupby

from inspector.app.findings.ground import Ground
from inspector.app.findings.telling import edge
from inspector.domain.facts import Fact
from inspector.domain.findings import Conflict, Finding, Span
from inspector.domain.words import State
from inspector.report.glyphs import visible

_TOLD_OF = ("recorded", "shown", "alleged")


def earlier(ground: Ground, finding: Finding) -> str:
    """Return when it was on before the stretch that the card tells of, empty where it was not."""
    runs = [list(spans) for _, spans in groupby(finding.spans, key=lambda span: span.state)]
    all_on = [run for run in runs[:-1] if run[0].state is State.ON]
    found = [run for run in all_on if not _may_be_empty(run)]
    if not found:
        return ground.say("earlier.maybe") if all_on else ""
    if len(found) > 1:
        return ground.say("earlier.several", n=len(found))
    return _once(ground, found[0], runs[runs.index(found[0]) + 1])


def _once(ground: Ground, run: list[Span], after: list[Span]) -> str:
    """Return when a run was and what followed it; its edges are not named where they may be one another."""
    start, end = run[0].start, run[-1].end
    if end is None:
        return ""
    if start.latest > end.earliest:
        return ground.say("earlier.some_time")
    return ground.say(f"earlier.then_{after[0].state}", start=edge(ground, start), end=edge(ground, end))


def _may_be_empty(run: list[Span]) -> bool:
    return all(span.may_be_empty for span in run)


def contradicted(ground: Ground, finding: Finding) -> str:
    """Return both readings of the newest contradiction and what followed, empty where there is none."""
    if not finding.conflicts:
        return ""
    conflict = finding.conflicts[-1]
    outcome = "grade" if conflict.decided_by == "grade" else "open"
    return ground.say(
        f"contradicted.{outcome}",
        when=ground.words.plain(conflict.moment),
        sides=ground.say("contradicted.join").join(_sides(ground, conflict)),
    )


def _sides(ground: Ground, conflict: Conflict) -> list[str]:
    """Return what the first fact of each position says."""
    first = {fact.value: fact for fact in reversed(conflict.facts)}
    return [_said(ground, first[value]) for value in dict.fromkeys(fact.value for fact in conflict.facts)]


def _said(ground: Ground, fact: Fact) -> str:
    place = fact.provenance
    source = ground.sources.get(place.source_sha256) if place else None
    word = ground.words.name("state", fact.value)
    if source is None or str(fact.grade) not in _TOLD_OF:
        return ground.say("contradicted.by_you", word=word)
    return ground.say(f"contradicted.{fact.grade}", name=visible(source.name), word=word)
