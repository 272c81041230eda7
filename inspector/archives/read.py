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
from inspector.archives.file_container import FileContainer
from inspector.archives.folder_container import FolderContainer
from inspector.archives.membership import Claim, Unclaimed, claimed
from inspector.archives.opening import open_container
from inspector.archives.reader import Conclusion, Seen
from inspector.archives.sealing import Seals
from inspector.archives.secret import Secret
from inspector.archives.session import Pass, Session
from inspector.archives.status import judged, of_nothing, said
from inspector.archives.watch import (
    UNGUARDED,
    Guard,
    Opening,
    Progress,
    ReadCancelledError,
    Watch,
    never,
    silent,
)
from inspector.archives.within import called
from inspector.domain.facts import Fact, Tally
from inspector.domain.moment import UNKNOWN_MOMENT
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.text import Note, note

__all__ = ["Progress", "ReadCancelledError", "read_source"]


@dataclass(frozen=True, slots=True)
class _Import:
    """What is asked of one reading."""

    path: Path
    name: str
    now: datetime
    items: bool
    watch: Watch
    secret: Secret | None


def read_source(  # noqa: PLR0913 - each is a wish of its own, given by name
    path: Path,
    now: datetime,
    *,
    items: bool = False,
    cancelled: Callable[[], bool] = never,
    progress: Progress = silent,
    guard: Guard = UNGUARDED,
    password: str | None = None,
) -> SourceReading:
    """Read a zip, a tar, a folder, the numbered parts of one export, or a single table of it.

    Where several exports lie in folders of one file, none is read, and `inside` names them; the source then
    has no hash if there is nothing else in it.

    `now` is the time of import, `items` makes each counted thing a fact of its own. `guard` hears of each
    member before its bytes are read, and names those not to touch. `password` opens
    encrypted members and is kept nowhere. Bad input never raises: its status and
    note say what happened. Raises ReadCancelledError once `cancelled` says so.
    """
    name, watch = called(path), Watch(cancelled, progress, guard)
    order = _Import(path, name, now, items, watch, None if password is None else Secret(password))
    try:
        opening = watch.opening(path)
        container = open_container(path, order.secret, pulse=opening)
    except SourceError as error:
        return SourceReading(_unopened(order, error))
    try:
        return _opened(order, container, opening)
    except OSError:
        # The medium went away, or a file turned unreadable between two blocks.
        failed = SourceError("damaged", note("source.no_access", name=order.name))
        return SourceReading(_unopened(order, failed))
    finally:
        container.close()


def _opened(order: _Import, container: Container, opening: Opening) -> SourceReading:
    """Read what was opened; `opening` hears until its bytes are gone through. Raises OSError."""
    opening.size = container.size
    opening()
    claim = claimed(container, order.name)
    opening()
    if isinstance(claim, Unclaimed):
        opening.over = True
        return SourceReading(_Unclaimed(order, container, claim).run(), inside=claim.inside)
    reading = _Reading(order, container, claim)
    opening()
    opening.over = True
    return reading.run()


class _Reading:
    """The reading of one source that a reader has claimed."""

    def __init__(self, order: _Import, container: Container, claim: Claim) -> None:
        self._order = order
        self._container = container
        self._claim = claim
        self._reader = claim.kind.make(order.now, order.items)
        self._session = Session(container, claim, self._reader, order.watch.guard)
        self._alone = claim.alone is not None

    def run(self) -> SourceReading:
        """Read every member once and put together what they state."""
        done = self._session.run(self._order.watch.tick(self._container.size))
        sha256 = self._container.sha256(done.hashes)
        seen = Seen(tuple(done.outcomes), tuple(done.others), alone=self._alone)
        conclusion = _named(self._concluded(seen), self._order.name)
        if self._container.changed():
            return self._changed(done, sha256, conclusion)
        source = self._source(done, sha256, conclusion)
        hashes = {member.name: member.sha256 for member in done.members if member.status == "read"}
        seals = Seals(sha256, hashes, conclusion.account, alone=self._alone)
        return SourceReading(
            source,
            seals.facts((*done.facts, *conclusion.facts)),
            seals.tallies((*done.tallies, *conclusion.tallies)),
            seals.plans(conclusion.plans),
        )

    def _concluded(self, seen: Seen) -> Conclusion:
        """Return what follows from all members; where some are missing, nothing of them is called absent."""
        conclusion = self._reader.conclude(seen)
        if not self._container.losses and not conclusion.losses:
            return conclusion
        detail = note("ledger.detail.source_incomplete")
        ledger = (
            replace(row, outcome="unreadable", detail=row.detail or detail)
            if row.outcome == "absent"
            else row
            for row in conclusion.ledger
        )
        return replace(conclusion, ledger=tuple(ledger))

    def _source(self, done: Pass, sha256: str, conclusion: Conclusion) -> Source:
        order, container = self._order, self._container
        verdict = judged(
            order.name, done.outcomes, (*container.losses, *conclusion.losses, *self._claim.losses)
        )
        if verdict.status == "encrypted" and order.secret is not None:
            verdict = replace(verdict, reason=note("source.wrong_password", name=order.name))
        reason, problems = said(verdict, done.problems.sentences(), alone=self._alone)
        cited = {*_members_of(conclusion.tallies), *_cited_by(conclusion.facts)}
        members = tuple(replace(member, used=member.used or member.name in cited) for member in done.members)
        return Source(
            name=order.name,
            path=order.path,
            kind="archive",
            service=self._claim.kind.service,
            format=container.format,
            status=verdict.status,
            sha256=sha256,
            size=container.size,
            reason=reason,
            as_of=archive_as_of(conclusion.latest, members, order.now),
            account=conclusion.account,
            members=() if self._alone else members,
            ledger=conclusion.ledger,
            problems=(
                *problems,
                *(loss for loss in (*conclusion.losses, *self._claim.losses) if loss != reason),
                *conclusion.remarks,
                *_oddities(order, container, done, reason),
            ),
            unread_bears=verdict.unread_bears,
            parts=container.parts,
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


def _named(conclusion: Conclusion, name: str) -> Conclusion:
    """Give what a reader says of the whole source its name, which no reader knows."""

    def named(said: tuple[Note, ...]) -> tuple[Note, ...]:
        return tuple(
            note(one.key, **{**one.as_dict(), "name": name}) if one.key.startswith("source.") else one
            for one in said
        )

    return replace(conclusion, losses=named(conclusion.losses), remarks=named(conclusion.remarks))


def _cited_by(facts: Iterable[Fact]) -> set[str]:
    places = (fact.provenance for fact in facts)
    return {place.member for place in places if place is not None and place.member}


def _oddities(order: _Import, container: Container, done: Pass, reason: Note | None) -> tuple[Note, ...]:
    """Return what else there is to say of the source: what it lost, what is odd, what is not listed."""
    rest = (note("source.not_listed", name=order.name, n=done.unlisted),) if done.unlisted else ()
    losses = (loss for loss in container.losses if reason not in (loss, of_nothing(loss)))
    return (*losses, *container.remarks, *rest)


class _Unclaimed:
    """A source that no reader knows: its members are hashed and listed, its content is not looked at."""

    def __init__(self, order: _Import, container: Container, claim: Unclaimed) -> None:
        self._order = order
        self._container = container
        self._claim = claim

    def run(self) -> Source:
        """Go through it once and return what it is."""
        order, container, claim = self._order, self._container, self._claim
        done = Pass()
        # Exports that lie inside are read one by one, and where they are all there is nothing else counts.
        nothing_else = bool(claim.inside) and not claim.rest
        # The names in a folder that is no export are nobody's business, nor are its bytes.
        if not isinstance(container, FolderContainer) and not nothing_else:
            session = Session(container, None, None, order.watch.guard)
            done = session.run(order.watch.tick(container.size))
        listed = () if isinstance(container, FileContainer) else tuple(done.members)
        if any(member.reason and member.reason.key == "member.wrong_password" for member in listed):
            claim = Unclaimed("encrypted", note("source.wrong_password", name=order.name))
        source = Source(
            name=order.name,
            path=order.path,
            kind="archive",
            service=None,
            format=container.format,
            status=claim.status,
            sha256="" if nothing_else else container.sha256(done.hashes),
            size=container.size,
            reason=claim.reason,
            members=listed,
            problems=(*done.problems.sentences(), *_oddities(order, container, done, claim.reason)),
            unread_bears=claim.bears or claim.status in {"encrypted", "damaged"},
            parts=container.parts,
        )
        if not container.changed():
            return source
        reason = note("source.changed", name=order.name)
        return replace(source, status="changed", reason=reason, unread_bears=True)


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
