# SPDX-License-Identifier: Apache-2.0
"""messages.csv: private and sponsored messages by the hour, and who takes part in how many of them.

No column says InMail. A subject line is typical of it and is all that is counted. Drafts are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from inspector.archives.formats.records import Fault
from inspector.archives.formats.rows import Row
from inspector.archives.formats.tables import Table
from inspector.archives.frame.cells import Cell
from inspector.archives.frame.page import Page
from inspector.archives.hours import Hours
from inspector.archives.services.linkedin.owner import Owner, profile_url
from inspector.archives.services.linkedin.shapes import MESSAGE_DATES, MESSAGES
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass

_SPONSORED_TITLE: Final = "Sponsored Conversation"
# A class name in the HTML that only advertisements carry.
_SPONSORED_MARK: Final = "spinmail"
_YES: Final = frozenset({"yes", "true", "1"})
_FLAGS_KEPT: Final = 64
_CLASSES: Final = (
    DataClass.PRIVATE_MESSAGES,
    DataClass.MESSAGES_WITH_SUBJECT,
    DataClass.SPONSORED_MESSAGES,
)


class _Columns:
    """Where the columns stand; a column that an era does not have points past the row, at an empty cell.

    `lacks` tells that there is one.
    """

    __slots__ = (
        *("content", "date", "drafts", "lacks", "recipients"),
        *("sender", "sender_url", "subject", "title"),
    )

    def __init__(self, table: Table) -> None:
        absent = len(table.header)

        def place(*names: str) -> int:
            found = table.column(*names)
            return absent if found is None else found

        self.date, self.subject, self.content = place("date"), place("subject"), place("content")
        self.sender, self.sender_url = place("from"), place("senderprofileurl")
        self.title = place("conversationtitle")
        self.recipients = place("recipientprofileurls")
        flags = (table.column("ismessagedraft"), table.column("isconversationdraft"))
        self.lacks = absent in {self.date, self.subject, self.content, self.sender, self.sender_url}
        self.lacks = self.lacks or absent in {self.title, self.recipients}
        self.drafts = tuple(flag for flag in flags if flag is not None)


People = dict[tuple[str, str, str], int]
"""Name and address of a sender, addresses of those who receive, and the number of messages between them."""


def _tell_people(people: People, owner: Owner) -> None:
    """Tell in how many messages each address takes part, and the first name that it sent under."""
    parts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for (sender, url, recipients), count in people.items():
        addresses = {profile_url(address) for address in (url, *recipients.split(","))}
        parts.update(dict.fromkeys(addresses - {""}, count))
        if url:
            names.setdefault(url, sender)
    owner.messages(parts, {profile_url(url): sender for url, sender in names.items()})


class _Drafts:
    """Tells drafts by the flags of a row; a file writes them in few ways, so that each is judged once."""

    def __init__(self, places: tuple[int, ...]) -> None:
        self._flags = itemgetter(*places, places[0]) if places else None
        self._known: dict[tuple[str, ...], bool] = {}

    def holds(self, row: Row) -> bool:
        """Tell whether a row is a draft."""
        if self._flags is None:
            return False
        flags = self._flags(row)
        known = self._known.get(flags)
        if known is None:
            known = any(flag.casefold() in _YES for flag in flags)
            if len(self._known) < _FLAGS_KEPT:
                self._known[flags] = known
        return known


def read_messages(page: Page, owner: Owner) -> Iterator[Fact | Tally]:
    """Yield the tallies of the messages, and with items one fact per message."""
    table = page.table(MESSAGES)
    at, width = _Columns(table), len(table.header)
    private = Hours(MESSAGE_DATES, page.years)
    subjects, sponsored = private.beside(), private.beside()
    drafts, people = _Drafts(at.drafts), People()
    ends_of = itemgetter(at.sender, at.sender_url, at.recipients)
    title, sender_url, content, date, subject = at.title, at.sender_url, at.content, at.date, at.subject
    for number, row in table.records():
        if len(row) != width:
            page.bad(Fault(number, "member.row_width"))
            continue
        if at.lacks:
            row = (*row, "")  # noqa: PLW2901 - the cell that absent columns point at
        if drafts.holds(row):
            continue
        # An advertisement shows by its title, or by its HTML where no member's address is the sender.
        is_sponsored = row[title] == _SPONSORED_TITLE or (
            not row[sender_url] and _SPONSORED_MARK in row[content]
        )
        if not (sponsored if is_sponsored else private).add(row[date]):
            page.bad(Fault(number, "member.row_bad_date"))
        if not is_sponsored:
            between = ends_of(row)
            people[between] = people.get(between, 0) + 1
            if row[subject]:
                subjects.add(row[date])
        if page.items:
            yield _item(page, table, number, row[date], sponsored=is_sponsored)
    _tell_people(people, owner)
    for data_class, hours in zip(_CLASSES, (private, subjects, sponsored), strict=True):
        yield page.tally(data_class, hours)


def _item(page: Page, table: Table, number: int, date: str, *, sponsored: bool) -> Fact:
    data_class = DataClass.SPONSORED_MESSAGES if sponsored else DataClass.PRIVATE_MESSAGES
    column = table.header[table.columns["date"][0]]
    return page.item(data_class, Cell(number, column, date), MESSAGE_DATES)
