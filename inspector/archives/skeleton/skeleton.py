# SPDX-License-Identifier: Apache-2.0
"""The skeleton of a source: its members by shown name, those of one name and form together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from inspector.archives.container import Container, Entry, SourceError, Tick
from inspector.archives.names import is_junk
from inspector.archives.opening import open_container
from inspector.archives.skeleton.members import Anatomy, anatomy
from inspector.archives.skeleton.tree import Place
from inspector.archives.skeleton.words import shown_path
from inspector.archives.stream import MemberStream
from inspector.domain.words import MemberStatus, SourceStatus

_MOST_GROUPS: Final = 5_000
_OTHERS: Final = "…"


@dataclass(slots=True)
class Members:
    """Members that share a shown name and a form: how many, what became of them, and their places."""

    name: str
    form: str
    count: int = 0
    records: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    root: Place = field(default_factory=Place)

    def take(self, status: MemberStatus, seen: Anatomy) -> None:
        """Add one member."""
        self.count += 1
        self.records += seen.records
        self.statuses[status] += 1
        if seen.fault:
            self.faults[seen.fault] += 1
        self.root.take(seen.root)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What a source is made of. `status` is `read`, or why it could not be opened."""

    format: str
    status: SourceStatus
    members: tuple[Members, ...] = ()


def skeleton(path: Path, tick: Tick = lambda _: None) -> Skeleton:
    """Return the skeleton of a file or folder; `tick` hears of every block and may raise to stop.

    Bad input never raises; its status or its members' say what happened.
    """
    try:
        container = open_container(path)
    except SourceError as error:
        return Skeleton("unknown", error.status)
    try:
        return Skeleton(container.format, "read", _members(container, tick))
    except OSError:
        return Skeleton(container.format, "damaged")
    finally:
        container.close()


def _members(container: Container, tick: Tick) -> tuple[Members, ...]:
    groups: dict[tuple[str, str], Members] = {}
    for entry in container.entries():
        if is_junk(entry.name):
            continue
        status, seen = _seen(container, entry, tick)
        name = shown_path(entry.name)
        key = (
            (name, seen.form)
            if len(groups) < _MOST_GROUPS or (name, seen.form) in groups
            else (_OTHERS, seen.form)
        )
        groups.setdefault(key, Members(*key)).take(status, seen)
    return tuple(groups[key] for key in sorted(groups))


def _seen(container: Container, entry: Entry, tick: Callable[[int], None]) -> tuple[MemberStatus, Anatomy]:
    if entry.status != "listed":
        return entry.status, Anatomy(form="not read", fault=entry.reason)
    seen = anatomy(entry.name, MemberStream(iter(container.blocks(entry)), tick))
    return ("damaged" if seen.fault else "read"), seen
