# SPDX-License-Identifier: Apache-2.0
"""Chats with LinkedIn's AI features. A row shows that a feature was used then, not how the setting stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from inspector.archives.dates import Years
from inspector.archives.formats.records import Fault
from inspector.archives.formats.tables import TableShape
from inspector.archives.frame.cells import Cell, cell_at
from inspector.archives.frame.page import Page
from inspector.archives.hours import Hours
from inspector.archives.services.linkedin.owner import Identity
from inspector.archives.services.linkedin.shapes import MESSAGE_DATES, MESSAGES, SERVICE
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass, FactKind

_NO_CHATS: Final = frozenset({"No conversations found"})
_SHAPE: Final = TableShape(MESSAGES.needs, nothing=_NO_CHATS)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a chat that may be the member's: who stands as its sender, and its dated fact."""

    sender: str
    url: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Chat:
    """One file of chats with one feature."""

    member: str
    years: Years
    lines: tuple[Line, ...]


def read_chat(page: Page, feature: str) -> Chat | None:
    """Return the lines of a file that name a sender; the assistant's do not. None without a table."""
    table = page.table(_SHAPE)
    if not table.header:
        return None
    places = [table.column(name) for name in ("from", "senderprofileurl", "date")]
    lines = []
    for number, row in table.records():
        sender, url, date = (cell_at(table, number, row, place) for place in places)
        if sender is None or date is None or len(row) != len(table.header):
            page.bad(Fault(number, "member.row_width"))
        elif sender.raw:
            lines.append(Line(sender.raw, url.raw if url else "", _use(page, feature, date)))
    return Chat(page.member.name, page.years, tuple(lines))


def _use(page: Page, feature: str, date: Cell) -> Fact:
    return page.fact(FactKind.AI_USE, feature, page.moment(date, MESSAGE_DATES), date)


def own_lines(chats: Iterable[Chat], identity: Identity) -> tuple[list[Fact], list[Tally]]:
    """Return the member's own lines as facts, and their count by file."""
    facts: list[Fact] = []
    tallies: list[Tally] = []
    for chat in chats:
        hours = Hours(MESSAGE_DATES, chat.years)
        for line in chat.lines:
            if identity.wrote(line.sender, line.url) and line.fact.provenance:
                facts.append(line.fact)
                hours.add(line.fact.provenance.raw)
        tallies.append(Tally(SERVICE, DataClass.AI_PROMPTS, hours.bins(), hours.undated, member=chat.member))
    return facts, tallies
