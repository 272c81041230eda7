# SPDX-License-Identifier: Apache-2.0
"""What stays open about a finding: contradictions, other possible answers, limits, what would narrow it."""

from __future__ import annotations

from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json


def openness(case: Context, finding: Json) -> list[Block]:
    """Conflicts, alternatives, limits and what would narrow the answer, each where there is any."""
    return [
        *_conflicts(case, finding),
        *_alternatives(case, finding),
        *_notes(case, "limits", finding["limits"]),
        *_notes(case, "narrow", finding["narrow"]),
    ]


def _conflicts(case: Context, finding: Json) -> list[Block]:
    say = case.words.say
    if not finding["conflicts"]:
        return []
    titles = [say("column.when"), say("column.facts"), say("column.says"), say("column.decided")]
    rows: list[list[Cell]] = [
        [
            case.words.exact(words.moment(conflict["moment"])),
            case.reasons(conflict["facts"]),
            " / ".join(case.words.name("switch", value) for value in conflict["says"]),
            say("conflict.grade" if conflict["decided_by"] == "grade" else "conflict.open"),
        ]
        for conflict in finding["conflicts"]
    ]
    return [
        blocks.heading(2, say("conflict.title")),
        blocks.paragraph(say("conflict.lead")),
        blocks.table(titles, ["2.6", "1.4", "1.4", "4"], rows),
    ]


def _alternatives(case: Context, finding: Json) -> list[Block]:
    say = case.words.say
    if not finding["alternatives"]:
        return []
    titles = [say("column.residence"), say("column.sharing"), say("column.since"), say("column.known")]
    rows = [_alternative(case, finding, other) for other in finding["alternatives"]]
    return [
        blocks.heading(2, say("alternative.title")),
        blocks.paragraph(say("alternative.lead")),
        blocks.table(titles, ["3", "2", "3", "2"], rows),
        *_suggestions(case, finding),
    ]


def _suggestions(case: Context, finding: Json) -> list[Block]:
    account = case.account(finding)
    suggested: list[Json] = account["regions_suggested"] if account else []
    return [
        blocks.paragraph(
            case.words.say("alternative.suggested", region=case.view.region(hint["region"])),
            *case.reasons(hint["because"]),
            look="muted",
        )
        for hint in suggested
    ]


def _alternative(case: Context, finding: Json, other: Json) -> list[Cell]:
    since = words.moment(other["since"])
    return [
        _if(case, finding, other),
        [blocks.state(other["state"], case.words.name("state", other["state"]))],
        case.words.exact(since) if since else case.words.say("none"),
        case.words.name("grade", other["grade"]) if other["grade"] else case.words.say("none"),
    ]


def _if(case: Context, finding: Json, other: Json) -> str:
    parts = [case.view.region(other["residence"])] if other["residence"] else []
    if other["plan"]:
        named = case.control(finding).plan(other["plan"])
        parts.append(case.words.say("alternative.plan", plan=named))
    return ", ".join(parts) or case.words.say("none")


def _notes(case: Context, kind: str, notes: list[Json]) -> list[Block]:
    if not notes:
        return []
    return [
        blocks.heading(2, case.words.say(f"{kind}.title")),
        blocks.bullets(note["text"] for note in notes),
    ]
