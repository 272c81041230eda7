# SPDX-License-Identifier: Apache-2.0
"""Small valid pictures, each with bytes of its own; they show nothing but a colour."""

from __future__ import annotations

import struct
import zlib


def picture(seed: int, width: int = 24, height: int = 16) -> bytes:
    """Return a PNG of one colour that `seed` decides."""
    colour = bytes((seed * 37 % 256, seed * 91 % 256, seed * 151 % 256))
    rows = (b"\0" + colour * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    # Stored, not compressed: the bytes never depend on the zlib build.
    data = zlib.compress(rows, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
