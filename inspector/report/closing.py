# SPDX-License-Identifier: Apache-2.0
"""The parts after the findings: published sources, further facts, next steps, and how the answer was made."""

from __future__ import annotations

import json
import math
from datetime import date

from inspector.domain.practices import Citation
from inspector.domain.text import worded
from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context, Json, place_of
from inspector.report.places import in_words
from inspector.system import resources
from inspector.system.days import shown_day

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
    say, lang = case.words.say, case.words.messages.lang
    kept = " · ".join(filter(None, (citation.repository, citation.file)))
    return blocks.exhibit(
        number,
        number,
        worded(citation.title, lang),
        [
            (say("line.publisher"), worded(citation.publisher, lang)),
            (say("line.day"), shown_day(citation.day, lang) if citation.day else ""),
            (say("line.url"), blocks.address(citation.url)),
            (say("line.kept"), kept),
            (say("line.commit"), blocks.run(citation.commit, "hash") if citation.commit else ""),
            (say("line.hash"), blocks.run(citation.sha256, "hash") if citation.sha256 else ""),
            (say("line.recorded"), case.words.stamp(citation.recorded) if citation.recorded else ""),
            (say("line.effective"), _effective(citation, lang)),
            (say("line.note"), case.words.prose(worded(citation.note, lang))),
        ],
        case.words.name("strength", citation.strength),
    )


def _effective(citation: Citation, lang: str) -> str:
    return shown_day(date.fromisoformat(citation.effective), lang) if citation.effective else ""


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


def method(case: Context, libraries: str = "") -> list[Block]:
    """How the answer was made, in short named paragraphs, with the versions that made it.

    `libraries`: names and versions, where a log tells of them.
    """
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
            (say("line.libraries"), libraries),
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
