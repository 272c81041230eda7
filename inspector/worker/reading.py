# SPDX-License-Identifier: Apache-2.0
"""Reads a source: what it states goes out in pieces, the source itself last. Fetches a member again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from inspector.archives.again import member_again
from inspector.archives.read import read_source
from inspector.archives.watch import Guard, ReadCancelledError
from inspector.domain.facts import Bins
from inspector.domain.reading import SourceReading
from inspector.worker.framing import MOST_FRAME
from inspector.worker.message import Message
from inspector.worker.protocol import (
    Binned,
    Counted,
    Facts,
    Fetch,
    Fetched,
    Members,
    Plans,
    Read,
    ReadDone,
    Refused,
    Stopped,
)
from inspector.worker.telling import Teller

AT_ONCE: Final = 500
"""So many values go into one message, which then has some hundred kilobytes."""

BINS_AT_ONCE: Final = 50_000
"""So many bins go into one: each is two numbers."""

_PART: Final = MOST_FRAME // 2

Kind = TypeVar("Kind")


def read_or_fetch(task: Read | Fetch, teller: Teller) -> Iterator[Message]:
    """Do one of the two tasks of a worker that reads."""
    yield from read(task, teller) if isinstance(task, Read) else fetch(task, teller)


def fetch(task: Fetch, teller: Teller) -> Iterator[Message]:
    """Yield the bytes of a member, as far as they can be had."""
    try:
        opened = member_again(Path(os.fsdecode(task.path)), task.name, task.password)
        with closing(opened()) as stream:
            while block := stream.read(_PART):
                if teller.cancelled():
                    yield Stopped()
                    return
                yield Fetched(block, last=False)
    except OSError as error:
        yield Refused(type(error).__name__)
        return
    yield Fetched(b"", last=True)


def read(task: Read, teller: Teller) -> Iterator[Message]:
    """Read the source and yield what it states."""
    try:
        reading = read_source(
            Path(os.fsdecode(task.path)),
            task.now,
            items=task.items,
            cancelled=teller.cancelled,
            progress=teller.progress,
            guard=Guard(teller.entered, frozenset(task.broken)),
            password=task.password,
        )
    except ReadCancelledError:
        yield Stopped()
        return
    yield from pieces(reading)


def pieces(reading: SourceReading) -> Iterator[Members | Facts | Counted | Binned | Plans | ReadDone]:
    """Yield a reading as messages."""
    for members in _some(reading.source.members):
        yield Members(members)
    for facts in _some(reading.facts):
        yield Facts(facts)
    for tally in reading.tallies:
        yield Counted(replace(tally, bins=()))
        for bins in tally.bins:
            yield from map(Binned, _split(bins))
    for plans in _some(reading.plans):
        yield Plans(plans)
    yield ReadDone(replace(reading.source, members=()), reading.inside)


def _some(values: Sequence[Kind]) -> Iterator[tuple[Kind, ...]]:
    for start in range(0, len(values), AT_ONCE):
        yield tuple(values[start : start + AT_ONCE])


def _split(bins: Bins) -> Iterator[Bins]:
    for start in range(0, len(bins.starts), BINS_AT_ONCE):
        part = slice(start, start + BINS_AT_ONCE)
        yield replace(bins, starts=bins.starts[part], counts=bins.counts[part])
