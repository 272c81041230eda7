# SPDX-License-Identifier: Apache-2.0
"""One pass from the first byte to the last: the file is hashed a block ahead of what is unpacked from it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final, Protocol

from inspector.archives.container import Tick
from inspector.archives.medium import Medium

READ: Final = 1 << 20
"""Bytes read from the disk at a time."""


class Digest(Protocol):
    """What takes bytes for a hash."""

    def update(self, data: bytes | memoryview, /) -> None:
        """Take more bytes."""


def hashed_blocks(medium: Medium, digest: Digest, tick: Tick) -> Generator[bytes, None, None]:
    """Yield all bytes in blocks and hash them; the next block is read and hashed while one is worked on.

    The second thread costs no CPU of its own: reading and hashing let other threads run. It halves the wall
    time of archives whose members are stored, where both hashes cost the same. Raises OSError.
    """

    def load(offset: int) -> bytes:
        block = medium.at(offset, READ)
        digest.update(block)
        return block

    if medium.size <= READ:
        if block := load(0):
            tick(len(block))
            yield block
        return
    with ThreadPoolExecutor(1) as reading:
        ahead, offset = reading.submit(load, 0), 0
        while block := ahead.result():
            offset += len(block)
            ahead = reading.submit(load, offset)
            tick(len(block))
            yield block


class Tape:
    """Blocks as one run of bytes that can only be gone through forwards."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._rest = memoryview(b"")
        self.position = 0

    def take(self, length: int) -> Iterator[memoryview]:
        """Yield the next `length` bytes in pieces, fewer where the tape ends."""
        left = length
        while left > 0 and self._loaded():
            piece = self._rest[:left]
            self._rest = self._rest[len(piece) :]
            self.position += len(piece)
            left -= len(piece)
            yield piece

    def skip_to(self, offset: int, digest: Digest | None = None) -> None:
        """Go forwards to `offset`, or to the end; what lies between goes to `digest`."""
        for piece in self.take(offset - self.position):
            if digest is not None:
                digest.update(piece)

    def exactly(self, length: int) -> bytes:
        """Return the next `length` bytes, fewer where the tape ends."""
        return b"".join(self.take(length))

    def drain(self) -> None:
        """Go to the end."""
        while self._loaded():
            self.position += len(self._rest)
            self._rest = memoryview(b"")

    def close(self) -> None:
        """Let go of what the blocks come from, so that no reading goes on behind."""
        close = getattr(self._blocks, "close", None)
        if close is not None:
            close()

    def _loaded(self) -> bool:
        if not self._rest:
            self._rest = memoryview(next(self._blocks, b""))
        return len(self._rest) > 0
