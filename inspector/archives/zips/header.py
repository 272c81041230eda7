# SPDX-License-Identifier: Apache-2.0
"""The records of a zip as they lie there: central header, local header, descriptor, extra fields.

Source of the layouts: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5; for AES the WinZip AE-1/AE-2 notes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

CENTRAL: Final = b"PK\x01\x02"
LOCAL: Final = b"PK\x03\x04"
DESCRIPTOR: Final = b"PK\x07\x08"
CENTRAL_LENGTH: Final = 46
LOCAL_LENGTH: Final = 30
DESCRIPTOR_MOST: Final = 24

STORED: Final = 0
DEFLATED: Final = 8
AES: Final = 99

ENCRYPTED: Final = 0x1
STREAMED: Final = 0x8
STRONG: Final = 0x40
UTF8: Final = 0x800
MASKED: Final = 0x2000

_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_EXTRA: Final = struct.Struct("<HH")
_KIND: Final = struct.Struct("<4H")
_SIZES: Final = struct.Struct("<3I")
_UNSAID: Final = bytes(_SIZES.size)
_NAMED: Final = struct.Struct("<2H")
_ZIP64: Final = 0x0001
_AES: Final = 0x9901
_UNICODE_PATH: Final = 0x7075
_AES_FIELD: Final = struct.Struct("<H2sBH")
_MAXED: Final = 0xFFFFFFFF
_MAXED_SHORT: Final = 0xFFFF


class HeaderError(Exception):
    """Bytes that should be a record are none, or contradict themselves."""


@dataclass(frozen=True, slots=True)
class Aes:
    """How a member is encrypted: `version` 1 or 2 of AE, `strength` 1 to 3, and the `method` beneath."""

    version: int
    strength: int
    method: int


class Record(NamedTuple):
    """What the directory says of one member. `packed` and `size` in bytes, `offset` of its local header."""

    name: bytes
    flags: int
    method: int
    clock: int
    day: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int = 0
    disk: int = 0
    aes: Aes | None = None
    other_name: bytes | None = None

    @property
    def encrypted(self) -> bool:
        """Tell whether a password is needed."""
        return bool(self.flags & ENCRYPTED)

    @property
    def packing(self) -> int:
        """Return the method that packs the bytes, beneath the encryption."""
        return self.aes.method if self.aes else self.method


class Local(NamedTuple):
    """What a local header says; `data` is where the packed bytes begin, counted from the header."""

    name: bytes
    flags: int
    method: int
    clock: int
    day: int
    crc: int
    packed: int
    size: int
    data: int
    aes: Aes | None = None


def central_extent(raw: bytes, place: int, shift: int) -> tuple[int, int]:
    """Return where the central header at `place` says its member is, and its length. Raises HeaderError."""
    if place + CENTRAL_LENGTH > len(raw):
        raise HeaderError
    mark, *_, names, extras, comment, _, _, _, offset = _CENTRAL.unpack_from(raw, place)
    length = CENTRAL_LENGTH + names + extras + comment
    if mark != CENTRAL or place + length > len(raw):
        raise HeaderError
    return central_at(raw, place, shift).offset if extras else offset + shift, length


def central_at(raw: bytes, place: int, shift: int) -> Record:
    """Return the central header at `place`, its offset moved by `shift`. Raises HeaderError."""
    begin = place + CENTRAL_LENGTH
    if begin > len(raw):
        raise HeaderError
    (
        mark, _, _, flags, method, clock, day, crc, packed, size, names, extras, comment, disk, _, attributes,
        offset,
    ) = _CENTRAL.unpack_from(raw, place)  # fmt: skip
    if mark != CENTRAL or begin + names + extras + comment > len(raw):
        raise HeaderError
    name = raw[begin : begin + names]
    extra = _extras(raw[begin + names : begin + names + extras]) if extras else {}
    if _ZIP64 in extra:
        size, packed, offset, disk = _widened(
            extra[_ZIP64], ((size, _MAXED), (packed, _MAXED), (offset, _MAXED), (disk, _MAXED_SHORT))
        )
    return Record(
        name, flags, method, clock, day, crc, packed, size, offset + shift,
        attributes >> 16, disk, _aes(extra.get(_AES)), extra.get(_UNICODE_PATH),
    )  # fmt: skip


def repeats(head: bytes, record: Record) -> bool:
    """Tell whether a local header has no extra fields and says what the directory says; False says nothing.

    Of a member that was written as a stream it has zeros for what stands behind it.
    """
    if record.aes is not None or record.packed >= _MAXED or record.size >= _MAXED:
        return False
    name = record.name
    return (
        head[6:14] == _KIND.pack(record.flags, record.method, record.clock, record.day)
        and head[LOCAL_LENGTH:] == name
        and head[26:LOCAL_LENGTH] == _NAMED.pack(len(name), 0)
        and head[14:26] in (_UNSAID, _SIZES.pack(record.crc, record.packed, record.size))
        and head.startswith(LOCAL)
    )


def local_at(head: bytes) -> Local:
    """Return the local header with these bytes, name and extra fields included. Raises HeaderError."""
    if len(head) < LOCAL_LENGTH or not head.startswith(LOCAL):
        raise HeaderError
    _, _, flags, method, clock, day, crc, packed, size, names, extras = _LOCAL.unpack_from(head)
    length = LOCAL_LENGTH + names + extras
    if len(head) < length:
        raise HeaderError
    name = head[LOCAL_LENGTH : LOCAL_LENGTH + names]
    extra = _extras(head[LOCAL_LENGTH + names : length])
    wide = extra.get(_ZIP64)
    if wide is not None and _MAXED in {size, packed}:
        size, packed = _widened(wide, ((size, _MAXED), (packed, _MAXED)))
    return Local(name, flags, method, clock, day, crc, packed, size, length, _aes(extra.get(_AES)))


def local_length(head: bytes) -> int:
    """Return the length of a local header from its first 30 bytes. Raises HeaderError."""
    if len(head) < LOCAL_LENGTH or not head.startswith(LOCAL):
        raise HeaderError
    names, extras = struct.unpack_from("<HH", head, 26)
    return int(LOCAL_LENGTH + names + extras)


def descriptor_length(data: bytes, crc: int, packed: int, size: int) -> int | None:
    """Return the length of the descriptor at the start of `data`, None where there is none that agrees."""
    for form in ("<4sIII", "<4sIQQ", "<III", "<IQQ"):
        layout = struct.Struct(form)
        if len(data) < layout.size:
            continue
        found = layout.unpack_from(data)
        if found[-3:] == (crc, packed, size) and (len(found) == 3 or found[0] == DESCRIPTOR):  # noqa: PLR2004 - without mark
            return layout.size
    return None


def _extras(data: bytes) -> dict[int, bytes]:
    """Return the extra fields by id. Raises HeaderError where one that is relied on stands twice.

    Some packers align data with a few bytes that are no field, so an end that makes no sense is passed over.
    """
    found: dict[int, bytes] = {}
    for field, content in _fields(data):
        if field in found and field in {_ZIP64, _AES, _UNICODE_PATH}:
            raise HeaderError
        found[field] = content
    return found


def _fields(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + _EXTRA.size <= len(data):
        field, length = _EXTRA.unpack_from(data, place)
        place += _EXTRA.size
        if place + length > len(data):
            return
        yield field, data[place : place + length]
        place += length


def _widened(wide: bytes, fields: tuple[tuple[int, int], ...]) -> list[int]:
    """Return each field, from the zip64 field where it is at its maximum; they stand there in this order."""
    found, place = [], 0
    for value, most in fields:
        if value != most:
            found.append(value)
            continue
        width = 8 if most == _MAXED else 4
        if place + width > len(wide):
            raise HeaderError
        found.append(int.from_bytes(wide[place : place + width], "little"))
        place += width
    return found


def _aes(content: bytes | None) -> Aes | None:
    if content is None:
        return None
    if len(content) != _AES_FIELD.size:
        raise HeaderError
    version, vendor, strength, method = _AES_FIELD.unpack(content)
    if vendor != b"AE" or version not in {1, 2} or strength not in {1, 2, 3}:
        raise HeaderError
    return Aes(version, strength, method)
