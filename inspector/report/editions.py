# SPDX-License-Identifier: Apache-2.0
"""Smaller editions of a report, and its parts as reports of their own, for forms that take little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from inspector.report.blocks import Block
from inspector.report.document import ReportDocument

LEVELS: Final = 3
"""How often a report can be made smaller: without its attachment, its pictures, its rows of detail."""

_DETAIL_ROWS: Final = 60


def smaller(document: ReportDocument, level: int) -> ReportDocument:
    """The report without its attachment (1), also without pictures (2), also without long tables (3)."""
    found = blocks_of(document)
    if level >= 2:  # noqa: PLR2004 - the levels are listed above
        found = [block for block in found if block["block"] != "picture"]
    if level >= LEVELS:
        found = [_cut(block) for block in found]
    return {**document, "attachments": [] if level else document["attachments"], "blocks": found}


def parts(document: ReportDocument, count: int) -> list[ReportDocument]:
    """The report as `count` documents, or fewer where it has fewer chapters; none breaks a chapter."""
    chapters = list(_chapters(blocks_of(document)))
    size = -(-len(chapters) // count)
    groups = [chapters[at : at + size] for at in range(0, len(chapters), size)]
    return [
        {**document, "blocks": _alone([block for chapter in group for block in chapter])} for group in groups
    ]


def blocks_of(document: ReportDocument) -> list[Block]:
    """The blocks of a document."""
    found: Any = document["blocks"]
    return list(found)


def _chapters(found: Sequence[Block]) -> Iterator[list[Block]]:
    starts = [at for at, block in enumerate(found) if block["block"] == "heading" and block["level"] == 1]
    for first, last in pairwise([0, *(at for at in starts if at), len(found)]):
        yield list(found[first:last])


def _alone(found: list[Block]) -> list[Block]:
    """The blocks with links to other parts as plain words."""
    anchors = set(_anchors(found))
    return [_unlinked(block, anchors) for block in found]


def _anchors(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("anchor"):
            yield value["anchor"]
        if value.get("style") == "anchor":
            yield value["to"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _anchors(each)


def _unlinked(value: Any, anchors: set[str]) -> Any:
    if isinstance(value, list):
        return [_unlinked(each, anchors) for each in value]
    if not isinstance(value, dict):
        return value
    if value.get("style") == "link" and value["to"] not in anchors:
        return {**value, "style": "strong", "to": None}
    return {key: _unlinked(each, anchors) for key, each in value.items()}


def _cut(block: Block) -> Block:
    rows: Any = block.get("rows")
    if block["block"] != "table" or len(rows) <= _DETAIL_ROWS:
        return block
    return {**block, "rows": [*rows[:_DETAIL_ROWS], [["…"]]]}
