# SPDX-License-Identifier: Apache-2.0
"""The chapter of a redacted report: what was withheld, why, and how any of it can be shown later."""

from __future__ import annotations

from collections import Counter
from typing import Any

from inspector.report import blocks
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context

Json = dict[str, Any]


def withheld(case: Context, found: Json) -> list[Block]:
    """Tell what was withheld. `found`: `data/redaction.json` of the bundle."""
    say = case.words.say
    made = [
        blocks.heading(1, say("withheld.title")),
        blocks.paragraph(say("withheld.lead")),
        blocks.paragraph(say("withheld.later")),
    ]
    if found["sealed_original"]:
        made.append(blocks.paragraph(say("withheld.original")))
        made.append(blocks.paragraph(blocks.run(found["sealed_original"], "hash")))
    else:
        made.append(blocks.paragraph(say("withheld.no_original")))
    if found["items"]:
        titles = [say(f"withheld.column.{name}") for name in ("item", "what", "root")]
        rows = [_item(case, one) for one in found["items"]]
        made.append(blocks.table(titles, ["2.2", "3", "3.2"], rows))
    if found["left_out"]:
        made.append(blocks.heading(2, say("withheld.program")))
        made.append(blocks.bullets(_left(case, one) for one in found["left_out"]))
    return made


def is_withheld(entry: Json, name: str) -> bool:
    """Tell whether something of a source, a file or an item is withheld."""
    return name in entry.get("withheld", ())


def size(case: Context, entry: Json) -> str:
    """Return the size of a source or item in words."""
    if is_withheld(entry, "bytes"):
        return case.words.say("withheld.value")
    return case.words.say("sources.bytes", size=case.words.number(entry["bytes"]))


def _item(case: Context, one: Json) -> list[Cell]:
    say = case.words.say
    name = say("withheld.form.log") if one["form"] == "log" else str(one["source"]).upper()
    member: list[str | blocks.Run] = [blocks.raw(one["member"], ""), "\n"] if one["member"] else []
    # Its id is a name in the data alone: with a capital it would read as a row of the catalog, `R1`.
    id_ = blocks.run(say("withheld.id", id=one["id"]), "muted")
    return [
        [blocks.run(name, "strong"), "\n", *member, id_],
        _told(case, one),
        [*_root(one["root"]), "\n", say("withheld.parts", n=one["count"])],
    ]


def _told(case: Context, one: Json) -> str:
    """What of an item is withheld and why, one reason a line."""
    say = case.words.say
    if one["form"] == "whole":
        return say("withheld.whole")
    reasons = Counter(place["why"] for place in one["withheld"])
    told = [
        say(f"withheld.why.{why}", n=count)
        for why, count in sorted(reasons.items())
        if why not in ("hash", "whole")
    ]
    return "\n".join(told) or say("withheld.hash_alone" if reasons["hash"] else "withheld.nothing")


def _root(digest: str) -> list[str | blocks.Run]:
    """Return a hash on two lines: one is wider than its column."""
    half = len(digest) // 2
    return [blocks.run(digest[:half], "hash"), "\n", blocks.run(digest[half:], "hash")]


def _left(case: Context, one: Json) -> str:
    return case.words.say(f"withheld.left.{one['what']}", n=one["count"])
