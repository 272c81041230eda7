# SPDX-License-Identifier: Apache-2.0
"""The few building blocks of a page as JSON values; resources/report/report.typ knows how each looks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Block = dict[str, object]
Run = dict[str, object]
Cell = str | Run | Sequence[str | Run]

MOST_RAW = 600
"""Letters of a person's raw text that are printed; the rest stands in the attached findings.json."""


def heading(
    level: int, text: str, anchor: str | None = None, kicker: str | None = None, *, numbered: bool = True
) -> Block:
    """A heading; `anchor` makes it a link target, `kicker` is a small line above it."""
    return {
        "block": "heading",
        "level": level,
        "text": text,
        "anchor": anchor,
        "kicker": kicker,
        "numbered": numbered,
    }


def paragraph(*runs: str | Run, look: str = "body") -> Block:
    """A paragraph; look: `body`, `lead` (larger), `muted` or `small`."""
    return {"block": "paragraph", "runs": list(runs), "look": look}


def bullets(items: Iterable[Cell]) -> Block:
    """A plain list."""
    return {"block": "bullets", "items": [cell(item) for item in items]}


def table(
    titles: Sequence[str], widths: Sequence[str], rows: Iterable[Sequence[Cell]], right: Iterable[int] = ()
) -> Block:
    """A table whose head repeats. Widths: `auto`, points (`60pt`) or shares (`2`); `right`: number columns.

    A row of one cell spans all columns.
    """
    return {
        "block": "table",
        "titles": list(titles),
        "widths": list(widths),
        "right": sorted(right),
        "rows": [[cell(item) for item in row] for row in rows],
    }


def exhibit(anchor: str, mark: str, title: Cell, rows: Iterable[tuple[str, Cell]], tag: str = "") -> Block:
    """A numbered exhibit: mark and title, a tag such as the grade, then named lines; empty ones left out."""
    lines = [[name, cell(value)] for name, value in rows if not _is_empty(value)]
    return {
        "block": "exhibit",
        "anchor": anchor,
        "mark": mark,
        "title": cell(title),
        "tag": tag,
        "rows": lines,
    }


def _is_empty(value: Cell) -> bool:
    return all(item == "" or (isinstance(item, Mapping) and item["text"] == "") for item in cell(value))


def cell(value: Cell) -> list[str | Run]:
    """The runs of a cell."""
    if isinstance(value, (str, Mapping)):
        return [value]
    return list(value)


def run(text: str, style: str, to: str | None = None) -> Run:
    """Styled text: `plain`, `strong`, `muted`, `mono`, `hash`, `tag` or `link` (`to` names the anchor)."""
    return {"text": text, "style": style, "to": to}


def state(name: str, word: str) -> Run:
    """A state as shape and word; name: `on`, `off`, `unknown`, `none`."""
    return {"style": "state", "state": name, "text": word}


def address(url: str | None) -> Run:
    """An address of the catalog, as a link where it is one of the web; never one that somebody handed in."""
    return run(url or "", "address" if (url or "").startswith("https://") else "plain")


def page(to: str) -> Run:
    """The number of the page on which an anchor stands, as a link to it."""
    return {"style": "page", "text": "", "to": to}


def numbered(shape: str, text: str) -> Run:
    """A mark as in the timeline: a number in a `circle` (event) or `square` (reading)."""
    return {"style": "mark", "shape": shape, "text": text}


@dataclass(frozen=True, slots=True)
class Points:
    """Items below each other, under a small heading if any; numbered from `first` on, with dashes for 0."""

    heading: str
    first: int
    items: tuple[str, ...]


def points(groups: Iterable[Points]) -> Run:
    """Groups of items as one cell; `text` holds all of them, so that its length is known."""
    found = [one for one in groups if one.items]
    return {
        "style": "points",
        "text": "\n".join(item for one in found for item in one.items),
        "groups": [{"heading": one.heading, "first": one.first, "items": list(one.items)} for one in found],
    }


def raw(text: str, rest: str) -> Run:
    """A person's raw text, in its own direction, cut after MOST_RAW letters; `rest` then says so."""
    shown = text if len(text) <= MOST_RAW else text[:MOST_RAW] + "…"
    return {"text": shown, "style": "raw", "lang": script(text), "rest": rest if shown != text else ""}


def script(text: str) -> str:
    """`ar` or `he` where the first letter with a direction is Arabic or Hebrew, else empty."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return "ar" if direction == "AL" else "he"
        if direction == "L":
            return ""
    return ""
