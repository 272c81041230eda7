# SPDX-License-Identifier: Apache-2.0
"""Where pages end: no row or line stands alone, no page is left half empty, every page number is right."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from inspector.report import blocks
from inspector.report.blocks import Block
from inspector.report.compile import typeset
from inspector.report.document import build
from inspector.system.messages import Messages
from tests.unit.report.rendering import document, opened, text, tool
from tests.unit.report.sample_catalog import VIEW
from tests.unit.report.sample_parts import NOW
from tests.unit.report.test_beside_answers import four_answers

_LINES = 11
_PAGE_ENDS = 842 - 24 / 25.4 * 72
"""Where the text of a page may end, in points from its top."""


def set_pages(parts: list[Block]) -> bytes:
    """The pages of a report that has these blocks after its first page."""
    whole: Any = document("contradiction")
    return typeset({**whole, "attachments": [], "blocks": [whole["blocks"][0], *parts]})


@cache
def tables() -> tuple[str, ...]:
    """Pages with tables of 1 to 24 rows one after the other, so that they end anywhere on a page."""
    parts: list[Block] = []
    for number in range(1, 25):
        rows = [[f"T{number}R{row}", "what\nhappened"] for row in range(number)]
        parts += [
            blocks.heading(1, f"H{number}"),
            blocks.paragraph(f"Lead{number}"),
            blocks.table(["Row", "What"], ["1", "3"], rows),
        ]
    return tuple(text(set_pages(parts)).split("\f"))


def test_no_row_of_a_table_stands_alone_on_a_page() -> None:
    count = Counter(re.match(r"T\d+", row)[0] for page in tables() for row in set(rows_of(page)))  # type: ignore[index]  # each row begins so
    assert count == {f"T{number}": number for number in range(1, 25)}
    for page in tables():
        here = Counter(row.partition("R")[0] for row in rows_of(page))
        assert all(found >= min(2, count[table]) for table, found in here.items()), here
    for page, after in pairwise(tables()):
        for table in {row.partition("R")[0] for row in rows_of(page)}:
            behind = [row for row in rows_of(after) if row.startswith(table + "R")]
            assert not behind or len(behind) >= 3


def rows_of(page: str) -> list[str]:
    return re.findall(r"\bT\d+R\d+\b", page)


def test_a_heading_and_what_leads_to_a_table_stay_with_it() -> None:
    for page in tables():
        for number in re.findall(r"\bH(\d+)\b", page):
            assert f"Lead{number}\n" in page
            assert f"T{number}R0" in page


@pytest.mark.parametrize("count", [1, 2, 3, 4, 9])
def test_a_table_of_long_rows_breaks_inside_them(count: int) -> None:
    rows = [[f"T{count}R{row}", "word " * 1200] for row in range(count)]
    pages = text(set_pages([blocks.table(["Row", "What"], ["1", "3"], rows)])).split("\f")
    assert sum(page.count("word") for page in pages) == 1200 * count


def exhibits() -> bytes:
    """Pages of exhibits of as many lines as a published source may have."""
    lines = [(f"Line {number}", f"text {number}") for number in range(_LINES)]
    return set_pages(
        [blocks.exhibit(f"P{number}", f"P{number}", f"Title {number}", lines) for number in range(60)]
    )


def test_a_long_exhibit_breaks_and_leaves_no_page_half_empty() -> None:
    pages = tool("pdftotext", "-bbox", "-", "-", given=exhibits()).split("<page ")[2:-1]
    assert len(pages) > 8
    for page in pages:
        lowest = max(float(found) for found in re.findall(r'yMax="([\d.]+)"', page))
        assert _PAGE_ENDS - lowest < 85, page


def test_of_an_exhibit_that_breaks_no_line_stands_alone() -> None:
    pages = text(exhibits()).split("\f")[1:-1]
    broken = 0
    for page in pages:
        for part in re.split(r"(?m)^P\d+ ", page):
            found = len(re.findall(r"^ *Line \d", part, re.MULTILINE))
            broken += 0 < found < _LINES
            assert found != 1, part
    assert broken > 4


def test_the_page_of_each_answer_and_chapter_is_the_one_that_is_printed() -> None:
    made: Any = build(four_answers(), VIEW, Messages(), NOW)
    data = typeset(made)
    printed = [page for block in made["blocks"] for page in pages_in(block)]
    with opened(data) as file:
        outline = [page_of(file, one) for one in file.open_outline().root]
    contents = text(data).split("\f")[1].partition("1.1 ")[0].splitlines()
    named = [int(line.split()[-1]) for line in contents if re.search(r"\S {2,}\d+$", line)]
    assert named == outline[1:]
    assert len(printed) == len(named) == 9


def pages_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [value["to"]] if value.get("style") == "page" else pages_in(list(value.values()))
    return [page for one in value for page in pages_in(one)] if isinstance(value, list) else []


def page_of(file: pikepdf.Pdf, item: pikepdf.OutlineItem) -> int:
    destination = item.destination
    assert isinstance(destination, pikepdf.Array)
    return file.pages.index(pikepdf.Page(destination[0])) + 1
