# SPDX-License-Identifier: Apache-2.0
"""One pass over one source: every member in archive order, the claimed ones through their reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final

from inspector.archives.container import Block, Container, Entry, MemberError, Tick
from inspector.archives.limits import LIMITS, Limits
from inspector.archives.membership import Claim
from inspector.archives.names import is_junk
from inspector.archives.problems import Problems
from inspector.archives.reader import MemberAt, Outcome, Reader, ReadError
from inspector.archives.stream import MemberStream
from inspector.archives.timing import timed
from inspector.archives.wanting import Wanting
from inspector.archives.watch import UNGUARDED, Guard
from inspector.domain.facts import Fact, Tally
from inspector.domain.sources import Member
from inspector.domain.text import Note, note
from inspector.domain.words import MemberStatus

_BROKEN: Final = "member.reader_stopped"
_LISTED_MOST: Final = 100_000
# What a reader may trip over in content that nobody foresaw, the end of the memory included.
_FAULTS: Final = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip


@dataclass(slots=True)
class Pass:
    """What came of the members, in archive order. `hashes` by ordinal of the entry.

    `unlisted` members that bear on nothing were whole and are not in `members`, so that a source with very
    many files stays readable.
    """

    members: list[Member] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)
    hashes: dict[int, str] = field(default_factory=dict)
    unlisted: int = 0


class Session:
    """Goes through a container once. Without a claim it only hashes and checks what is there."""

    def __init__(
        self,
        container: Container,
        claim: Claim | None,
        reader: Reader | None,
        guard: Guard = UNGUARDED,
        limits: Limits = LIMITS,
    ) -> None:
        self._container = container
        self._wanting = Wanting(container, claim, reader)
        self._reader = reader
        self._guard = guard
        self._limits = limits
        self._tick: Tick = lambda _: None
        self._pass = Pass()

    def run(self, tick: Tick) -> Pass:
        """Return what all members gave. `tick` hears of every block and may raise to stop."""
        self._tick = tick
        with closing(self._container.walk(tick)) as walk:
            for entry, blocks in walk:
                tick(0)
                self._meet(entry, blocks)
        return self._pass

    def _meet(self, entry: Entry, blocks: Iterator[Block]) -> None:
        path, hindrance = self._wanting.of(entry)
        if entry.ordinal in self._guard.broken:
            hindrance = MemberError("damaged", _BROKEN)
        if hindrance is None:
            self._guard.entered(entry.ordinal, entry.name)
        if path is None:
            self._list(entry, blocks, hindrance)
        elif hindrance is None:
            self._read(entry, path, blocks)
        else:
            self._give_up(entry, path, hindrance)

    def _list(self, entry: Entry, blocks: Iterator[Block], hindrance: MemberError | None) -> None:
        """Hash and check a member that no reader wants."""
        path, junk = self._wanting.path(entry.name), is_junk(entry.name)
        if path is not None and not junk:
            self._pass.others.append(path)
        sha256, status, key = None, entry.status, entry.reason
        try:
            if hindrance is not None:
                raise hindrance
            sha256 = self._hashed(entry, blocks)
        except MemberError as error:
            status, key = error.status, error.key
        reason = note(key, file=entry.name, n=1) if key else None
        if reason and not junk and (status == "refused" or key == _BROKEN):
            self._pass.problems.add(reason)
        if reason and entry.name.endswith("/"):
            # A folder that cannot be listed may hold anything.
            self._pass.outcomes.append(Outcome(entry.name, path or entry.name, status))
        if len(self._pass.members) < _LISTED_MOST:
            self._pass.members.append(_member(entry, sha256, status, reason))
        else:
            self._pass.unlisted += 1

    def _hashed(self, entry: Entry, blocks: Iterator[Block]) -> str:
        """Return the hash of a member whose bytes nobody looks at."""
        digest, size = hashlib.sha256(), 0
        for block in self._timed(entry, blocks):
            digest.update(block)
            size += len(block)
        if size != entry.size:
            raise MemberError("damaged", "member.damaged")
        self._pass.hashes[entry.ordinal] = digest.hexdigest()
        return self._pass.hashes[entry.ordinal]

    def _timed(self, entry: Entry, blocks: Iterator[Block]) -> Iterator[Block]:
        """Yield the blocks; raises MemberError once the member takes longer than its size explains."""
        return timed(blocks, self._limits.time(entry.size), self._tick)

    def _read(self, entry: Entry, path: str, blocks: Iterator[Block]) -> None:
        stream = MemberStream(self._timed(entry, blocks), lambda _: None)
        taken = _Taken()
        try:
            self._take(taken, MemberAt(entry.name, path, entry.as_of), stream)
            sha256 = self._drained(entry, stream)
        except MemberError as error:
            self._give_up(entry, path, error, stream)
            return
        self._pass.facts.extend(taken.facts)
        self._pass.tallies.extend(taken.tallies)
        for fault in taken.faults:
            self._pass.problems.add(fault.note)
        lost = sum(fault.count for fault in taken.faults if fault.lost)
        foreign = sum(fault.count for fault in taken.faults if not fault.lost)
        self._pass.outcomes.append(Outcome(entry.name, path, "read", lost, foreign))
        reason = taken.faults[0].note if taken.faults else None
        used = bool(taken.facts or taken.tallies)
        self._pass.members.append(_member(entry, sha256, "read", reason, used=used))

    def _take(self, taken: _Taken, member: MemberAt, stream: MemberStream) -> None:
        """Let the reader read. A fault of the reader costs this member and no other."""
        if self._reader is None:
            raise MemberError("unsupported", "member.reader_stopped")
        try:
            for found in self._reader.read(member, stream):
                match found:
                    case Fact():
                        taken.facts.append(found)
                    case Tally():
                        taken.tallies.append(found)
                    case ReadError():
                        taken.faults.append(found)
        except _FAULTS as error:
            raise MemberError("damaged", _BROKEN) from error

    def _give_up(
        self, entry: Entry, path: str, error: MemberError, stream: MemberStream | None = None
    ) -> None:
        """Record a wanted member that gives nothing, with its hash where its bytes can still be had."""
        sha256 = None
        if stream is not None:
            try:
                sha256 = self._drained(entry, stream)
            except MemberError as worse:
                error = stream.failed or worse
        reason = _reason(entry, error)
        self._pass.problems.add(reason)
        self._pass.outcomes.append(Outcome(entry.name, path, error.status))
        self._pass.members.append(_member(entry, sha256, error.status, reason))

    def _drained(self, entry: Entry, stream: MemberStream) -> str:
        if stream.failed is not None:
            raise stream.failed
        stream.drain()
        if stream.size != entry.size:
            raise MemberError("damaged", "member.damaged")
        self._pass.hashes[entry.ordinal] = stream.sha256
        return stream.sha256


@dataclass(slots=True)
class _Taken:
    """What a reader has given of one member so far."""

    facts: list[Fact] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    faults: list[ReadError] = field(default_factory=list)


def _reason(entry: Entry, error: MemberError) -> Note:
    if error.row is None:
        return note(error.key, file=entry.name, n=1)
    return note(error.key, file=entry.name, row=error.row, n=1)


def _member(
    entry: Entry, sha256: str | None, status: MemberStatus, reason: Note | None, *, used: bool = False
) -> Member:
    return Member(entry.name, sha256, entry.size, status, entry.as_of, used, reason, entry.part)
