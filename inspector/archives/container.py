# SPDX-License-Identifier: Apache-2.0
"""What every container offers: its entries in archive order, their bytes in blocks, a hash of the whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from inspector.domain.moment import UNKNOWN_MOMENT, Moment
from inspector.domain.sources import SourcePart
from inspector.domain.text import Note
from inspector.domain.words import MemberStatus, SourceStatus

BLOCK: Final = 1 << 18
"""How many bytes are read at a time: what one member needs in memory stays a small multiple of it."""

Block = bytes | memoryview
"""Some bytes of a member. A view holds only until the next block is asked for."""

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
    `part` names the file of a joined source that it lies in, `crc` is its checksum where one is stated.
    """

    name: str
    size: int
    ordinal: int
    as_of: Moment = UNKNOWN_MOMENT
    status: MemberStatus = "listed"
    reason: str | None = None
    part: str | None = None
    crc: int | None = None


Walk = Generator[tuple[Entry, Iterator[Block]], None, None]
"""Every entry with its bytes. To be closed by whoever leaves it early, for reading goes on a block ahead."""


class Container(Protocol):
    """A source opened for reading. Nothing in it is ever written, and no name in it is used as a path."""

    @property
    def format(self) -> str:
        """Name the kind of container, such as `zip`, `folder` or `csv`."""

    @property
    def size(self) -> int:
        """Return the bytes of the source; for a folder those of its files."""

    @property
    def losses(self) -> tuple[Note, ...]:
        """Return what of the source is missing or cannot be read, other than members that are listed."""

    @property
    def remarks(self) -> tuple[Note, ...]:
        """Return what is odd about the source, complete only after the walk."""

    @property
    def parts(self) -> tuple[SourcePart, ...]:
        """Return the files that the source was joined from, complete only after the walk; else none."""

    def entries(self) -> Sequence[Entry]:
        """Return all files inside, in archive order. Each access may make the entry anew."""

    def names(self) -> list[str]:
        """Return the names of the entries, in their order, faster than by way of each entry."""

    def head(self, entry: Entry, length: int) -> bytes:
        """Return the beginning of one file, or nothing where it cannot be read."""

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of one file; raises MemberError where they end early or fail their checksum."""

    def walk(self, tick: Tick) -> Walk:
        """Yield every entry with its bytes, in archive order, in one pass over the source.

        The bytes are to be taken before the next entry is asked for; what is left is passed over. `tick`
        hears of the bytes of the source, `size` in all. Raises OSError where the medium fails.
        """

    def sha256(self, hashes: Mapping[int, str]) -> str:
        """Return the hash of the source, given those of its files by ordinal; after the walk at no cost."""

    def changed(self) -> bool:
        """Tell whether the source is no longer what it was when it was opened."""

    def close(self) -> None:
        """Let go of the source."""


Fingerprint = tuple[int, int, int, int]


def fingerprint(stat: os.stat_result) -> Fingerprint:
    """Return what must stay the same while a file is read: size, time of change, inode, device."""
    return (stat.st_size, stat.st_mtime_ns, stat.st_ino, stat.st_dev)


def file_blocks(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield the next `size` bytes of a file, fewer where it ends; a file that grows is not followed."""
    left = size
    while left > 0 and (block := file.read(min(BLOCK, left))):
        left -= len(block)
        yield block


def head_of(blocks: Iterator[Block], length: int) -> bytes:
    """Return the first bytes of a file, or nothing where it cannot be read."""
    found = b""
    try:
        for block in blocks:
            found += bytes(block[: length - len(found)])
            if len(found) >= length:
                break
    except MemberError:
        return b""
    return found


def listing_hash(lines: Iterable[tuple[str, str]]) -> str:
    """Return the SHA-256 of the sorted lines `sha256  name`, which stands for a source of several files."""
    text = "".join(sorted(f"{sha256}  {name}\n" for sha256, name in lines))
    return hashlib.sha256(text.encode()).hexdigest()
