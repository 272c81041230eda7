# SPDX-License-Identifier: Apache-2.0
"""Files of which only the number and the dates of their records matter."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.archives.dates import ARTICLE_NAME
from inspector.archives.formats.records import Fault
from inspector.archives.frame.cells import Cell
from inspector.archives.frame.page import Page
from inspector.archives.hours import Hours
from inspector.archives.names import base
from inspector.archives.services.linkedin.shapes import Counted
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass


def read_counted(page: Page, counted: Counted) -> Iterator[Fact | Tally]:
    """Yield the tally of a table, and with items one fact per record; a file without a byte tells nothing."""
    table = page.table(counted.shape)
    if not table.header:
        return
    hours = Hours(counted.formats, page.years)
    place = table.column(*counted.date)
    # A row too short for the columns by which the file is known is no record.
    width = max((table.column(*group) or 0 for group in counted.shape.needs), default=0) + 1
    for number, row in table.records():
        if len(row) < min(width, len(table.header)):
            page.bad(Fault(number, "member.row_short"))
            continue
        date = row[place].strip() if place is not None else ""
        if not hours.add(date):
            page.bad(Fault(number, "member.row_bad_date"))
        if page.items:
            column = table.header[place or 0].strip()
            yield page.item(counted.data_class, Cell(number, column, date), counted.formats)
    yield page.tally(counted.data_class, hours)


def read_article(page: Page) -> Iterator[Fact | Tally]:
    """Yield the tally of one article. Draft or published is not said; a date stands in some file names."""
    page.stream.drain()
    name = base(page.member.path)
    hours = Hours((ARTICLE_NAME,), page.years)
    hours.add(name if ARTICLE_NAME.pattern.fullmatch(name) else "")
    if page.items:
        raw = name if ARTICLE_NAME.pattern.fullmatch(name) else ""
        yield page.item(DataClass.ARTICLES, Cell(1, "file name", raw), (ARTICLE_NAME,))
    yield page.tally(DataClass.ARTICLES, hours)
