# SPDX-License-Identifier: Apache-2.0
"""What every container offers: its entries in archive order, their bytes in blocks, a hash of the whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from inspector.domain.moment import UNKNOWN_MOMENT, Moment
from inspector.domain.text import Note
from inspector.domain.words import MemberStatus, SourceStatus

BLOCK: Final = 1 << 18
"""How many bytes are read at a time: what one member needs in memory stays a small multiple of it."""

Tick = Callable[[int], None]
"""Called with the number of bytes just read; raises to stop."""


class SourceError(Exception):
    """A source cannot be read as a whole: `status` and the sentence that says why."""

    def __init__(self, status: SourceStatus, reason: Note) -> None:
        super().__init__(reason.key)
        self.status = status
        self.reason = reason


class MemberError(Exception):
    """A member cannot be read: `status` and the key of the sentence that says why (`member.*`)."""

    def __init__(self, status: MemberStatus, key: str, row: int | None = None) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.row = row


@dataclass(frozen=True, slots=True)
class Entry:
    """A file inside a source. `name` is safe to show; `status` is `listed` where its bytes can be had.

    `reason` is the key of the sentence that says why they cannot, `ordinal` its place in archive order.
    """

    name: str
    size: int
    ordinal: int
    as_of: Moment = UNKNOWN_MOMENT
    status: MemberStatus = "listed"
    reason: str | None = None


class Container(Protocol):
    """A source opened for reading. Nothing in it is ever written, and no name in it is used as a path."""

    @property
    def format(self) -> str:
        """Name the kind of container, such as `zip`, `folder` or `csv`."""

    @property
    def size(self) -> int:
        """Return the bytes of the source; for a folder those of its files."""

    @property
    def hashes_all(self) -> bool:
        """Tell whether every file must be read because the hash of the source is made of theirs."""

    def entries(self) -> tuple[Entry, ...]:
        """Return all files inside, in archive order."""

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of one file; raises MemberError where they end early or fail their checksum."""

    def sha256(self, hashes: Mapping[int, str], tick: Tick) -> str:
        """Return the hash of the source, given those of its files by ordinal."""

    def changed(self) -> bool:
        """Tell whether the source is no longer what it was when it was opened."""

    def close(self) -> None:
        """Let go of the source."""


Fingerprint = tuple[int, int, int, int]


def fingerprint(stat: os.stat_result) -> Fingerprint:
    """Return what must stay the same while a file is read: size, time of change, inode, device."""
    return (stat.st_size, stat.st_mtime_ns, stat.st_ino, stat.st_dev)


def file_changed(path: Path, file: BinaryIO, before: Fingerprint) -> bool:
    """Tell whether an open file, or what lies under its name, differs from what was opened."""
    try:
        return fingerprint(os.fstat(file.fileno())) != before or fingerprint(path.stat()) != before
    except OSError:
        return True


def file_blocks(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield the next `size` bytes of a file, fewer where it ends; a file that grows is not followed."""
    left = size
    while left > 0 and (block := file.read(min(BLOCK, left))):
        left -= len(block)
        yield block
