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
        made.append(blocks.table(titles, ["1.6", "3.2", "3.6"], rows))
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
    if one["form"] == "log":
        name: Cell = say("withheld.form.log")
    else:
        name = "\n".join(filter(None, (f"{one['source']}".upper(), one["member"])))
    reasons = Counter(place["why"] for place in one["withheld"])
    told = "\n".join(
        say(f"withheld.why.{why}", n=count)
        for why, count in sorted(reasons.items())
        if why not in ("hash", "whole")
    )
    whole = one["form"] == "whole"
    return [
        [blocks.run(one["id"].upper(), "strong"), "\n", name if isinstance(name, str) else ""],
        told if not whole else say("withheld.whole"),
        [*_root(one["root"]), "\n", say("withheld.parts", n=one["count"])],
    ]


def _root(digest: str) -> list[str | blocks.Run]:
    """Return a hash on two lines: one is wider than its column."""
    half = len(digest) // 2
    return [blocks.run(digest[:half], "hash"), "\n", blocks.run(digest[half:], "hash")]


def _left(case: Context, one: Json) -> str:
    return case.words.say(f"withheld.left.{one['what']}", n=one["count"])
