# SPDX-License-Identifier: Apache-2.0
"""The reader of LinkedIn exports: hands each file to what knows it, and concludes from all together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from inspector.archives.dates import plausible
from inspector.archives.reader import Conclusion, MemberAt, ReadError, Seen
from inspector.archives.services.linkedin import account, assistants, ledger, receipts, regions
from inspector.archives.services.linkedin.counted import read_article, read_counted
from inspector.archives.services.linkedin.messages import read_messages
from inspector.archives.services.linkedin.owner import Owner
from inspector.archives.services.linkedin.page import Page
from inspector.archives.services.linkedin.shapes import (
    ASSISTANTS,
    COUNTED,
    FIRST_YEAR,
    SERVICE,
    is_article,
    key_of,
    wanted,
)
from inspector.archives.stream import MemberStream
from inspector.domain.facts import Fact, Tally


class LinkedInReader:
    """Reads one LinkedIn export."""

    service = SERVICE

    def __init__(self, now: datetime, items: bool) -> None:  # noqa: FBT001 - the protocol's make() hands it on
        self._years = plausible(now, FIRST_YEAR)
        self._items = items
        self._owner = Owner()
        self._payments: list[receipts.Payment] = []
        self._chats: list[assistants.Chat] = []
        self._shown: dict[str, frozenset[str]] = {}
        self._latest: datetime | None = None

    def wants(self, path: str) -> bool:
        """Tell whether this file bears on the answer."""
        return wanted(path)

    def read(self, member: MemberAt, stream: MemberStream) -> Iterator[Fact | Tally | ReadError]:
        """Yield what one file states. Raises MemberError where it cannot be read."""
        page = Page(member, stream, self._years, self._items)
        shows: set[str] = set()
        for found in self._handled(page):
            shows.add(_token(found))
            page.saw(found.moment.not_before if isinstance(found, Fact) else None)
            yield found
        yield from (page.faults[key] for key in sorted(page.faults))
        stream.drain()
        # Only now is the file known to be whole.
        self._shown[member.name] = frozenset(shows)
        if page.latest and (self._latest is None or page.latest > self._latest):
            self._latest = page.latest

    def conclude(self, seen: Seen) -> Conclusion:
        """Return the account, the AI prompts, the plans that receipts suggest, and the ledger."""
        identity = self._owner.identity()
        facts, tallies = assistants.own_lines(self._chats, identity)
        shown = dict(self._shown)
        for fact in facts:
            if fact.provenance and fact.provenance.member:
                shown[fact.provenance.member] = shown[fact.provenance.member] | {fact.kind}
        return Conclusion(
            identity.url,
            tuple(facts),
            tuple(tallies),
            receipts.periods(self._payments),
            ledger.rows(seen, shown),
            self._latest,
        )

    def _handled(self, page: Page) -> Iterator[Fact | Tally]:
        path = page.member.path
        key = key_of(path) or ""
        if is_article(path):
            return read_article(page)
        if key in COUNTED:
            return read_counted(page, COUNTED[key])
        if key in ASSISTANTS:
            return self._chat(page, ASSISTANTS[key])
        return self._single(page, key)

    def _single(self, page: Page, key: str) -> Iterator[Fact | Tally]:
        match key:
            case "messages":
                return read_messages(page, self._owner)
            case "receipts" | "receiptsv2":
                return receipts.read_receipts(page, self._payments)
            case "profile":
                return regions.read_profile(page, self._owner)
            case "invitations":
                return account.read_invitations(page, self._owner)
            case _:
                return _STATELESS[key](page)

    def _chat(self, page: Page, feature: str) -> Iterator[Fact | Tally]:
        chat = assistants.read_chat(page, feature)
        if chat is not None:
            self._chats.append(chat)
        yield from ()


_STATELESS = {
    "registration": account.read_registration,
    "accountstatushistory": account.read_history,
    "logins": account.read_logins,
    "connections": account.read_connections,
    "verifications": regions.read_verifications,
    "phonenumbers": regions.read_phones,
    "whatsappphonenumbers": regions.read_phones,
    "adtargeting": regions.read_targeting,
}


def _token(found: Fact | Tally) -> str:
    if isinstance(found, Fact):
        return found.kind
    return found.data_class if found.count else ""
