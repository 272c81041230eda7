# SPDX-License-Identifier: Apache-2.0
"""messages.csv: private and sponsored messages by the hour, and who takes part in how many of them.

No column says InMail. A subject line is typical of it and is all that is counted. Drafts are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from inspector.archives.hours import Hours
from inspector.archives.services.linkedin.owner import Owner, profile_url
from inspector.archives.services.linkedin.page import Cell, Page
from inspector.archives.services.linkedin.shapes import MESSAGE_DATES, MESSAGES
from inspector.archives.tables import BadRow, Row, Table
from inspector.domain.facts import Fact, Tally
from inspector.domain.words import DataClass

_SPONSORED_TITLE: Final = "Sponsored Conversation"
# A class name in the HTML that only advertisements carry.
_SPONSORED_MARK: Final = "spinmail"
_YES: Final = frozenset({"yes", "true", "1"})
_CLASSES: Final = (
    DataClass.PRIVATE_MESSAGES,
    DataClass.MESSAGES_WITH_SUBJECT,
    DataClass.SPONSORED_MESSAGES,
)


class _Columns:
    """Where the columns stand; a column that an era does not have points past the row, at an empty cell."""

    __slots__ = ("content", "date", "drafts", "recipients", "sender", "sender_url", "subject", "title")

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
        self.drafts = tuple(flag for flag in flags if flag is not None)


class _People:
    """Counts in how many messages each address takes part, as sender or as one who receives."""

    __slots__ = ("_pairs", "_senders")

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], int] = {}
        self._senders: dict[str, str] = {}

    def add(self, sender: str, url: str, recipients: str) -> None:
        pair = (url, recipients)
        count = self._pairs.get(pair)
        if count is None:
            self._senders.setdefault(url, sender)
            count = 0
        self._pairs[pair] = count + 1

    def tell(self, owner: Owner) -> None:
        parts: Counter[str] = Counter()
        for (url, recipients), count in self._pairs.items():
            people = {profile_url(address) for address in (url, *recipients.split(","))}
            parts.update(dict.fromkeys(people - {""}, count))
        names = {profile_url(url): sender for url, sender in self._senders.items() if url}
        owner.messages(parts, names)


def read_messages(page: Page, owner: Owner) -> Iterator[Fact | Tally]:
    """Yield the tallies of the messages, and with items one fact per message."""
    table = page.table(MESSAGES)
    at, width = _Columns(table), len(table.header)
    hours = {data_class: Hours(MESSAGE_DATES, page.years) for data_class in _CLASSES}
    private, subjects, sponsored = (hours[data_class].add for data_class in _CLASSES)
    people = _People()
    for number, row in table.records():
        if len(row) != width:
            page.bad(BadRow(number, "member.row_width"))
            continue
        row.append("")
        if at.drafts and _is_draft(row, at):
            continue
        is_sponsored = _is_sponsored(row, at)
        if not (sponsored if is_sponsored else private)(row[at.date]):
            page.bad(BadRow(number, "member.row_bad_date"))
        if not is_sponsored:
            people.add(row[at.sender], row[at.sender_url], row[at.recipients])
            if row[at.subject]:
                subjects(row[at.date])
        if page.items:
            yield _item(page, table, number, row[at.date], sponsored=is_sponsored)
    people.tell(owner)
    for data_class in _CLASSES:
        yield page.tally(data_class, hours[data_class])


def _is_draft(row: Row, at: _Columns) -> bool:
    return any(row[place].casefold() in _YES for place in at.drafts)


def _is_sponsored(row: Row, at: _Columns) -> bool:
    """Tell an advertisement: by its title, or by its HTML where no member's address is the sender."""
    return row[at.title] == _SPONSORED_TITLE or (
        not row[at.sender_url] and _SPONSORED_MARK in row[at.content]
    )


def _item(page: Page, table: Table, number: int, date: str, *, sponsored: bool) -> Fact:
    data_class = DataClass.SPONSORED_MESSAGES if sponsored else DataClass.PRIVATE_MESSAGES
    column = table.header[table.columns["date"][0]]
    return page.item(data_class, Cell(number, column, date), MESSAGE_DATES)
