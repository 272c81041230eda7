# SPDX-License-Identifier: Apache-2.0
"""Meta's HTML: records of one class, each with a date somewhere among its texts and no zone stated.

Source: pages of 2017 to 2026 in public parsers. Facebook writes dates on the clock of the account, Instagram
on another; neither is stated. Dates in other languages than English are not read, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from inspector.archives.container import MemberError
from inspector.archives.dates import DateFormat, Years
from inspector.archives.formats.html_parts import HtmlShape
from inspector.archives.frame.dated import Dated
from inspector.archives.frame.page import Page
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import Moment
from inspector.domain.words import DataClass

_OPENER: Final = re.compile(rb'<(div|section) class="((?:[^"\s]+\s+)*?)_a6-g[\s"]')
_FARTHEST: Final = 4 << 20
_CELL: Final = HtmlShape("td")
_MONTH: Final = r"(?P<mo>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DAY: Final = rf"{_MONTH} (?P<d>\d{{1,2}}), (?P<y>\d{{4}}),? (?P<h>\d{{1,2}}):(?P<mi>[0-5]\d)"
_HALF: Final = r"(?:[ \u00a0\u202f]?(?P<half>AM|PM))?"
_MINUTE: Final = DateFormat("Mon D, YYYY h:mm AM", re.compile(rf"{_DAY}{_HALF}", re.ASCII), "minute", "none")
_SECOND: Final = DateFormat(
    "Mon D, YYYY h:mm:ss AM", re.compile(rf"{_DAY}:(?P<s>[0-5]\d){_HALF}", re.ASCII), "second", "none"
)
# A year and a clock in one short text are a date, in whatever language.
_ANY_DATE: Final = re.compile(r"(?=.*(?<!\d)20\d\d(?!\d))(?=.*(?<!\d)\d{1,2}[:.]\d\d(?!\d)).{8,48}")


@dataclass(frozen=True, slots=True)
class Written:
    """A record of a page as a place: its number, its texts, its date as written and as a Moment."""

    row: int
    locator: str
    texts: tuple[str, ...]
    raw: str
    moment: Moment | None


def written(page: Page) -> Iterator[Written]:
    """Yield the records of a page; one whose date is written in a way not known is a fault, and undated.

    Raises MemberError for a page without any, for nothing tells whether it is empty or of another form.
    """
    blocks = iter(page.stream)
    head = bytearray()
    opener = None
    for block in blocks:
        head += block
        opener = _OPENER.search(head)
        if opener is not None or len(head) > _FARTHEST:
            break
    if opener is None:
        raise MemberError("unsupported", "member.json_form")
    classes = opener[2].split()
    shape = HtmlShape(opener[1].decode(), classes[0].decode("utf-8", "replace") if classes else "_a6-g")
    for record in page.parts(shape, chain((bytes(head),), blocks)):
        yield _dated(page, record.number, record.locator, record.value.texts)


def _dated(page: Page, number: int, locator: str, texts: tuple[str, ...]) -> Written:
    """Return a record with its date: the last text that is one, for dates of other things stand before it."""
    dates = [text for text in texts if _ANY_DATE.fullmatch(text)]
    read = [(text, moment) for text in dates if (moment := date_of(text, page.years)) is not None]
    if read:
        text, moment = read[-1]
        page.saw(moment.not_before)
        return Written(number, locator, texts, text, moment)
    if dates:
        page.fault(number, "member.record_bad_date")
    return Written(number, locator, texts, dates[-1] if dates else (texts[0] if texts else ""), None)


def cells(page: Page) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield number and texts of each outermost cell of the tables of a page; MemberError without any."""
    for record in page.parts(_CELL):
        yield record.number, record.value.texts
    if not page.met:
        raise MemberError("unsupported", "member.json_form")


def date_of(text: str, years: Years) -> Moment | None:
    """Return the Moment of an English date of one of Meta's pages, None for any other text."""
    upper = text[:-2] + text[-2:].upper()
    for form in (_MINUTE, _SECOND):
        found = form.moment(upper, years)
        if found is not None:
            return found.with_raw(text)
    return None


def count(page: Page, data_class: DataClass) -> Iterator[Fact | Tally]:
    """Yield the count of the records of a page by their dates, with items one fact per record."""
    counted = Dated()
    for record in written(page):
        counted.add(record.moment)
        if page.items:
            yield page.item_at(data_class, record, record.moment)
    yield page.tally(data_class, counted)
