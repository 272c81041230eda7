# SPDX-License-Identifier: Apache-2.0
"""The 512 bytes before each member of a tar, checked before a number in them is believed.

Source of the layouts: POSIX.1-2017 pax "ustar Interchange Format" and "pax Header"; GNU tar manual, "Basic
Tar Format".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

BLOCK: Final = 512

FILES: Final = frozenset({b"0", b"\0", b"7"})
LINKS: Final = frozenset({b"1", b"2"})
DEVICES: Final = frozenset({b"3", b"4", b"6"})
FOLDER: Final = b"5"
LONG_NAME: Final = b"L"
LONG_LINK: Final = b"K"
PAX: Final = frozenset({b"x", b"X"})
PAX_FOR_ALL: Final = b"g"
SPARSE: Final = b"S"

_SUM: Final = slice(148, 156)
_MAGIC: Final = slice(257, 262)
_WIDE: Final = 0x80
_NEGATIVE: Final = 0xFF
_SIZES: Final = 1 << 63
_SUM_SPACES: Final = 8 * 32
_OCTAL: Final = re.compile(rb"[0-7]+")
_RECORD: Final = re.compile(rb"([0-9]{1,20}) ([^=]+)=")


class TarError(Exception):
    """A block that should be a header is none, or says what cannot be."""


@dataclass(frozen=True, slots=True)
class TarHeader:
    """What one header says: `kind` is its type flag, `size` in bytes, `time` in seconds since 1970."""

    name: bytes
    kind: bytes
    size: int
    time: int
    extended: bool = False


def is_header(block: bytes) -> bool:
    """Tell whether a file that begins so is a tar of the last 35 years."""
    return len(block) >= BLOCK and block[_MAGIC] == b"ustar" and _sum_holds(block[:BLOCK])


def header_of(block: bytes) -> TarHeader:
    """Return what a block says. Raises TarError where its checksum or a number fails."""
    if len(block) != BLOCK or not _sum_holds(block):
        raise TarError
    name = block[:100].split(b"\0", 1)[0]
    posix = block[257:263] == b"ustar\0"
    prefix = block[345:500].split(b"\0", 1)[0] if posix else b""
    size = _number(block[124:136])
    if size is None:
        raise TarError
    return TarHeader(
        prefix + b"/" + name if prefix else name,
        block[156:157],
        size,
        _number(block[136:148]) or 0,
        extended=block[156:157] == SPARSE and block[482:483] == b"\1",
    )


def pax_records(data: bytes) -> dict[bytes, bytes]:
    """Return the keywords of a pax header. Raises TarError where its lengths do not add up."""
    found: dict[bytes, bytes] = {}
    place = 0
    while place < len(data):
        match = _RECORD.match(data, place)
        length = int(match[1]) if match else 0
        if match is None or length <= match.end() - place or place + length > len(data):
            raise TarError
        if data[place + length - 1 : place + length] != b"\n":
            raise TarError
        found[match[2]] = data[match.end() : place + length - 1]
        place += length
    return found


def decimal(text: bytes) -> int:
    """Return a number of a pax header. Raises TarError."""
    if not text.isdigit() or len(text) > 20:  # noqa: PLR2004 - digits of 64 bits
        raise TarError
    value = int(text)
    if value >= _SIZES:
        raise TarError
    return value


def _sum_holds(block: bytes) -> bool:
    """Tell whether the checksum is that of the block; some old packers added up signed bytes."""
    stated = _number(block[_SUM])
    rest = block[:148] + block[156:]
    plain = sum(rest) + _SUM_SPACES
    signed = plain - 256 * sum(byte > 127 for byte in rest)  # noqa: PLR2004 - as signed bytes
    return stated is not None and stated in {plain, signed}


def _number(field: bytes) -> int | None:
    """Return a number in octal digits, or in bytes where the first bit is set; None for anything else."""
    if field[0] == _NEGATIVE:
        return None
    if field[0] & _WIDE:
        value = int.from_bytes(bytes([field[0] & 0x7F]) + field[1:], "big")
        return value if value < _SIZES else None
    digits = field.split(b"\0", 1)[0].strip(b" ")
    if not digits:
        return 0
    return int(digits, 8) if _OCTAL.fullmatch(digits) else None
