# SPDX-License-Identifier: Apache-2.0
"""The notes inside a PNG file that bear on time: read chunk by chunk, no pixel is unpacked.

Source: PNG specification, third edition, sections 5 and 11.3. `tIME` is the last change, not the capture.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO, Final

from inspector.domain.captured import Basis
from inspector.domain.moment import Moment, instant, unread, without_zone

_MAGIC: Final = b"\x89PNG\r\n\x1a\n"
_MOST_CHUNKS: Final = 20_000
_LONGEST_NOTE: Final = 1 << 16
_TIME_LENGTH: Final = 7
_CREATED: Final = "creation time"
_TEXTS: Final = (b"tEXt", b"iTXt", b"zTXt")
_NOTES: Final = (*_TEXTS, b"tIME", b"eXIf")


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk of a PNG that is a note."""

    kind: bytes
    data: bytes


def notes(path: Path) -> tuple[Chunk, ...]:
    """Return the chunks of a PNG that are notes, none for another or a damaged file. Raises OSError."""
    with path.open("rb") as file:
        return tuple(_chunks(file)) if file.read(len(_MAGIC)) == _MAGIC else ()


def from_chunks(found: tuple[Chunk, ...]) -> Iterator[Basis]:
    """Yield what notes of a PNG say of time."""
    for chunk in found:
        if chunk.kind == b"tIME":
            yield from _changed(chunk.data)
        keyword, text = _text(chunk) if chunk.kind in _TEXTS else ("", "")
        if keyword.casefold() == _CREATED and text:
            yield Basis("png", text, moment_of_text(text))


def moment_of_text(text: str) -> Moment:
    """Return the time of an RFC 1123 or ISO 8601 date; unread for any other text: nothing is guessed."""
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            time = reader(text.strip())
            return without_zone(time, "second", text) if time.tzinfo is None else instant(time, text)
        except (ValueError, TypeError, OverflowError):
            continue
    return unread(text)


def _chunks(file: BinaryIO) -> Iterator[Chunk]:
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:  # noqa: PLR2004 - length and name, four bytes each
            return
        size, kind = struct.unpack(">I4s", head)
        if kind in _NOTES and size <= _LONGEST_NOTE:
            data = file.read(size)
            file.seek(4, 1)
            yield Chunk(kind, data)
        else:
            file.seek(size + 4, 1)
        if kind == b"IEND":
            return


def _changed(data: bytes) -> Iterator[Basis]:
    if len(data) != _TIME_LENGTH:
        return
    year, month, day, hour, minute, second = struct.unpack(">HBBBBB", data)
    raw = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    try:
        time = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        yield Basis("png_time", raw, unread(raw), "changed")
        return
    yield Basis("png_time", raw, instant(time, raw), "changed")


def _text(chunk: Chunk) -> tuple[str, str]:
    keyword, _, rest = chunk.data.partition(b"\0")
    name = keyword.decode("latin-1")
    if chunk.kind == b"tEXt":
        return name, rest.decode("latin-1")
    if chunk.kind == b"zTXt":
        return name, _inflated(rest[1:]).decode("latin-1")
    packed, rest = rest[:1] == b"\1", rest[2:]
    text = rest.partition(b"\0")[2].partition(b"\0")[2]
    return name, (_inflated(text) if packed else text).decode("utf-8", "replace")


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LONGEST_NOTE)
    except zlib.error:
        return b""
