# SPDX-License-Identifier: Apache-2.0
"""The bytes of one member on their way to a reader: hashed, counted, and stoppable."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from inspector.archives.container import Block, MemberError, Tick


class MemberStream:
    """Blocks of bytes, to be gone through once. What the reader leaves is read by `drain`.

    `failed` is the error with which the member itself ended early, whatever its reader made of it.
    """

    def __init__(self, blocks: Iterator[Block], tick: Tick) -> None:
        self._blocks = blocks
        self._tick = tick
        self._digest = hashlib.sha256()
        self.has_nul = False
        self.size = 0
        self.failed: MemberError | None = None

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            block = bytes(next(self._blocks))
        except MemberError as error:
            self.failed = error
            raise
        self._digest.update(block)
        self._tick(len(block))
        self.size += len(block)
        if not self.has_nul and b"\0" in block:
            self.has_nul = True
        return block

    def drain(self) -> None:
        """Read to the end, so that the hash and the container's own check cover the whole member."""
        for _ in self:
            pass

    @property
    def sha256(self) -> str:
        """Return the hash of what was read so far."""
        return self._digest.hexdigest()
