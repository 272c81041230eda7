# SPDX-License-Identifier: Apache-2.0
"""The one form of a bundle's zip: a pure function of the names and bytes of its members.

Members are stored, sorted by name, dated 1980-01-01 00:00, made "on Unix" with mode 0644, one right after
the other from byte 0, without comments, extra fields or data descriptors; 64-bit fields appear only where a
number does not fit otherwise.

Source: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

LOCAL = struct.Struct("<4s5H3I2H")
DIRECTORY = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
END_64 = struct.Struct("<4sQ2H2I4Q")
LOCATOR_64 = struct.Struct("<4sIQI")

LOCAL_SIGN = b"PK\x03\x04"
DIRECTORY_SIGN = b"PK\x01\x02"
END_SIGN = b"PK\x05\x06"
END_64_SIGN = b"PK\x06\x06"
LOCATOR_64_SIGN = b"PK\x06\x07"

FULL_16 = 0xFFFF
FULL_32 = 0xFFFFFFFF
WIDE_TAG = 0x0001
WIDE_SIZES = struct.Struct("<2H2Q")

_STORED = 0
_NO_FLAGS = 0
_TIME = 0
_DATE = (1 << 5) | 1  # 1980-01-01: years since 1980 in the upper bits, then month, then day
_UNIX = 3 << 8
_MODE = 0o100644 << 16
_VERSION = 20
_VERSION_64 = 45


@dataclass(frozen=True, slots=True)
class Entry:
    """A member of the zip: its name in it, the CRC-32 of its bytes, their number, where its header starts."""

    name: str
    crc: int
    size: int
    offset: int

    @property
    def raw_name(self) -> bytes:
        """Return the name's bytes, also where they are no UTF-8."""
        return self.name.encode("utf-8", "surrogateescape")

    @property
    def start(self) -> int:
        """Return where the member's bytes start."""
        return self.offset + local_length(len(self.raw_name), self.size)

    @property
    def end(self) -> int:
        """Return where the member's bytes end, exclusive."""
        return self.start + self.size


def local_length(name_length: int, size: int) -> int:
    """The length in bytes of the header in front of a member."""
    return LOCAL.size + name_length + (WIDE_SIZES.size if size >= FULL_32 else 0)


def local_header(entry: Entry) -> bytes:
    """The header in front of a member's bytes."""
    wide = entry.size >= FULL_32
    extra = WIDE_SIZES.pack(WIDE_TAG, 16, entry.size, entry.size) if wide else b""
    size = min(entry.size, FULL_32)
    raw = entry.raw_name
    fixed = LOCAL.pack(
        LOCAL_SIGN, _needed(wide=wide), _NO_FLAGS, _STORED, _TIME, _DATE,
        entry.crc, size, size, len(raw), len(extra),
    )  # fmt: skip
    return fixed + raw + extra


def directory_entry(entry: Entry) -> bytes:
    """The record of a member in the directory at the end of the zip."""
    wide = [entry.size, entry.size] if entry.size >= FULL_32 else []
    wide += [entry.offset] if entry.offset >= FULL_32 else []
    extra = struct.pack(f"<2H{len(wide)}Q", WIDE_TAG, 8 * len(wide), *wide) if wide else b""
    size, offset = min(entry.size, FULL_32), min(entry.offset, FULL_32)
    needed = _needed(wide=bool(wide))
    raw = entry.raw_name
    fixed = DIRECTORY.pack(
        DIRECTORY_SIGN, _UNIX | needed, needed, _NO_FLAGS, _STORED, _TIME, _DATE,
        entry.crc, size, size, len(raw), len(extra), 0, 0, 0, _MODE, offset,
    )  # fmt: skip
    return fixed + raw + extra


def end_records(count: int, length: int, start: int) -> bytes:
    """What closes a zip of `count` members whose directory is `length` bytes from byte `start` on."""
    wide = b""
    if count >= FULL_16 or length >= FULL_32 or start >= FULL_32:
        made_by = _UNIX | _VERSION_64
        rest = END_64.size - 12  # its own sign and this number are not counted
        wide = END_64.pack(END_64_SIGN, rest, made_by, _VERSION_64, 0, 0, count, count, length, start)
        wide += LOCATOR_64.pack(LOCATOR_64_SIGN, 0, start + length, 1)
    count, length, start = min(count, FULL_16), min(length, FULL_32), min(start, FULL_32)
    return wide + END.pack(END_SIGN, 0, 0, count, count, length, start, 0)


def _needed(*, wide: bool) -> int:
    return _VERSION_64 if wide else _VERSION
