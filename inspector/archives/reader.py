# SPDX-License-Identifier: Apache-2.0
"""What a reader of one service's archive does, and what it hands over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from inspector.archives.formats.records import ALTERED
from inspector.archives.stream import MemberStream
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import UNKNOWN_MOMENT, Moment
from inspector.domain.residence import PlanPeriod
from inspector.domain.sources import LedgerRow
from inspector.domain.text import Note, note
from inspector.domain.words import MemberStatus

_USABLE: Final = frozenset({"member.row_encoding", ALTERED})

Head = Callable[[str], bytes]
"""Gives the first bytes of a member by its path; none where it cannot be read."""


@dataclass(frozen=True, slots=True)
class MemberAt:
    """A member as a reader sees it: its name in the source, its path inside the export, and its time."""

    name: str
    path: str
    as_of: Moment = UNKNOWN_MOMENT


@dataclass(frozen=True, slots=True)
class ReadError:
    """Records of one member that share a fault. `key` is the sentence (`member.*`).

    `row` is the first of them, counted in records with the header as 1; `count` how many there are.
    """

    key: str
    member: str
    row: int
    count: int = 1

    @property
    def note(self) -> Note:
        """Return the sentence, which names file and row and quotes nothing."""
        return note(self.key, file=self.member, row=self.row, n=self.count)

    @property
    def lost(self) -> bool:
        """Tell whether something could not be used; text in a foreign encoding or with gaps could."""
        return self.key not in _USABLE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one member that a reader wants.

    `lost_rows` of its records could not be used, `foreign_rows` hold text in another encoding.
    """

    name: str
    path: str
    status: MemberStatus
    lost_rows: int = 0
    foreign_rows: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of all members a reader wants, and the paths of the others.

    `alone`: a single table was handed in, so nothing else was looked at.
    """

    members: tuple[Outcome, ...]
    others: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What only shows when all members were read.

    `latest`: the earliest time of the newest dated record. `remarks`: what else is to be said of the source.
    `losses`: what the export itself tells to be missing from it, which makes the answer incomplete.
    """

    account: str | None = None
    facts: tuple[Fact, ...] = ()
    tallies: tuple[Tally, ...] = ()
    plans: tuple[PlanPeriod, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    latest: datetime | None = None
    remarks: tuple[Note, ...] = ()
    losses: tuple[Note, ...] = ()


class Reader(Protocol):
    """Reads the archive of one service. One instance reads one source.

    Facts and tallies come with member and locator; the hashes and the account are filled in afterwards.
    """

    @property
    def service(self) -> str:
        """Return the service's id."""

    def wants(self, path: str) -> bool:
        """Tell whether this member bears on the answer."""

    def read(self, member: MemberAt, stream: MemberStream) -> Iterator[Fact | Tally | ReadError]:
        """Yield what one member states. Raises MemberError where it cannot be read; nothing of it counts."""

    def conclude(self, seen: Seen) -> Conclusion:
        """Return what follows from all members together."""


@dataclass(frozen=True, slots=True)
class ReaderKind:
    """How the reader of a service is found and made. `name` is what the service calls itself.

    `root` returns the folder, with closing slash, of the export that a path would belong to, None for a path
    that tells of none. `claims` decides by shape, never by order or locale, from the paths below that folder
    and their first bytes. `claims_alone` takes name and first bytes of a single table and returns the path it
    has in an export. `make` takes the time of import and whether single items become facts. `loose`: files of
    an export come one by one, so what else lies in their folder has nothing to do with them. `single`: an
    export is one file, so a folder with it is no export but holds one; where that is so of one form alone,
    `folder` claims a folder on a disk in the place of `claims`.
    """

    service: str
    name: str
    root: Callable[[str], str | None]
    claims: Callable[[Sequence[str], Head], bool]
    claims_alone: Callable[[str, bytes], str | None]
    make: Callable[[datetime, bool], Reader]
    loose: bool = False
    single: bool = False
    folder: Callable[[Sequence[str], Head], bool] | None = None
