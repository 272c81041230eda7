# SPDX-License-Identifier: Apache-2.0
"""A sheet for each item: how it came in, its hashes, its dates and their basis, what it shows, its limits."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any, Final

from inspector.cases.story import DATED, PARTS
from inspector.domain.captured import Captured
from inspector.report import blocks, words
from inspector.report.blocks import Block, Cell
from inspector.report.context import Context
from inspector.report.differing import in_item
from inspector.report.withheld import is_withheld, size

Json = dict[str, Any]
LARGEST_CROP: Final = 256 << 10
MOST_CROPS: Final = 4 << 20
"""Bytes of pictures in one report: the pictures themselves lie in the bundle."""

_MOST_DATES: Final = 8


def sheets(case: Context, record: Json, captured: Mapping[str, Captured]) -> list[Block]:
    """The sheets of all items, in the order of their ids. `captured`: by SHA-256, or id if it is withheld."""
    say = case.words.say
    if not record["items"]:
        return []
    found = [blocks.heading(1, say("items.title")), blocks.paragraph(say("items.lead"))]
    room = MOST_CROPS
    for item in record["items"]:
        found.append(_sheet(case, item))
        for crop in _crops(case, item, captured.get(item["sha256"] or item["source"])):
            room -= len(str(crop["data"]))
            found.extend([crop] if room >= 0 else [])
    return found


def _sheet(case: Context, item: Json) -> Block:
    say = case.words.say
    return blocks.exhibit(
        f"I-{item['source'].upper()}",
        item["source"].upper(),
        [blocks.raw(item["name"], "")],
        [
            (say("line.obtained"), _obtained(case, item)),
            (_story_line(case), _story(case, item)),
            (say("line.added"), case.words.stamp(item["added"])),
            (say("line.size"), size(case, item)),
            (say("line.hash"), blocks.run(item["sha256"] or "", "hash")),
            (say("line.hash512"), _long(item["sha512"] or "")),
            (say("line.address"), blocks.raw(item.get("address") or "", "")),
            (say("line.dates"), _dates(case, item)),
            (say("line.shows"), _lines(_reading(case, one) for one in item.get("readings", []))),
            (say("line.said"), _lines(_said(case, one) for one in item["said"])),
            (say("line.differs"), _differs(case, item)),
            (say("line.notes"), _notes(case, item)),
            (say("line.masked"), _masked(case, item)),
            (say("line.limits"), say(f"items.limits.{item['kind']}")),
        ],
        case.words.name("kind", item["kind"]),
    )


def _long(digest: str) -> Cell:
    """Return a hash that is too long for one line as two."""
    if not digest:
        return ""
    half = len(digest) // 2
    return [blocks.run(digest[:half], "hash"), "\n", blocks.run(digest[half:], "hash")]


def _control(case: Context, id_: str | None) -> str:
    if id_ is None:
        return case.words.say("items.no_control")
    view = case.view.control(id_.partition("/")[0], id_)
    return f"{view.service_name}, {view.title}"


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines)


def _obtained(case: Context, item: Json) -> str:
    say, taken = case.words.say, item["taken"]
    kept = say(f"items.kept.{item['kept']}") if item["kept"] else ""
    if taken is None:
        return " ".join(filter(None, (say("items.handed_in"), kept)))
    values = {"when": case.words.stamp(taken["taken"]), "zone": taken["zone"], "system": taken["system"]}
    return " ".join(filter(None, (say(f"items.taken.{taken['by']}", **values), kept)))


def _story_line(case: Context) -> str:
    """Name the line by who says what stands there: nothing of it was looked at by the program."""
    return case.words.say("line.story_by", maker=case.maker) if case.maker else case.words.say("line.story")


def _story(case: Context, item: Json) -> Cell:
    say, story = case.words.say, item.get("story")
    if is_withheld(item, "story"):
        return say("withheld.value")
    if not story:
        return ""
    cell: list[str | blocks.Run] = []
    for part in (one for one in PARTS if story[one]):
        text = case.words.loosely(story[part]) if part in DATED else blocks.raw(story[part], "")
        cell += [say(f"items.story.{part}"), " ", text, "\n"]
    return [*cell, say("items.story.told", act=story["act"], at=case.words.stamp(story["at"]))]


def _dates(case: Context, item: Json) -> str:
    """Every trace of time, one a line: what it is, its own text, and what it is worth."""
    say = case.words.messages.text
    found = [
        case.words.say(
            "items.date", what=say(f"capture.clue.{one['what']}"), raw=one["raw"], worth=_worth(case, one)
        )
        for one in item.get("dates", [])
    ]
    more = len(found) - _MOST_DATES
    return "\n".join(
        [*found[:_MOST_DATES], *([case.words.say("items.more_dates", n=more)] if more > 0 else [])]
    )


def _worth(case: Context, one: Json) -> str:
    worth = "clock_alone" if one["what"] == "clock" else one["worth"]
    return case.words.messages.text(f"capture.worth.{worth}")


def _reading(case: Context, one: Json) -> str:
    say = case.words.say
    values = {
        "control": _control(case, one["control"]),
        "label": one["label"],
        "position": say(f"switch.{one['switch']}"),
        "percent": round(one["confidence"] * 100),
    }
    return say("items.read_asked" if one["asked"] else "items.read", **values)


def _said(case: Context, one: Json) -> str:
    say = case.words.say
    values: dict[str, object] = {"act": one["act"], "at": case.words.stamp(one["at"])}
    if one["what"] == "rejected":
        return say("items.rejected", **values)
    when = words.moment(one.get("moment"))
    shown = {
        "control": _control(case, one["control"]),
        "position": say(f"switch.{one['position']}"),
        "when": case.words.exact(when) if when and when.is_known else say("when.unknown"),
    }
    return say("items.withdrawn" if one["withdrawn"] else "items.confirmed", **values, **shown)


def _differs(case: Context, item: Json) -> Cell:
    """Say where the person says otherwise than was read: a reader must not have to compare two lines."""
    lines = [
        case.words.say("items.differs", read=say_position(case, one.read), said=say_position(case, one.said))
        for one in in_item(item)
    ]
    return blocks.run("\n".join(lines), "strong")


def say_position(case: Context, position: str) -> str:
    """Return the word for a position of a switch."""
    return case.words.name("switch", position)


def _masked(case: Context, item: Json) -> str:
    found = sum(one["count"] for one in item.get("masked", []))
    key = "items.left_out" if item["kind"] == "capture" else "items.masked"
    return case.words.say(key, n=found) if found else ""


def _notes(case: Context, item: Json) -> str:
    """Return what the file of a picture tells besides the picture, in kinds."""
    say = case.words.say
    kinds = dict.fromkeys(one["what"] for one in item.get("notes", []))
    listed = ", ".join(say(f"items.note.{kind}") for kind in kinds)
    return say("items.notes", kinds=listed) if listed else ""


def _crops(case: Context, item: Json, captured: Captured | None) -> Iterator[Block]:
    """Yield the part of the picture that each reading is about."""
    for setting in captured.settings if captured else ():
        if setting.crop is None or len(setting.crop.png) > LARGEST_CROP:
            continue
        x, y, width, height = setting.crop.box
        caption: Cell = case.words.say(
            "items.crop", source=item["source"].upper(), x=x, y=y, width=width, height=height
        )
        yield {
            "block": "picture",
            "data": base64.b64encode(setting.crop.png).decode("ascii"),
            "alt": case.words.say("items.crop_alt", source=item["source"].upper(), label=setting.label),
            "caption": blocks.cell(caption),
        }


def _sent(case: Context, day: str | None) -> str:
    return case.words.figures(day) if day else case.words.say("none")


def letters(case: Context, record: Json) -> list[Block]:
    """What was sent and answered, as the person says, one row a letter."""
    say = case.words.say
    if not record["letters"]:
        return []
    steps = ("sent", "received", "extended", "answered")
    titles = [say("column.letter"), *(say(f"column.{step}") for step in steps)]
    titles_of = {one["id"]: one["title"] for one in case.findings["checklist"]}
    rows: list[list[Cell]] = [
        [titles_of.get(one["action"], one["action"]), *(_sent(case, one[step]) for step in steps)]
        for one in record["letters"]
    ]
    return [
        blocks.heading(1, say("items.letters")),
        blocks.paragraph(say("items.letters_lead")),
        blocks.table(titles, ["4", "1.5", "1.5", "1.5", "1.5"], rows),
    ]
