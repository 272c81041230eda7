# SPDX-License-Identifier: Apache-2.0
"""A small ZIP writer: faithful (streamed, data descriptors, flags 0x808), or wrong on purpose.

Layout after APPNOTE 6.3.10; traditional encryption after its section 6.1.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Literal

_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its path inside, its bytes, and the time written beside it."""

    name: str
    data: bytes
    when: datetime


@dataclass(frozen=True, slots=True)
class Options:
    """How an archive is written. The defaults are what LinkedIn's own archives look like."""

    method: Literal["deflate", "stored"] = "deflate"
    descriptors: bool = True
    utf8_flag: bool = True
    wrong_crc: frozenset[str] = frozenset()
    password: bytes | None = None
    comment: bytes = b""

    def __post_init__(self) -> None:
        if self.password is not None and not self.descriptors:
            raise ValueError("encrypted members are written with descriptors only")


LINKEDIN = Options()
STORED = Options(method="stored", descriptors=False)


@dataclass(slots=True)
class ZipStream:
    """Writes members one after the other to a file that need not be seekable; ``close`` ends the archive."""

    out: IO[bytes]
    options: Options = LINKEDIN
    _offset: int = 0
    _central: list[bytes] = field(default_factory=list)

    def add(self, name: str, when: datetime, chunks: Iterable[bytes]) -> None:
        """Write one member; without descriptors all of it is held in memory first."""
        offset, flags = self._offset, self._flags()
        head = struct.pack("<HHHHH", 20, flags, self._method(), *_dos(when))
        names = struct.pack("<HH", len(name.encode()), 0) + name.encode()
        if self.options.descriptors:
            self._write(b"PK\x03\x04" + head + bytes(12) + names)
            sizes = self._body(name, when, chunks)
            self._write(b"PK\x07\x08" + sizes)
        else:
            body = ZipStream(held := io.BytesIO(), self.options)
            sizes = body._body(name, when, chunks)
            self._write(b"PK\x03\x04" + head + sizes + names + held.getvalue())
        tail = struct.pack("<HHHII", 0, 0, 0, 0, offset) + name.encode()
        self._central.append(b"PK\x01\x02" + struct.pack("<H", 20) + head + sizes + names[:4] + tail)

    def close(self) -> None:
        """Write the central directory and its end record."""
        start, directory, count = self._offset, b"".join(self._central), len(self._central)
        self._write(directory)
        comment = self.options.comment
        sizes = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), start, len(comment))
        self._write(b"PK\x05\x06" + sizes + comment)

    def _body(self, name: str, when: datetime, chunks: Iterable[bytes]) -> bytes:
        """Write the packed bytes; return CRC, packed size and size as the headers spell them."""
        crc = size = 0
        packed = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15) if self.options.method == "deflate" else None
        keys = _Keys(self.options.password) if self.options.password is not None else None
        begin = self._offset
        if keys:  # its twelfth byte lets a reader check the password; with descriptors it comes from the time
            self._write(keys.seal(bytes(11) + bytes([_dos(when)[0] >> 8])))
        for chunk in chunks:
            crc, size = zlib.crc32(chunk, crc), size + len(chunk)
            self._write_packed(packed.compress(chunk) if packed else chunk, keys)
        self._write_packed(packed.flush() if packed else b"", keys)
        wrong = 0xFFFFFFFF if name in self.options.wrong_crc else 0
        return struct.pack("<III", crc ^ wrong, self._offset - begin, size)

    def _write_packed(self, data: bytes, keys: _Keys | None) -> None:
        self._write(keys.seal(data) if keys else data)

    def _write(self, data: bytes) -> None:
        self.out.write(data)
        self._offset += len(data)

    def _flags(self) -> int:
        options = self.options
        return 0x08 * options.descriptors | 0x800 * options.utf8_flag | (options.password is not None)

    def _method(self) -> int:
        return zlib.DEFLATED if self.options.method == "deflate" else 0


class _Keys:
    """The three running keys of traditional encryption."""

    def __init__(self, password: bytes) -> None:
        self._keys = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._turn(byte)

    def seal(self, data: bytes) -> bytes:
        return bytes(self._seal(data))

    def _seal(self, data: bytes) -> Iterator[int]:
        for byte in data:
            low = (self._keys[2] | 2) & 0xFFFF
            yield byte ^ ((low * (low ^ 1)) >> 8 & 0xFF)
            self._turn(byte)

    def _turn(self, byte: int) -> None:
        keys = self._keys
        keys[0] = _crc_step(keys[0], byte)
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = _crc_step(keys[2], keys[1] >> 24)


def _crc_step(key: int, byte: int) -> int:
    """One step of CRC-32 without the inversions that zlib adds before and after."""
    return zlib.crc32(bytes([byte]), key ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def _dos(when: datetime) -> tuple[int, int]:
    """Time and date as MS-DOS packs them: two-second steps, no zone."""
    return (
        when.hour << 11 | when.minute << 5 | when.second // 2,
        (when.year - 1980) << 9 | when.month << 5 | when.day,
    )


def zip_bytes(members: Iterable[Member], options: Options = LINKEDIN) -> bytes:
    """The members as one archive, in the order given."""
    out = io.BytesIO()
    stream = ZipStream(out, options)
    for member in members:
        stream.add(member.name, member.when, [member.data])
    stream.close()
    return out.getvalue()
