# SPDX-License-Identifier: Apache-2.0
"""The reader of any service: hands each file to what knows it, and concludes from all together.

A service says which files it has and what is in them (`Service`); everything else is done here, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Generic, TypeVar

from inspector.archives.as_of import as_of_between
from inspector.archives.dates import plausible
from inspector.archives.frame.ledger import Missing, Sought, rows, tokens
from inspector.archives.frame.new_keys import NewKeys
from inspector.archives.frame.page import Page
from inspector.archives.reader import Conclusion, MemberAt, ReadError, Seen
from inspector.archives.stream import MemberStream
from inspector.domain.facts import Fact, Tally
from inspector.domain.residence import PlanPeriod
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note

S = TypeVar("S")

Handler = Callable[[Page, S], Iterable[Fact | Tally]]
"""Yields what one kind of file states; `S` is what the service gathers over all of them."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What follows for a service from all its files together. `account` is the service's own identity.

    `losses` say what the export itself tells to be missing from it, `remarks` what else there is to say.
    `rows`: how the export compares with what its service says of it, such as its own list of files.
    """

    account: str | None = None
    facts: tuple[Fact, ...] = ()
    tallies: tuple[Tally, ...] = ()
    plans: tuple[PlanPeriod, ...] = ()
    losses: tuple[Note, ...] = ()
    remarks: tuple[Note, ...] = ()
    rows: tuple[LedgerRow, ...] = ()


def _no_note(_sought: Sought, _seen: Seen) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Service(Generic[S]):
    """How the export of a service is read.

    `key_of` gives the kind of file for a path inside the export, None for what bears on nothing; `handlers`
    are by that kind. `gathers` makes what is gathered over all files, `ends` concludes from it. `first_year`:
    an earlier date is no record. `missing` may say more of something sought that an export has no file of.
    `columns` are all that a table of a kind is known to have, in lower case without signs, blanks between.
    """

    id: str
    first_year: int
    key_of: Callable[[str], str | None]
    handlers: Mapping[str, Handler[S]]
    gathers: Callable[[], S]
    ends: Callable[[S, Seen], Ending]
    sought: Sequence[Sought]
    missing: Missing = _no_note
    columns: Mapping[str, str] = field(default_factory=dict)


class ServiceReader(Generic[S]):
    """Reads one export of a service."""

    def __init__(self, service: Service[S], now: datetime, *, items: bool) -> None:
        self._service = service
        self._now = now
        self._years = plausible(now, service.first_year)
        self._items = items
        self._gathered = service.gathers()
        self._shown: dict[str, frozenset[str]] = {}
        self._standing: list[Fact] = []
        self._latest: datetime | None = None
        self._new = NewKeys()

    @property
    def service(self) -> str:
        """Return the service's id."""
        return self._service.id

    def wants(self, path: str) -> bool:
        """Tell whether this file bears on the answer."""
        return self._service.key_of(path) in self._service.handlers

    def read(self, member: MemberAt, stream: MemberStream) -> Iterator[Fact | Tally | ReadError]:
        """Yield what one file states. Raises MemberError where it cannot be read."""
        key = self._service.key_of(member.path) or ""
        known = self._service.columns.get(key, "")
        page = Page(self.service, member, stream, self._years, self._items, columns=known)
        shows: set[str] = set()
        for found in self._service.handlers[key](page, self._gathered):
            shows.update(tokens(found))
            page.saw(found.moment.not_before if isinstance(found, Fact) else None)
            yield found
        yield from (page.faults[fault] for fault in sorted(page.faults))
        stream.drain()
        # Only now is the file known to be whole.
        self._keep(page, key, shows)

    def conclude(self, seen: Seen) -> Conclusion:
        """Return the account, what holds when all was read, and the ledger."""
        ending = self._service.ends(self._gathered, seen)
        facts = (*ending.facts, *map(self._dated, self._standing))
        shown = dict(self._shown)
        everything: list[Fact | Tally] = [*facts, *ending.tallies]
        for found in everything:
            member = _member_of(found)
            shown[member] = shown.get(member, frozenset()).union(tokens(found))
        return Conclusion(
            ending.account,
            facts,
            ending.tallies,
            ending.plans,
            (
                *rows(self._service.sought, self._service.key_of, seen, shown, self._service.missing),
                *ending.rows,
            ),
            self._latest,
            (*ending.remarks, *self._new.notes()),
            ending.losses,
        )

    def _keep(self, page: Page, key: str, shows: set[str]) -> None:
        for step in page.done:
            step()
        self._shown[page.member.name] = frozenset(shows)
        self._standing += page.standing
        self._new.add(key, page.member.name, page.new_keys)
        if page.latest and (self._latest is None or page.latest > self._latest):
            self._latest = page.latest

    def _dated(self, fact: Fact) -> Fact:
        """Return what holds at the time of the export with that time: after all its records were written."""
        place = fact.provenance
        made = [place.member_as_of] if place else []
        return replace(fact, moment=as_of_between(self._latest, made, self._now))


def _member_of(found: Fact | Tally) -> str:
    """Return the name of the member that a fact or a count comes from, `` for none."""
    if isinstance(found, Tally):
        return found.member or ""
    return (found.provenance.member if found.provenance else None) or ""
