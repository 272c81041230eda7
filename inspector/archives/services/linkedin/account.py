# SPDX-License-Identifier: Apache-2.0
"""Files about the account: when it was made, log-ins, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from inspector.archives.dates import CTIME, DAY_MONTH_YEAR, SLASH_UTC, US_MINUTE, read_date
from inspector.archives.formats.records import Fault
from inspector.archives.frame.cells import Cell, cell_at
from inspector.archives.frame.page import Page
from inspector.archives.services.linkedin.owner import Owner
from inspector.archives.services.linkedin.shapes import HEADERS
from inspector.domain.facts import Fact
from inspector.domain.moment import Moment
from inspector.domain.words import FactKind

_CREATED_EVENT: Final = "account created"
_LOGIN_DATES: Final = (CTIME, SLASH_UTC)
_CONNECTION_DATES: Final = (DAY_MONTH_YEAR, US_MINUTE)


def read_registration(page: Page) -> Iterator[Fact]:
    """Yield the day of registration: to the minute, without zone."""
    table = page.table(HEADERS["registration"])
    place = table.column("registeredat", "registrationdate")
    for number, row in table.records():
        cell = cell_at(table, number, row, place)
        moment = page.moment(cell, (US_MINUTE,)) if cell else None
        if cell and moment:
            yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, cell)


def read_history(page: Page) -> Iterator[Fact]:
    """Yield the creation of the account: to the second, in UTC. The file was in exports to about 2022."""
    table = page.table(HEADERS["accountstatushistory"])
    event, time = table.column("event"), table.column("time")
    for number, row in table.records():
        what, when = cell_at(table, number, row, event), cell_at(table, number, row, time)
        if what is None or when is None:
            page.bad(Fault(number, "member.row_short"))
            continue
        moment = page.moment(when, (SLASH_UTC,))
        if moment and what.raw.casefold() == _CREATED_EVENT:
            yield page.fact(FactKind.ACCOUNT_CREATED, "created", moment, when)


def read_logins(page: Page) -> Iterator[Fact]:
    """Yield the earliest and the latest log-in. Addresses and devices are not looked at."""
    table = page.table(HEADERS["logins"])
    place = table.column("logindate")
    found: list[tuple[Moment, Cell]] = []
    for number, row in table.records():
        cell = cell_at(table, number, row, place)
        moment = page.moment(cell, _LOGIN_DATES) if cell else None
        if cell and moment:
            found.append((moment, cell))
    found.sort(key=lambda login: login[0].sort_key())
    for moment, cell in dict.fromkeys((*found[:1], *found[-1:])):
        yield page.fact(FactKind.LOGIN, "login", moment, cell)


def read_connections(page: Page) -> Iterator[Fact]:
    """Take note of the newest date; it bounds the time of the export from below. States no fact."""
    table = page.table(HEADERS["connections"])
    place = table.column("connectedon")
    for number, row in table.records():
        cell = cell_at(table, number, row, place)
        if cell:
            page.saw(read_date(cell.raw, _CONNECTION_DATES, page.years).not_before)
    # Unreadable rows of other people's names take nothing from the answer.
    page.faults.clear()
    yield from ()


def read_invitations(page: Page, owner: Owner) -> Iterator[Fact]:
    """Tell the owner's side of each invitation. States no fact."""
    table = page.table(HEADERS["invitations"])
    direction, sent = table.column("direction"), table.column("sentat")
    sides = {"OUTGOING": table.column("inviterprofileurl"), "INCOMING": table.column("inviteeprofileurl")}
    own: list[str] = []
    for number, row in table.records():
        way, when = cell_at(table, number, row, direction), cell_at(table, number, row, sent)
        url = cell_at(table, number, row, sides.get(way.raw) if way else None)
        if url and url.raw:
            own.append(url.raw)
        if when:
            page.saw(read_date(when.raw, (US_MINUTE,), page.years).not_before)
    page.faults.clear()
    for address in own:
        owner.invitation(address)
    yield from ()
