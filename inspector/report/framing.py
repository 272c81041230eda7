# SPDX-License-Identifier: Apache-2.0
"""Several pictures on one stream, and how a document asks for them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

PICTURES = "pictures_ppi"
"""The key of a document that asks for a PNG per page at this many pixels per inch, and for no PDF."""

_LENGTH = struct.Struct(">Q")


def framed(files: list[bytes]) -> bytes:
    """Several files as one run of bytes: each after its length, eight bytes with the highest first."""
    return b"".join(_LENGTH.pack(len(file)) + file for file in files)


def unframed(data: bytes) -> Iterator[bytes]:
    """Yield the files that `framed` put together. Raises ValueError where something is missing."""
    at = 0
    while at < len(data):
        start = at + _LENGTH.size
        at = start + (_LENGTH.unpack(data[at:start])[0] if start <= len(data) else 1)
        if at > len(data):
            raise ValueError("cut off")
        yield data[start:at]
