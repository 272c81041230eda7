# SPDX-License-Identifier: Apache-2.0
"""The page on the account, and the log of accesses with the country of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from inspector.archives import countries
from inspector.archives.container import MemberError
from inspector.archives.formats.html_parts import HtmlPart, HtmlShape
from inspector.archives.formats.records import Record
from inspector.archives.frame.cells import Cell, Place, cell_at
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.frame.times import iso, read_time
from inspector.archives.services.google.shapes import ACCESS
from inspector.archives.services.google.spelled import local_time
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.words import FactKind

_LINE: Final = HtmlShape("li")
_CREATED: Final = "created on"
_ID: Final = "google account id"
_ACCESSES: Final = "Access Log Activity/Activities"
_LABELS: Final = frozenset({
    _CREATED, _ID, "name", "e-mail", "alternate e-mails", "terms of service ip", "terms of service language",
    "services", "status", "birthday", "last logins",
})  # fmt: skip

Told = Callable[[str], None]
Edge = tuple[Moment, Place]


def read_subscriber(page: Page, told: Told) -> Iterator[Fact]:
    """Yield when the account was created, and tell its id. Names, addresses and numbers are not looked at."""
    known = 0
    for record in page.parts(_LINE):
        label, value = _line(record)
        known += label in _LABELS
        place = Node(page, value, record.locator, record.number)
        if label == _ID and value.isdecimal():
            _tell(page, told, value)
        elif label == _CREATED:
            moment = page.time(value, record.number, (iso, local_time))
            if moment is not None:
                yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, place)
    if not known:
        # The page is there and nothing of it was understood: its labels are in another language.
        page.fault(1, "member.labels_unknown")


def _line(record: Record[HtmlPart]) -> tuple[str, str]:
    """Return label and value of a line such as `Created on: 2014-03-09 10:11:12 UTC`."""
    label, colon, value = " ".join(record.value.texts).partition(":")
    return (label.strip().casefold(), value.strip()) if colon else ("", "")


def _tell(page: Page, told: Told, identity: str) -> None:
    page.done.append(lambda: told(identity))


def read_access_log(page: Page, told: Told) -> Iterator[Fact]:
    """Yield the first and the last access, and those from each country; another table states nothing.

    Addresses and devices are not looked at. Raises MemberError for the log with columns that are not known,
    such as those of another language.
    """
    try:
        table = page.table(ACCESS)
    except MemberError as error:
        if error.key != "member.columns" or page.member.path.startswith(_ACCESSES):
            raise
        page.faults.clear()
        return
    time, where = table.column("activitytimestamp"), table.column("activitycountry", "countrycode")
    owner = table.column("gaiaid")
    accesses: list[Edge] = []
    by_country: dict[str, list[Edge]] = {}
    ids: set[str] = set()
    for number, row in table.records():
        when, place = cell_at(table, number, row, time), cell_at(table, number, row, where)
        moment = _moment(page, when)
        if owner is not None and owner < len(row) and row[owner].strip().isdecimal():
            ids.add(row[owner].strip())
        if when is None or moment is None:
            continue
        _widen(accesses, (moment, when))
        code = countries.from_code(place.raw) if place is not None else None
        if code is not None and place is not None:
            _widen(by_country.setdefault(code, []), (moment, place))
    if len(ids) == 1:
        _tell(page, told, ids.pop())
    yield from _edges(page, FactKind.LOGIN, "login", accesses)
    for code in sorted(by_country):
        yield from _edges(page, FactKind.REGION_HINT, code, by_country[code])


def _moment(page: Page, cell: Cell | None) -> Moment | None:
    if cell is None or not cell.raw:
        return None
    moment = read_time(cell.raw, (iso, local_time), page.years)
    if moment is None:
        page.fault(cell.row, "member.row_bad_date")
    return moment


def _widen(edges: list[Edge], own: Edge) -> None:
    """Keep the earliest and the latest of what was met."""
    found = sorted((*edges, own), key=lambda edge: edge[0].sort_key())
    edges[:] = [found[0], found[-1]]


def _edges(page: Page, kind: FactKind, value: str, edges: list[Edge]) -> Iterator[Fact]:
    for moment, place in dict.fromkeys(edges):
        yield page.fact(kind, value, moment, place)
