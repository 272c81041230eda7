# SPDX-License-Identifier: Apache-2.0
"""The skeleton of a source: its members by shown name, those of one name and form together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from inspector.archives.container import Block, Container, Entry, SourceError
from inspector.archives.limits import LIMITS
from inspector.archives.names import is_junk
from inspector.archives.opening import open_container
from inspector.archives.secret import Secret
from inspector.archives.skeleton.members import NOT_READ, Anatomy, anatomy
from inspector.archives.skeleton.tree import Place, Room
from inspector.archives.skeleton.words import shown_path
from inspector.archives.stream import MemberStream
from inspector.archives.timing import timed
from inspector.archives.watch import Watch
from inspector.domain.skeleton import Alike, Skeleton

OTHERS: Final = "…"
"""Stands for the names of members where there are too many to show."""

_MOST_GROUPS: Final = 5_000
_MOST_PLACES: Final = 100_000
_UNWATCHED: Final = Watch()
_BROKEN: Final = "member.reader_stopped"


def skeleton(path: Path, watch: Watch = _UNWATCHED, password: str | None = None) -> Skeleton:
    """Return the skeleton of a file or folder; raises ReadCancelledError where `watch` wants no more.

    Bad input never raises; its status or its members' say what happened.
    """
    secret = None if password is None else Secret(password)
    try:
        container = open_container(path, secret)
    except SourceError as error:
        return Skeleton("unknown", error.status, fault=error.reason.key)
    try:
        groups = _Groups()
        for entry, blocks in _walked(container, watch):
            groups.take(entry, blocks, watch)
        return Skeleton(container.format, "read", groups.alike())
    except OSError:
        return Skeleton(container.format, "damaged", fault="source.no_access")
    finally:
        container.close()


def _walked(container: Container, watch: Watch) -> Iterator[tuple[Entry, Iterator[Block]]]:
    tick = watch.tick(container.size)
    with closing(container.walk(tick)) as walk:
        for entry, blocks in walk:
            tick(0)
            if not is_junk(entry.name):
                yield entry, timed(blocks, LIMITS.time(entry.size), tick)


@dataclass(slots=True)
class _Group:
    """Members that share a shown name and a form: how many, what became of them, and their places."""

    root: Place
    count: int = 0
    records: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)

    def take(self, seen: Anatomy) -> None:
        """Add one member."""
        self.count += 1
        self.records += seen.records
        self.statuses[seen.status] += 1
        if seen.fault:
            self.faults[seen.fault] += 1
        self.root.take(seen.root)


class _Groups:
    """The members seen so far."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], _Group] = {}
        self._room = Room(_MOST_PLACES)

    def take(self, entry: Entry, blocks: Iterator[Block], watch: Watch) -> None:
        """Add a member."""
        seen = _seen(entry, blocks, watch)
        key = (shown_path(entry.name), seen.form)
        if key not in self._groups and len(self._groups) >= _MOST_GROUPS:
            key = (OTHERS, seen.form)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = _Group(Place(Room(within=self._room)))
        group.take(seen)

    def alike(self) -> tuple[Alike, ...]:
        """Return the groups in order."""
        return tuple(_alike(*key, self._groups[key]) for key in sorted(self._groups))


def _seen(entry: Entry, blocks: Iterator[Block], watch: Watch) -> Anatomy:
    if entry.status != "listed":
        return Anatomy(NOT_READ, status=entry.status, fault=entry.reason)
    if entry.ordinal in watch.guard.broken:
        return Anatomy(NOT_READ, status="damaged", fault=_BROKEN)
    watch.guard.entered(entry.ordinal, entry.name)
    return anatomy(entry.name, MemberStream(blocks, _unheard))


def _unheard(size: int) -> None:
    del size


def _alike(name: str, form: str, group: _Group) -> Alike:
    statuses, faults = (tuple(sorted(counts.items())) for counts in (group.statuses, group.faults))
    return Alike(name, form, group.count, group.records, statuses, faults, tuple(group.root.spots()))
