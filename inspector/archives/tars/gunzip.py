# SPDX-License-Identifier: Apache-2.0
"""Gzip as one run of bytes: several streams in a row, zeros as padding, and what else lies behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from inspector.archives.inflate import GZIP, InflateError, Inflater
from inspector.archives.tars.header import BLOCK, is_header

_START: Final = b"\x1f\x8b"
_FIRST: Final = 1 << 16
_PIECE: Final = 1 << 14
_STREAMS_MOST: Final = 1_000_000
"""More streams in a row than any packer writes, even one that ends a stream at each 64 KiB."""


class Gunzip:
    """Unpacks blocks. `broken`: the gzip is damaged and ended early; `trailing` bytes belong to no stream."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self.broken = False
        self.trailing = 0

    def __iter__(self) -> Iterator[bytes]:
        """Yield the unpacked bytes."""
        try:
            yield from self._streams()
        except InflateError:
            self.broken = True

    def _streams(self) -> Iterator[bytes]:
        stream, fresh, count = Inflater(GZIP), True, 0
        pieces = self._pieces()
        data = b""
        while data := data or next(pieces, b""):
            if fresh and len(data) < len(_START):
                data += next(pieces, b"")
            if fresh and not data.startswith(_START):
                self._behind(data, pieces)
                return
            fresh = False
            yield from stream.feed(data)
            data = b""
            if stream.ended:
                data, stream, fresh, count = stream.unused, Inflater(GZIP), True, count + 1
            if count > _STREAMS_MOST:
                raise InflateError
        if not fresh:
            yield from stream.finish()

    def _pieces(self) -> Iterator[bytes]:
        """Yield the blocks in small pieces, for what is left of one after each stream is copied."""
        for block in self._blocks:
            for start in range(0, len(block), _PIECE):
                yield block[start : start + _PIECE]

    def _behind(self, data: bytes, pieces: Iterator[bytes]) -> None:
        """Count what is behind the last stream, unless it is zeros alone."""
        length, empty = len(data), not data.strip(b"\0")
        for piece in pieces:
            length += len(piece)
            empty = empty and not piece.strip(b"\0")
        self.trailing = 0 if empty else length


def is_tar_inside(path: Path) -> bool:
    """Tell whether a gzip file holds a tar. Raises OSError."""
    with path.open("rb") as file:
        data = file.read(_FIRST)
    found, stream = b"", Inflater(GZIP)
    try:
        for block in stream.feed(data):
            found += block[:BLOCK]
            if len(found) >= BLOCK:
                break
    except InflateError:
        return False
    return is_header(found[:BLOCK])
