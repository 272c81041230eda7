# SPDX-License-Identifier: Apache-2.0
"""Reads whatever is big a piece at a time, and measures it on the way."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from inspector.bundle.contents import Content

PIECE = 1 << 20

Passed = Callable[[int], None]
"""Called with the number of bytes that were just read; may raise to stop."""


def unheard(size: int) -> None:
    """Hear of bytes and do nothing."""
    del size


@dataclass(frozen=True, slots=True)
class Measure:
    """What a run of bytes hashes to: SHA-256 in hex, CRC-32, and the number of bytes."""

    sha256: str
    crc: int
    size: int


class Meter:
    """Measures bytes as they pass."""

    __slots__ = ("_crc", "_hash", "_size")

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._crc = 0
        self._size = 0

    def passing(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Hand the pieces on unchanged."""
        for piece in pieces:
            self._hash.update(piece)
            self._crc = zlib.crc32(piece, self._crc)
            self._size += len(piece)
            yield piece

    def measure(self) -> Measure:
        """Return the measure of everything that has passed so far."""
        return Measure(self._hash.hexdigest(), self._crc, self._size)


def measure(pieces: Iterable[bytes]) -> Measure:
    """Measure a run of bytes."""
    meter = Meter()
    for _ in meter.passing(pieces):
        pass
    return meter.measure()


def opened(content: Content) -> BinaryIO:
    """A fresh stream of the content, at its start; the caller closes it. Raises OSError."""
    if isinstance(content, bytes):
        return BytesIO(content)
    return content.open("rb") if isinstance(content, Path) else content()


def pieces(stream: BinaryIO, limit: int | None = None) -> Iterator[bytes]:
    """What is left in the stream, or its next `limit` bytes, in pieces. Raises OSError."""
    left = limit
    while left is None or left > 0:
        piece = stream.read(PIECE if left is None else min(PIECE, left))
        if not piece:
            return
        left = None if left is None else left - len(piece)
        yield piece
