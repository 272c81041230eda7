# SPDX-License-Identifier: Apache-2.0
"""The queue of what a person hands in: where each item stands, and what is to be told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from inspector.app.problems import problems
from inspector.archives.names import shown
from inspector.cases.standing import key_of
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
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


UNDERWAY = (Stage.WAITING, Stage.READING, Stage.STOPPING)
"""The stages in which something is still to come."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing handed in. `done` and `total`: bytes. `twin`: the source that has the same content."""

    number: int
    name: str
    path: Path
    stage: Stage
    done: int = 0
    total: int = 0
    source: Source | None = None
    twin: str | None = None
    fault: str | None = None

    @property
    def is_underway(self) -> bool:
        """Answer whether something is still to come."""
        return self.stage in UNDERWAY

    @property
    def asks_what_it_shows(self) -> bool:
        """Answer whether it is a picture, page or mail of which nobody has said what it shows."""
        source = self.source
        counts = self.stage is Stage.ADDED and source is not None and bool(source.sha256)
        return counts and source is not None and source.kind != "archive" and source.status != "read"


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
        item = Item(next(self._numbers), shown(path.name or str(path)), path, Stage.WAITING)
        self.items.append(item)
        return item

    def progress(self, number: int, done: int, total: int) -> None:
        """Note how far the reading is; one that was asked to stop stays so."""
        stopping = self.item(number).stage is Stage.STOPPING
        self._change(number, stage=Stage.STOPPING if stopping else Stage.READING, done=done, total=total)

    def ask_to_stop(self, number: int) -> None:
        """Note that the person wants no more of an item."""
        self._change(number, stage=Stage.STOPPING)

    def stopped(self, number: int) -> None:
        """Note that nothing of an item was taken."""
        self._change(number, stage=Stage.STOPPED)

    def failed(self, number: int, fault: str) -> None:
        """Note that the reading broke off by a fault of the program, named by its kind alone."""
        self._change(number, stage=Stage.FAILED, fault=fault)

    def arrived(self, number: int, reading: SourceReading, present: Sequence[Source]) -> bool:
        """Note what was read, and answer whether it is new to the case whose sources are `present`."""
        source = reading.source
        twin = next((one.name for one in present if source.sha256 and one.sha256 == source.sha256), None)
        self._change(number, stage=Stage.TWIN if twin else Stage.ADDED, source=source, twin=twin)
        return twin is None

    def follow(self, counting: Sequence[Source], left_out: Sequence[Source]) -> None:
        """Take over how the sources of the case stand now; those that came another way join the queue."""
        stands = {key_of(one): (Stage.ADDED, one) for one in counting}
        stands |= {key_of(one): (Stage.LEFT_OUT, one) for one in left_out}
        known = set(stands)
        kept: list[Item] = []
        for item in self.items:
            if item.source is None or (item.stage is Stage.TWIN and key_of(item.source) in known):
                kept.append(item)
            elif key_of(item.source) in stands:
                stage, source = stands.pop(key_of(item.source))
                kept.append(replace(item, stage=stage, source=source))
        for stage, source in stands.values():
            kept.append(Item(next(self._numbers), source.name, source.path, stage, source=source))
        self.items = kept

    def _change(self, number: int, **changes: Any) -> None:
        place = self.place(number)
        self.items[place] = replace(self.items[place], **changes)


def recognised(source: Source, service: str | None) -> tuple[Note, ...]:
    """Return what a source was recognised as; `service` is the service's name."""
    if source.kind != "archive":
        return (note(f"intake.kind.{source.kind}", format=source.format.upper(), size=size(source.size)),)
    if service is None:
        opened = source.status in ("read", "partial", "unsupported")
        return (note("intake.not_recognised" if opened else "intake.not_opened"),)
    known = [note("intake.archive", service=service, form=source.format, size=size(source.size))]
    if source.members:
        read = sum(member.status == "read" for member in source.members)
        known.append(note("intake.members", count=len(source.members), read=read))
        if read < len(source.members) and not source.unread_bears:
            known.append(note("intake.rest_is_idle"))
    if source.as_of.is_known:
        known.append(note("intake.as_of", when=source.as_of))
    return tuple(known)


def troubles(source: Source) -> tuple[Note, ...]:
    """Return what of a source was not read, with what to do; a capture nobody spoke for is no trouble."""
    waits = source.kind != "archive" and bool(source.sha256)
    return () if waits else problems([source])


def size(octets: int) -> str:
    """Return a number of bytes in the largest unit that leaves a whole part, as `12.3 MB`."""
    amount, units = float(octets), ["B", "kB", "MB", "GB", "TB"]
    while amount >= 1000 and len(units) > 1:  # noqa: PLR2004 - units of the SI
        amount /= 1000
        units.pop(0)
    return f"{amount:.0f} {units[0]}" if units[0] in ("B", "kB") else f"{amount:.1f} {units[0]}"
