# SPDX-License-Identifier: Apache-2.0
"""Deflate and CRC-32 by the fastest library there is: isal, else zlib-ng, else zlib."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Final, cast

try:
    from isal import isal_zlib as engine
except ImportError:  # no wheel for Windows on ARM
    try:
        from zlib_ng import zlib_ng as engine  # type: ignore[no-redef]  # the same functions by another name
    except ImportError:
        import zlib as engine  # type: ignore[no-redef]  # slower, and always there

ENGINE: Final = engine.__name__
"""The library that is in use."""
RAW: Final = -15
"""Deflate without a frame, as in zip."""
GZIP: Final = 31
"""Deflate in the frame of gzip, whose checksum and length are checked."""
UNPACKED: Final = 1 << 18
"""The most bytes that one step unpacks to, whatever the ratio."""
_PIECE: Final = 1 << 16
_ERRORS: Final = cast("tuple[type[Exception], ...]", (engine.error, zlib.error))


class InflateError(Exception):
    """What was said to be deflated is not, ends early, or goes on after its end."""


def crc32(data: bytes | memoryview, value: int = 0) -> int:
    """Return the CRC-32 of data that follow on data of CRC-32 `value`."""
    return engine.crc32(data, value)


class Inflater:
    """One deflated stream. `unused` is what was given past its end."""

    def __init__(self, frame: int = RAW) -> None:
        self._stream = engine.decompressobj(frame)
        self._late = b""

    @property
    def ended(self) -> bool:
        """Tell whether the stream came to its own end."""
        return self._stream.eof

    @property
    def unused(self) -> bytes:
        """Return the bytes given past the end of the stream."""
        return self._stream.unused_data + self._late

    def feed(self, data: bytes | memoryview) -> Iterator[bytes]:
        """Yield what `data` unpacks to, at most UNPACKED bytes at a time. Raises InflateError."""
        for start in range(0, len(data), _PIECE):
            rest: bytes | memoryview = data[start : start + _PIECE]
            while rest:
                if self.ended:
                    self._late += rest
                    break
                yield from self._step(rest)
                rest = self._stream.unconsumed_tail

    def finish(self) -> Iterator[bytes]:
        """Yield what is still held back. Raises InflateError where the stream has no end."""
        while not self.ended:
            before = len(self._stream.unconsumed_tail)
            step = list(self._step(self._stream.unconsumed_tail))
            if not step and len(self._stream.unconsumed_tail) == before and not self.ended:
                raise InflateError
            yield from step

    def _step(self, data: bytes | memoryview) -> Iterator[bytes]:
        try:
            block = self._stream.decompress(data, UNPACKED)
        except _ERRORS as error:
            raise InflateError from error
        if block:
            yield block


def inflated(pieces: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    """Yield what one raw stream unpacks to. Raises InflateError unless it ends where the pieces end."""
    stream = Inflater()
    for piece in pieces:
        yield from stream.feed(piece)
        if stream.unused:
            raise InflateError
    yield from stream.finish()
