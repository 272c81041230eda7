# SPDX-License-Identifier: Apache-2.0
"""The queue of what a person hands in: where each item stands, and what is to be told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from inspector.app.problems import problems
from inspector.app.sizes import size_texts
from inspector.archives.names import shown
from inspector.archives.within import called
from inspector.cases.standing import key_of
from inspector.domain.reading import SourceReading
from inspector.domain.sources import LedgerRow, Source
from inspector.domain.text import Note, note


class Stage(StrEnum):
    """Where an item stands."""

    WAITING = "waiting"
    READING = "reading"
    STOPPING = "stopping"
    STOPPED = "stopped"
    FAILED = "failed"
    TWIN = "twin"
    ADDED = "added"
    LEFT_OUT = "left_out"


_MAYBE_LOCKED = "member.damaged_or_locked"
_WRONG = ("source.wrong_password", "member.wrong_password", _MAYBE_LOCKED)
_LOCKED = ("source.encrypted", "source.nothing_read_encrypted", "member.encrypted", *_WRONG)
"""What is said otherwise as long as the password is asked for."""

UNDERWAY = (Stage.WAITING, Stage.READING, Stage.STOPPING)
"""The stages in which something is still to come."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing handed in. `done` and `total`: bytes. `twin`: the source that has the same content.

    `tried`: a password was given that does not open all of it. `without`: the person goes on without one.
    `folder`: where it lies, told only where another item has the same name. `idle`: its twin is left out.
    `is_told`: the person told how they got it. `is_said`: they said what it shows.
    """

    number: int
    name: str
    path: Path
    stage: Stage
    done: int = 0
    total: int = 0
    source: Source | None = None
    twin: str | None = None
    fault: str | None = None
    tried: bool = False
    without: bool = False
    folder: str | None = None
    idle: bool = False
    is_told: bool = False
    is_said: bool = False

    @property
    def is_underway(self) -> bool:
        """Answer whether something is still to come."""
        return self.stage in UNDERWAY

    @property
    def asks_what_it_shows(self) -> bool:
        """Answer whether it is a picture, page or mail of which nobody has said what it shows."""
        source = self.source
        counts = self.stage is Stage.ADDED and source is not None and bool(source.sha256)
        return counts and source is not None and source.kind != "archive" and source.status == "unsupported"

    @property
    def is_locked(self) -> bool:
        """Answer whether a password, or another one, may open more of it."""
        return self.stage is Stage.ADDED and self.source is not None and needs_password(self.source)

    @property
    def asks_for_password(self) -> bool:
        """Answer whether it is locked and the person has not said to go on without."""
        return self.is_locked and not self.without

    @property
    def may_be_told(self) -> bool:
        """Answer whether it counts and has a sheet in the report, on which it can stand how it was got."""
        return self.stage is Stage.ADDED and self.source is not None and bool(self.source.sha256)

    @property
    def may_be_described(self) -> bool:
        """Answer whether a skeleton of it would tell more than its reading does: not all was understood."""
        source = self.source
        if self.stage is Stage.FAILED:
            return True
        if self.stage is not Stage.ADDED or source is None or source.kind != "archive":
            return False
        whole = source.service is not None and source.status == "read" and not source.problems
        is_there = source.size > 0 or not source.sha256
        return is_there and not whole and not self.asks_for_password


class Intake:
    """The items in the order they came; an item keeps its number, which is not its place."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._numbers = count()

    def place(self, number: int) -> int:
        """Return the place of an item in the queue. Raises StopIteration where it is gone."""
        return next(place for place, item in enumerate(self.items) if item.number == number)

    def item(self, number: int) -> Item:
        """Return an item by its number."""
        return self.items[self.place(number)]

    def underway(self, path: Path) -> bool:
        """Answer whether this very file or folder is in the queue and not yet read."""
        return any(item.path == path and item.is_underway for item in self.items)

    def queue(self, path: Path) -> Item:
        """Put a file or folder at the end."""
        item = Item(next(self._numbers), called(path), path, Stage.WAITING)
        self.items.append(item)
        self._tell_apart()
        return self.items[-1]

    def forget(self, number: int) -> None:
        """Take an item out of the queue: what lies inside it stands there in its place."""
        del self.items[self.place(number)]
        self._tell_apart()

    def progress(self, number: int, done: int, total: int) -> None:
        """Note how far the reading is; one that was asked to stop stays so."""
        stopping = self.item(number).stage is Stage.STOPPING
        self._change(number, stage=Stage.STOPPING if stopping else Stage.READING, done=done, total=total)

    def ask_to_stop(self, number: int) -> None:
        """Note that the person wants no more of an item."""
        self._change(number, stage=Stage.STOPPING)

    def stopped(self, number: int) -> None:
        """Note that nothing of an item was taken; one that was read before stands as it did."""
        known = self.item(number).source is not None
        self._change(number, stage=Stage.ADDED if known else Stage.STOPPED)

    def again(self, number: int) -> None:
        """Note that an item is to be read once more."""
        self._change(number, stage=Stage.WAITING, done=0, total=0)

    def go_without(self, number: int, *, without: bool) -> None:
        """Note whether the person goes on without the password of an item."""
        self._change(number, without=without)

    def failed(self, number: int, fault: str) -> None:
        """Note that the reading broke off by a fault of the program, named by its kind alone."""
        self._change(number, stage=Stage.FAILED, fault=fault)

    def arrived(self, number: int, reading: SourceReading, present: Sequence[Source]) -> bool:
        """Note what was read, and answer whether it is new to the case whose sources are `present`."""
        item, source = self.item(number), reading.source
        if item.source is not None:
            return self._read_again(item, source)
        twin = next((one.name for one in present if source.sha256 and one.sha256 == source.sha256), None)
        stage = Stage.TWIN if twin else Stage.ADDED
        self._change(number, stage=stage, source=source, twin=twin, tried=_tried(source))
        return twin is None

    def _read_again(self, item: Item, source: Source) -> bool:
        """Note what another reading gave, and answer whether that is more than the one before."""
        opened = item.source is not None and _opened(source) != _opened(item.source)
        source = source if opened or item.source is None else item.source
        self._change(item.number, stage=Stage.ADDED, source=source, tried=needs_password(source))
        return opened

    def follow(
        self,
        counting: Sequence[Source],
        left_out: Sequence[Source],
        told: Collection[str] = (),
        said: Collection[str | None] = (),
    ) -> None:
        """Take over how the sources of the case stand now; those that came another way join the queue.

        `told`: the keys of those of which the person told how they got them; `said`: the SHA-256 of those
        of which they said what they show.
        """
        stands = {key_of(one): (Stage.ADDED, one) for one in counting}
        stands |= {key_of(one): (Stage.LEFT_OUT, one) for one in left_out}
        known = {key: stage for key, (stage, _) in stands.items()}
        kept: list[Item] = []
        for item in self.items:
            if item.is_underway and item.source is not None:
                stands.pop(key_of(item.source), None)
                kept.append(item)
            elif item.source is None:
                kept.append(item)
            elif item.stage is Stage.TWIN and key_of(item.source) in known:
                kept.append(replace(item, idle=known[key_of(item.source)] is Stage.LEFT_OUT))
            elif key_of(item.source) in stands:
                stage, source = stands.pop(key_of(item.source))
                kept.append(replace(item, stage=stage, source=source))
        for stage, source in stands.values():
            kept.append(Item(next(self._numbers), source.name, source.path, stage, source=source))
        self.items = [_spoken_of(item, told, said) for item in kept]
        self._tell_apart()

    def _tell_apart(self) -> None:
        """Name the folder of each item that has the name of another one."""
        often = Counter(item.name for item in self.items)
        for place, item in enumerate(self.items):
            folder = shown(item.path.parent.name) if often[item.name] > 1 else None
            if folder != item.folder:
                self.items[place] = replace(item, folder=folder)

    def _change(self, number: int, **changes: Any) -> None:
        place = self.place(number)
        self.items[place] = replace(self.items[place], **changes)


def _spoken_of(item: Item, told: Collection[str], said: Collection[str | None]) -> Item:
    """Return an item with what the person said of it."""
    if item.source is None:
        return replace(item, is_told=False, is_said=False)
    return replace(item, is_told=key_of(item.source) in told, is_said=item.source.sha256 in said)


def recognised(source: Source, service: str | None) -> tuple[Note, ...]:
    """Return what a source was recognised as; `service` is the service's name."""
    if source.kind != "archive":
        return (
            note(f"intake.kind.{source.kind}", format=source.format.upper(), size=size_texts(source.size)),
        )
    if service is None:
        opened = source.status in ("read", "partial", "unsupported")
        return (note("intake.not_recognised" if opened else "intake.not_opened"),)
    known = [note("intake.archive", service=service, form=source.format, size=size_texts(source.size))]
    if source.members:
        read = sum(member.status == "read" for member in source.members)
        what = note("intake.members", count=len(source.members), read=read)
        known.append(what if read else note("intake.members_unread", count=len(source.members)))
        if read < len(source.members) and not source.unread_bears:
            known.append(note("intake.rest_is_idle", count=len(source.members) - read))
    if source.as_of.is_known and any(member.status == "read" for member in source.members):
        known.append(note("intake.as_of", when=source.as_of))
    return tuple(known)


def looked_in(row: LedgerRow) -> Note:
    """Return where something was looked for: in all files, in all of one kind, or in these."""
    if row.where == "*":
        return note("intake.in_all")
    kind = row.where.removeprefix("*.")
    if kind != row.where and kind.isalnum():
        return note("intake.in_all_of", kind=kind)
    return note("intake.in_these", names=shown(row.where))


def needs_password(source: Source) -> bool:
    """Answer whether a password, or another one, may open more of a source."""
    keys = {member.reason.key for member in source.members if member.reason is not None}
    return source.kind == "archive" and (source.is_locked or _MAYBE_LOCKED in keys)


def _tried(source: Source) -> bool:
    """Answer whether a source was read with a password that does not open all of it."""
    reasons = [source.reason, *source.problems, *(member.reason for member in source.members)]
    return any(one is not None and one.key in _WRONG for one in reasons)


def _opened(source: Source) -> tuple[object, ...]:
    """Return what tells whether one reading of a source opened more than another."""
    return source.status, tuple(member.status for member in source.members)


def troubles(item: Item) -> tuple[Note, ...]:
    """Return what of an item was not read, with what to do; what waits for the person is no trouble."""
    source = item.source
    if item.stage is not Stage.ADDED or source is None or item.asks_what_it_shows:
        return ()
    found = problems([source])
    return tuple(one for one in found if one.key not in _LOCKED) if item.asks_for_password else found


def told_in_place(sentence: str, name: str) -> str:
    """Return a sentence without the name of its file before it, for where that name stands already."""
    rest = sentence.removeprefix(f"{name}: ")
    is_name = rest.split(" ", 1)[0].endswith(":")
    return rest if is_name else rest[:1].upper() + rest[1:]
