# SPDX-License-Identifier: Apache-2.0
"""Messages on a stream of bytes: each in frames of at most 1 MiB that say how long they are.

A frame begins with four bytes, the highest first: its length, with the topmost bit set where the message goes
on in the next frame.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import Final

MOST_FRAME: Final = 1 << 20
MOST_MESSAGE: Final = 256 << 20

_LENGTH: Final = struct.Struct(">I")
_GOES_ON: Final = 1 << 31


class FramingError(ValueError):
    """What came is no frame: too long, empty, or cut off."""


def framed(message: bytes) -> Iterator[bytes]:
    """Yield a message as frames."""
    for start in range(0, len(message), MOST_FRAME):
        part = message[start : start + MOST_FRAME]
        more = _GOES_ON if start + MOST_FRAME < len(message) else 0
        yield _LENGTH.pack(len(part) | more) + part


def messages(read: Callable[[int], bytes], most: int = MOST_MESSAGE) -> Iterator[bytes]:
    """Yield the messages of a stream until it ends. `read(n)` returns n bytes, fewer only at the end.

    Raises FramingError, also for a message of more than `most` bytes; nothing that large is kept till then.
    """
    parts: list[bytes] = []
    while head := read(_LENGTH.size):
        length, more = _checked(head)
        part = read(length)
        if len(part) < length or sum(map(len, parts)) + length > most:
            raise FramingError("cut off or too long")
        parts.append(part)
        if not more:
            yield b"".join(parts)
            parts = []
    if parts:
        raise FramingError("cut off")


def _checked(head: bytes) -> tuple[int, bool]:
    if len(head) < _LENGTH.size:
        raise FramingError("cut off")
    (word,) = _LENGTH.unpack(head)
    length = word & ~_GOES_ON
    if not 0 < length <= MOST_FRAME:
        raise FramingError("no frame has this length")
    return length, bool(word & _GOES_ON)
