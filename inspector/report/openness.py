# SPDX-License-Identifier: Apache-2.0
"""What stays open about a finding: contradictions, other possible answers, limits, what would narrow it."""

from __future__ import annotations

from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json
from inspector.report.limits import limit

_ANSWER = ("state", "since", "grade")


def openness(case: Context, finding: Json) -> list[Block]:
    """Conflicts, alternatives, limits and what would narrow the answer, each where there is any."""
    return [
        *_conflicts(case, finding),
        *_alternatives(case, finding),
        *_listed(case, "limits", _limits(case, finding)),
        *_listed(case, "narrow", [case.words.prose(note["text"]) for note in finding["narrow"]]),
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
    if all(_agrees(finding, other) for other in finding["alternatives"]):
        return [
            blocks.heading(2, say("alternative.title")),
            blocks.paragraph(say(f"alternative.same_{_undeclared(finding)}")),
        ]
    titles = [say("column.residence"), say("column.sharing"), say("column.since"), say("column.known")]
    rows = [_alternative(case, finding, alike) for alike in _alike(finding["alternatives"])]
    return [
        blocks.heading(2, say("alternative.title")),
        blocks.paragraph(say(f"alternative.lead_{_undeclared(finding)}")),
        blocks.table(titles, ["3", "2", "3", "2"], rows),
        *_suggestions(case, finding),
    ]


def _agrees(finding: Json, other: Json) -> bool:
    """Tell whether another possible answer is the very answer given."""
    return all(other[key] == finding[key] for key in _ANSWER)


def _undeclared(finding: Json) -> str:
    """What nobody declared: `residence`, `plan`, or `both`."""
    others: list[Json] = finding["alternatives"]
    named = [key for key in ("residence", "plan") if any(other[key] for other in others)]
    return named[0] if len(named) == 1 else "both"


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


def _alike(others: list[Json]) -> list[list[Json]]:
    """The possible answers in their order, equal ones together."""
    found: dict[str, list[Json]] = {}
    for other in others:
        found.setdefault(str([other[key] for key in _ANSWER]), []).append(other)
    return list(found.values())


def _alternative(case: Context, finding: Json, alike: list[Json]) -> list[Cell]:
    other = alike[0]
    since = words.moment(other["since"])
    return [
        "; ".join(_if(case, finding, one) for one in alike),
        [blocks.state(other["state"], case.words.name("state", other["state"]))],
        case.words.exact(since) if since else case.words.say("none"),
        case.words.name("grade", other["grade"]) if other["grade"] else case.words.say("none"),
    ]


def _if(case: Context, finding: Json, other: Json) -> str:
    parts = [_place(case, finding, other["residence"])] if other["residence"] else []
    if other["plan"]:
        named = case.control(finding).plan(other["plan"])
        parts.append(case.words.say("alternative.plan", plan=named))
    return ", ".join(parts) or case.words.say("none")


def _place(case: Context, finding: Json, region: str) -> str:
    """The name of a region; `*` is all the others, or any place where no other is named."""
    if region != "*":
        return case.view.region(region)
    alone = {other["residence"] for other in finding["alternatives"]} <= {"*", None}
    return case.words.say("alternative.anywhere" if alone else "line.everywhere")


def _limits(case: Context, finding: Json) -> list[str]:
    """The limits; of stretches that may be empty one for all, as the tables mark each of them."""
    say = case.words.say
    found = [limit(case, finding, note) for note in finding["limits"] if not _is_of_stretch(note)]
    empty = sum(1 for span in finding["spans"] if span["may_be_empty"])
    if empty:
        found.append(say("limits.may_be_empty", n=empty))
    differing = case.differing_in(finding)
    if differing:
        names = ", ".join(dict.fromkeys(one.source.upper() for one in differing))
        found.insert(0, say("limits.differs", sources=names))
    return found


def _is_of_stretch(note: Json) -> bool:
    return str(note["id"]).endswith("_may_be_empty")


def _listed(case: Context, kind: str, texts: list[str]) -> list[Block]:
    if not texts:
        return []
    return [blocks.heading(2, case.words.say(f"{kind}.title")), blocks.bullets(texts)]
