# SPDX-License-Identifier: Apache-2.0
"""Reads one source: what it states and counts, what was looked for. Bad input becomes a status and a note."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector.archives.as_of import archive_as_of
from inspector.archives.container import Container, SourceError, file_blocks
from inspector.archives.membership import Claim, Unclaimed, claimed
from inspector.archives.names import shown
from inspector.archives.opening import open_container
from inspector.archives.reader import Conclusion, Seen
from inspector.archives.sealing import Seals
from inspector.archives.session import Pass, Session
from inspector.archives.status import judged, said
from inspector.archives.watch import Progress, ReadCancelledError, Watch, never, silent
from inspector.domain.facts import Tally
from inspector.domain.moment import UNKNOWN_MOMENT
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Member, Source
from inspector.domain.text import note

__all__ = ["Progress", "ReadCancelledError", "read_source"]


@dataclass(frozen=True, slots=True)
class _Import:
    """What is asked of one reading."""

    path: Path
    name: str
    now: datetime
    items: bool
    watch: Watch


def read_source(
    path: Path,
    now: datetime,
    *,
    items: bool = False,
    cancelled: Callable[[], bool] = never,
    progress: Progress = silent,
) -> SourceReading:
    """Read a zip, a folder or a single table of an export.

    `now` is the time of import, `items` makes each counted thing a fact of its own. Bad input never raises:
    its status and note say what happened. Raises ReadCancelledError once `cancelled` says so.
    """
    order = _Import(path, shown(path.name or str(path)), now, items, Watch(cancelled, progress))
    try:
        container = open_container(path)
    except SourceError as error:
        return SourceReading(_unopened(order, error))
    try:
        claim = claimed(container, order.name)
        if isinstance(claim, Unclaimed):
            return SourceReading(_unclaimed(order, container, claim))
        return _Reading(order, container, claim).run()
    except OSError:
        # The medium went away, or a file turned unreadable between two blocks.
        failed = SourceError("damaged", note("source.no_access", name=order.name))
        return SourceReading(_unopened(order, failed))
    finally:
        container.close()


class _Reading:
    """The reading of one source that a reader has claimed."""

    def __init__(self, order: _Import, container: Container, claim: Claim) -> None:
        self._order = order
        self._container = container
        self._claim = claim
        self._reader = claim.kind.make(order.now, order.items)
        self._alone = claim.alone is not None

    def run(self) -> SourceReading:
        """Read every member once and put together what they state."""
        session = Session(self._container, self._claim, self._reader)
        whole = 0 if self._container.hashes_all else self._container.size
        tick = self._order.watch.tick(session.to_read() + whole)
        done = session.run(tick)
        sha256 = self._container.sha256(done.hashes, tick)
        seen = Seen(tuple(done.outcomes), tuple(done.others), alone=self._alone)
        conclusion = self._reader.conclude(seen)
        if self._container.changed():
            return self._changed(done, sha256, conclusion)
        source = self._source(done, sha256, conclusion)
        hashes = {member.name: member.sha256 for member in done.members}
        seals = Seals(sha256, hashes, conclusion.account, alone=self._alone)
        return SourceReading(
            source,
            seals.facts((*done.facts, *conclusion.facts)),
            seals.tallies((*done.tallies, *conclusion.tallies)),
            seals.plans(conclusion.plans),
        )

    def _source(self, done: Pass, sha256: str, conclusion: Conclusion) -> Source:
        order, verdict = self._order, judged(self._order.name, done.outcomes)
        reason, problems = said(verdict, done.problems, alone=self._alone)
        cited = {*_members_of(done.tallies), *_members_of(conclusion.tallies)}
        members = tuple(replace(member, used=member.used or member.name in cited) for member in done.members)
        return Source(
            name=order.name,
            path=order.path,
            kind="archive",
            service=self._claim.kind.service,
            format=self._container.format,
            status=verdict.status,
            sha256=sha256,
            size=self._container.size,
            reason=reason,
            as_of=archive_as_of(conclusion.latest, members, order.now),
            account=conclusion.account,
            members=() if self._alone else members,
            ledger=conclusion.ledger,
            problems=problems,
            unread_bears=verdict.unread_bears,
        )

    def _changed(self, done: Pass, sha256: str, conclusion: Conclusion) -> SourceReading:
        """Return a source of which nothing counts: what was read belongs to no one state of it."""
        source = self._source(done, sha256, conclusion)
        ledger = tuple(replace(row, outcome="unreadable", detail=None) for row in conclusion.ledger)
        members = tuple(replace(member, used=False) for member in source.members)
        reason = note("source.changed", name=self._order.name)
        return SourceReading(
            replace(
                source,
                status="changed",
                reason=reason,
                as_of=UNKNOWN_MOMENT,
                account=None,
                members=members,
                ledger=ledger,
                unread_bears=True,
            )
        )


def _members_of(tallies: Iterable[Tally]) -> set[str]:
    return {tally.member for tally in tallies if tally.member}


def _unclaimed(order: _Import, container: Container, claim: Unclaimed) -> Source:
    """Return a source that no reader knows: its members are listed, its content was not looked at."""
    # The names in a folder that is no export are nobody's business.
    listed = container.entries() if container.format.startswith("zip") else ()
    members = tuple(Member(entry.name, None, entry.size, entry.status, entry.as_of) for entry in listed)
    tick = order.watch.tick(container.size)
    return Source(
        name=order.name,
        path=order.path,
        kind="archive",
        service=None,
        format=container.format,
        status=claim.status,
        sha256=container.sha256({}, tick),
        size=container.size,
        reason=claim.reason,
        members=members,
        unread_bears=claim.status == "encrypted",
    )


def _unopened(order: _Import, error: SourceError) -> Source:
    """Return a source that could not be opened, with the hash of its bytes where they can be had."""
    sha256, size = _hash(order)
    return Source(
        name=order.name,
        path=order.path,
        kind="archive",
        service=None,
        format="unknown",
        status=error.status,
        sha256=sha256,
        size=size,
        reason=error.reason,
        unread_bears=True,
    )


def _hash(order: _Import) -> tuple[str, int]:
    """Return hash and size of a file as it lies there; an empty hash where it cannot be read."""
    digest, size = hashlib.sha256(), 0
    try:
        if not order.path.is_file():
            return "", 0
        with order.path.open("rb") as file:
            whole = order.path.stat().st_size
            tick = order.watch.tick(whole)
            for block in file_blocks(file, whole):
                digest.update(block)
                size += len(block)
                tick(len(block))
    except OSError:
        return "", 0
    return digest.hexdigest(), size
