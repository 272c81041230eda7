# SPDX-License-Identifier: Apache-2.0
"""Source, Member and Ledger: what was handed in, what it holds, what was looked for and found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector.domain.moment import UNKNOWN_MOMENT, Moment
from inspector.domain.text import Note
from inspector.domain.words import MemberStatus, Outcome, SourceKind, SourceStatus


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a source. `used`: a reader took something from it. `reason`: why it was not read.

    `part` names the file of a joined source that it lies in.
    """

    name: str
    sha256: str | None
    size: int
    status: MemberStatus
    as_of: Moment = UNKNOWN_MOMENT
    used: bool = False
    reason: Note | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class SourcePart:
    """One of the files that a source was joined from, such as the numbered parts of one export."""

    name: str
    sha256: str
    size: int
    status: SourceStatus
    reason: Note | None = None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One thing that was looked for. `id` is stable, `where` names members; texts come from messages by id.

    The message keys are `ledger.<id>.sought` and `ledger.<id>.absence`.
    """

    id: str
    where: str
    outcome: Outcome
    detail: Note | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file or folder handed in. `sha256` of a folder is that of its sorted member listing.

    Numbered parts of one export are one source; its `parts` are those files, and its hash that of their
    sorted listing. `account` is the service's own identity of the account as far as the source tells it.
    `unread_bears` is True when something that could bear on the answer was not read.
    """

    name: str
    path: Path
    kind: SourceKind
    service: str | None
    format: str
    status: SourceStatus
    sha256: str
    size: int
    reason: Note | None = None
    as_of: Moment = UNKNOWN_MOMENT
    account: str | None = None
    members: tuple[Member, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    problems: tuple[Note, ...] = ()
    unread_bears: bool = False
    parts: tuple[SourcePart, ...] = ()

    @property
    def is_locked(self) -> bool:
        """Answer whether something in it opens with a password that was not given."""
        return self.status == "encrypted" or any(member.status == "encrypted" for member in self.members)
