# SPDX-License-Identifier: Apache-2.0
"""The parts after the findings: published sources, further facts, next steps, and how the answer was made."""

from __future__ import annotations

import json
import math

from inspector.domain.practices import Citation
from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json, place_of
from inspector.report.places import in_words
from inspector.system import resources

_METHOD = (
    "question",
    "moments",
    "lines",
    "grades",
    "conflicts",
    "absence",
    "catalog",
    "capture",
    "repeat",
    "limits",
)


def published(case: Context) -> list[Block]:
    """The published sources as citations with hashes; their texts are not copied."""
    say = case.words.say
    if not case.cited:
        return []
    exhibits = (_citation(case, number, citation) for number, citation in case.cited.values())
    return [blocks.heading(1, say("published.title")), blocks.paragraph(say("published.lead")), *exhibits]


def _citation(case: Context, number: str, citation: Citation) -> Block:
    say = case.words.say
    kept = " · ".join(filter(None, (citation.repository, citation.file)))
    return blocks.exhibit(
        number,
        number,
        citation.title,
        [
            (say("line.publisher"), citation.publisher),
            (say("line.day"), citation.day.isoformat() if citation.day else ""),
            (say("line.url"), citation.url or ""),
            (say("line.kept"), kept),
            (say("line.commit"), blocks.run(citation.commit, "hash") if citation.commit else ""),
            (say("line.hash"), blocks.run(citation.sha256, "hash") if citation.sha256 else ""),
            (say("line.recorded"), case.words.stamp(citation.recorded) if citation.recorded else ""),
            (say("line.effective"), citation.effective or ""),
            (say("line.note"), citation.note or ""),
        ],
        case.words.name("strength", citation.strength),
    )


def further_facts(case: Context, shown: set[str], most: int) -> list[Block]:
    """The facts that no answer rests on, one row each; above `most` rows only their number."""
    say = case.words.say
    left = [fact for fact in case.findings["facts"] if fact["id"] not in shown]
    if not left:
        return []
    title = blocks.heading(1, say("further.title"))
    if len(left) > most:
        return [title, blocks.paragraph(say("further.left_out", n=len(left)))]
    titles = [
        say("column.fact"),
        say("column.what"),
        say("column.when"),
        say("column.place"),
        say("column.raw"),
    ]
    rows = [_fact(case, fact) for fact in left]
    return [
        title,
        blocks.paragraph(say("further.lead")),
        blocks.table(titles, ["auto", "2.2", "2.2", "2.4", "2.4"], rows),
    ]


def _fact(case: Context, fact: Json) -> list[Cell]:
    place = place_of(fact)
    source = place["source"].upper() if place["source"] else case.words.say("line.person")
    inside = in_words(place["locator"] or "", case.words.messages)
    where = " · ".join(filter(None, (source, place["member"], inside)))
    when = words.moment(fact["moment"])
    return [
        blocks.run(fact["id"].upper(), "anchor", fact["id"].upper()),
        case.words.say(f"fact.{fact['kind']}", value=case.value(fact)),
        case.words.exact(when) if when and when.is_known else case.words.say("when.unknown"),
        where,
        blocks.raw(place["raw"] or "", case.words.say("evidence.cut")),
    ]


def steps(case: Context) -> list[Block]:
    """The checklist: what to do, by when, and what it does not undo."""
    items: list[Json] = case.findings["checklist"]
    if not items:
        return []
    return [
        blocks.heading(1, case.words.say("steps.title")),
        *(_step(case, number, alike) for number, alike in enumerate(_alike(items), 1)),
    ]


_SHARED = ("action", "steps", "due", "status", "not_undone")


def _alike(items: list[Json]) -> list[list[Json]]:
    """The steps in their order; those of which everything but setting and address is the same, together."""
    found: dict[str, list[Json]] = {}
    for item in items:
        found.setdefault(json.dumps([item[key] for key in _SHARED]), []).append(item)
    return list(found.values())


def _each(case: Context, alike: list[Json], *, titled: bool) -> str:
    """What several steps are about, one a line: service, title unless they share it, address."""
    lines = []
    for item in alike:
        name = case.service(item["service"])
        words = case.words.say("steps.each", service=name, title=item["title"]) if titled else name
        lines.append(case.words.say("steps.at", what=words, url=item["url"]) if item["url"] else words)
    return "\n".join(lines)


def _step(case: Context, number: int, alike: list[Json]) -> Block:
    say, item = case.words.say, alike[0]
    one_title = len({other["title"] for other in alike}) == 1
    alone = len(alike) == 1
    numbered = "\n".join(f"{index}. {step}" for index, step in enumerate(item["steps"], 1))
    return blocks.exhibit(
        f"N{number}",
        f"N{number}",
        item["title"] if one_title else say(f"steps.many.{item['action']}", n=len(alike)),
        [
            (say("line.for"), "" if alone else _each(case, alike, titled=not one_title)),
            (say("line.steps"), numbered),
            (say("line.url"), (item["url"] or "") if alone else ""),
            (say("line.due"), item["due"] or ""),
            (say("line.not_undone"), item["not_undone"] or ""),
        ],
        case.words.name("step_status", item["status"]),
    )


def method(case: Context) -> list[Block]:
    """How the answer was made, in short named paragraphs, with the versions that made it."""
    say = case.words.say
    catalog = case.findings["program"]["catalog"]
    lines = [
        blocks.exhibit("", "", say(f"method.{key}.title"), [("", say(f"method.{key}.{_text(case, key)}"))])
        for key in _METHOD
    ]
    versions = blocks.exhibit(
        "",
        "",
        say("method.versions"),
        [
            (say("line.program"), case.findings["program"]["version"]),
            (say("line.catalog"), catalog["version"]),
            (say("line.hash"), blocks.run(catalog["sha256"], "hash")),
            (say("line.schema"), case.findings["schema"]),
        ],
    )
    return [blocks.heading(1, say("method.title")), *lines, _rates(case), versions]


def _text(case: Context, key: str) -> str:
    """Return which text there is under a name: a redacted report does not hold every fact."""
    return "text_redacted" if key == "repeat" and "redacted" in case.findings else "text"


def _rates(case: Context) -> Block:
    """How often the reader of pictures errs, by what it says of its own certainty."""
    say = case.words.say
    known = json.loads(resources.path("captures/calibration.json").read_text("utf-8"))
    levels = [
        say(
            "method.rates.level",
            percent=round(float(level) * 100),
            wrong=row["of"] - row["right"],
            of=row["of"],
            most=math.ceil(round((1 - row["right_at_least"]) * 1000, 6)),
        )
        for level, row in sorted(known["stated"].items())
    ]
    text = "\n".join([say("method.rates.text", captures=case.words.number(known["captures"])), *levels])
    return blocks.exhibit("", "", say("method.rates.title"), [("", text)])
