# SPDX-License-Identifier: Apache-2.0
"""The pieces of a picture's file: each is kept as it is, made smaller, or left out of a copy without notes.

No pixel is unpacked, so that a copy shows bit for bit what the original shows. What is not known to belong to
the picture itself is a note. Sources: ITU T.81 annex B and JFIF 1.02, PNG third edition section 11, WebP
container specification.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from inspector.captures.notes.exif import PREFIX, kept_of, told_by
from inspector.domain.captured import Secret

JPEG: Final = b"\xff\xd8"
PNG: Final = b"\x89PNG\r\n\x1a\n"

_RESTARTS: Final = range(0xD0, 0xD8)
_SCAN, _END, _COMMENT, _FILL = 0xDA, 0xD9, 0xFE, 0xFF
_APPS: Final = range(0xE0, 0xF0)
_OWN_APPS: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_PNG_OWN: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI pHYs "
    b"bKGD sBIT hIST tIME acTL fcTL fdAT".split()
)
_PNG_TEXTS: Final = (b"tEXt", b"iTXt", b"zTXt")
_CREATED: Final = "creation time"
_KEYWORDS: Final = {"author": "person", "copyright": "person", "software": "device", "source": "device"}
_WEBP_OWN: Final = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04
_FLAGS: Final = 8
"""Where in a VP8X chunk the bits stand that announce Exif and XMP."""


class BrokenFileError(Exception):
    """A file ends or jumps where its format does not allow it, so nobody knows what it carries."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a file: what it tells besides the picture, and what of it a copy keeps."""

    kept: bytes
    tells: tuple[Secret, ...] = ()


def pieces(data: bytes) -> Iterator[Piece]:
    """Yield the pieces of a picture. Raises BrokenFileError."""
    if data.startswith(JPEG):
        return _jpeg(data)
    if data.startswith(PNG):
        return _png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return iter(_webp(data))
    raise BrokenFileError


def _jpeg(data: bytes) -> Iterator[Piece]:
    yield Piece(JPEG)
    place = len(JPEG)
    while True:
        if data[place : place + 1] != b"\xff" or place + 1 >= len(data):
            raise BrokenFileError
        marker = data[place + 1]
        if marker == _END:
            break
        if marker == _FILL:
            place += 1
            continue
        (size,) = _unpacked(">H", data, place + 2)
        end = place + 2 + size
        segment = data[place:end]
        if marker == _SCAN:
            end = _after_scan(data, end)
            yield Piece(data[place:end])
        else:
            yield _segment(marker, segment)
        place = end
    yield Piece(b"\xff\xd9")
    if data[place + 2 :].strip(b"\0"):
        yield Piece(b"", (Secret("more", "JPEG, after its end"),))


def _after_scan(data: bytes, place: int) -> int:
    """Return where the next marker stands behind coded pixels."""
    while (place := data.find(b"\xff", place)) >= 0 and place + 1 < len(data):
        if data[place + 1] != 0 and data[place + 1] not in _RESTARTS:
            return place
        place += 2
    raise BrokenFileError


def _segment(marker: int, segment: bytes) -> Piece:
    body = segment[4:]
    if marker not in _APPS and marker != _COMMENT:
        return Piece(segment)
    own = _OWN_APPS.get(marker)
    if own is not None and body.startswith(own):
        return Piece(segment)
    if marker == _APPS[1] and body.startswith(PREFIX):
        block = kept_of(body)
        head = b"\xff" + bytes([marker]) + struct.pack(">H", len(block) + 2) if block else b""
        return Piece(head + block, tuple(told_by(body)))
    name = "JPEG comment" if marker == _COMMENT else f"JPEG APP{marker - _APPS[0]}"
    return Piece(b"", (Secret("words" if marker == _COMMENT else "more", name),))


def _png(data: bytes) -> Iterator[Piece]:
    yield Piece(PNG)
    place = len(PNG)
    kind = b""
    while kind != b"IEND":
        size, kind = _unpacked(">I4s", data, place)
        end = place + 12 + size
        if end > len(data):
            raise BrokenFileError
        yield _chunk(kind, data[place + 8 : end - 4], data[place:end])
        place = end
    if data[place:].strip(b"\0"):
        yield Piece(b"", (Secret("more", "PNG, after its end"),))


def _chunk(kind: bytes, body: bytes, whole: bytes) -> Piece:
    if kind in _PNG_OWN:
        return Piece(whole)
    if kind == b"eXIf":
        block = kept_of(body).removeprefix(PREFIX)
        sum_ = struct.pack(">I", zlib.crc32(kind + block))
        kept = struct.pack(">I", len(block)) + kind + block + sum_ if block else b""
        return Piece(kept, tuple(told_by(body)))
    if kind not in _PNG_TEXTS:
        return Piece(b"", (Secret("more", f"PNG {kind.decode('latin-1')}"),))
    keyword = body.partition(b"\0")[0].decode("latin-1").casefold()
    if keyword == _CREATED:
        return Piece(whole)
    return Piece(b"", (Secret(_KEYWORDS.get(keyword, "words"), f"PNG {kind.decode('latin-1')}"),))


def _webp(data: bytes) -> list[Piece]:
    (size,) = _unpacked("<I", data, 4)
    end, place = min(8 + size, len(data)), 12
    found: list[Piece] = []
    while place + 8 <= end:
        kind, length = _unpacked("<4sI", data, place)
        after = place + 8 + length + length % 2
        if after > len(data) + 1:
            raise BrokenFileError
        found.append(_webp_chunk(kind, data[place + 8 : place + 8 + length], data[place:after]))
        place = after
    body = b"".join(piece.kept for piece in found)
    if body.startswith(b"VP8X") and len(body) > _FLAGS:
        announced = 0 if b"EXIF" not in [piece.kept[:4] for piece in found] else _WEBP_EXIF
        flags = body[_FLAGS] & ~(_WEBP_EXIF | _WEBP_XMP) | announced
        body = body[:_FLAGS] + bytes([flags]) + body[_FLAGS + 1 :]
    told = [secret for piece in found for secret in piece.tells]
    if data[8 + size :].strip(b"\0"):
        told.append(Secret("more", "WebP, after its end"))
    return [Piece(b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body, tuple(told))]


def _webp_chunk(kind: bytes, body: bytes, whole: bytes) -> Piece:
    if kind in _WEBP_OWN:
        return Piece(whole)
    if kind == b"EXIF":
        block = kept_of(body).removeprefix(PREFIX)
        kept = kind + struct.pack("<I", len(block)) + block + b"\0" * (len(block) % 2) if block else b""
        return Piece(kept, tuple(told_by(body)))
    return Piece(b"", (Secret("words", "WebP XMP") if kind == b"XMP " else Secret("more", "WebP"),))


def _unpacked(form: str, data: bytes, place: int) -> tuple[Any, ...]:
    try:
        return struct.unpack_from(form, data, place)
    except struct.error as error:
        raise BrokenFileError from error
