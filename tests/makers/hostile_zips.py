# SPDX-License-Identifier: Apache-2.0
"""Zips that are made to deceive or to exhaust whoever opens them, record by record."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

_DAY: Final = (2026 - 1980) << 9 | 3 << 5 | 9
_STEP: Final = 10_000


@dataclass(frozen=True, slots=True)
class Raw:
    """One member with every field free; `offset`: where the directory says it is, None for the truth."""

    name: bytes
    data: bytes = b""
    method: int = 0
    flags: int = 0
    crc: int = 0
    size: int = 0
    offset: int | None = None
    extra: bytes = b""
    local_extra: bytes = b""

    def local(self) -> bytes:
        """The local header and the packed bytes."""
        head = struct.pack(
            "<4s5H3I2H", b"PK\x03\x04", 20, self.flags, self.method, 0, _DAY,
            self.crc, len(self.data), self.size, len(self.name), len(self.local_extra),
        )  # fmt: skip
        return head + self.name + self.local_extra + self.data

    def central(self, offset: int) -> bytes:
        """The record in the directory."""
        place = offset if self.offset is None else self.offset
        head = struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, self.flags, self.method, 0, _DAY, self.crc,
            len(self.data), self.size, len(self.name), len(self.extra), 0, 0, 0, 0, place,
        )  # fmt: skip
        return head + self.name + self.extra


def stored(name: str, data: bytes, **more: int) -> Raw:
    """An honest stored member."""
    return replace(Raw(name.encode(), data, crc=zlib.crc32(data), size=len(data)), **more)  # type: ignore[arg-type] # fields of numbers


def deflated(name: str, data: bytes, level: int = 9) -> Raw:
    """An honest deflated member."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return Raw(name.encode(), packed, 8, crc=zlib.crc32(data), size=len(data))


def end(count: int, size: int, offset: int, comment: bytes = b"") -> bytes:
    """An end record."""
    return struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, size, offset, len(comment)) + comment


def wide_end(count: int, size: int, offset: int, at: int, lies: dict[str, int] | None = None) -> bytes:
    """A zip64 record at `at`, its locator, and an end record that refers to them; `lies` replace fields."""
    said = {
        "count": count,
        "size": size,
        "offset": offset,
        "locator": at,
        "rest": 44,
        "narrow": 0xFFFF,
    } | (lies or {})
    record = struct.pack(
        "<4sQ2H2I4Q", b"PK\x06\x06", said["rest"], 45, 45, 0, 0, said["count"], said["count"],
        said["size"], said["offset"],
    )  # fmt: skip
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, said["locator"], 1)
    narrow = said["narrow"]
    last = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, narrow, narrow, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return record + locator + last


def zipped(members: Iterable[Raw], comment: bytes = b"", *, wide: dict[str, int] | None = None) -> bytes:
    """The members as a zip."""
    out, directory, count = io.BytesIO(), b"", 0
    for member in members:
        directory += member.central(out.tell())
        out.write(member.local())
        count += 1
    offset = out.tell()
    out.write(directory)
    if wide is None:
        out.write(end(count, len(directory), offset, comment))
    else:
        out.write(wide_end(count, len(directory), offset, out.tell(), wide))
    return out.getvalue()


def full_overlap(entries: int = 50) -> bytes:
    """Many names for one and the same member."""
    kernel = deflated("0", bytes(1 << 20))
    return zipped([kernel, *(replace(kernel, name=b"%d" % n, data=b"", offset=0) for n in range(1, entries))])


def quoted_overlap(entries: int = 20) -> bytes:
    """Fifield's bomb: each member quotes the local headers behind it, up to one kernel that all share.

    Source: D. Fifield, "A better zip bomb", USENIX WOOT 2019.
    """
    kernel_data = bytes(1 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(kernel_data) + packer.flush()
    tail, data, files = b"", kernel_data, []
    for number in reversed(range(entries)):
        member = Raw(
            b"%d" % number,
            packed + tail if number == entries - 1 else packed,
            8,
            crc=zlib.crc32(data),
            size=len(data),
        )
        local = member.local()
        files.append((member, local))
        header = local[: len(local) - len(member.data)]
        packed = b"\x00" + struct.pack("<HH", len(header), len(header) ^ 0xFFFF) + header + packed
        data = header + data
    members = [member for member, _ in reversed(files)]
    body, offset = files[-1][1], 0
    directory = b""
    for member in members:
        directory += replace(member, offset=offset).central(0)
        offset += 30 + len(member.name) + 5
    return body + directory + end(len(members), len(directory), len(body))


def nested(depth: int) -> bytes:
    """A zip in a zip in a zip …"""
    data = zipped([stored("kernel.csv", b"a,b\n")])
    for _ in range(depth):
        data = zipped([stored("inside.zip", data)])
    return data


def many_members(path: Path, count: int, name: bytes = b"%08d.txt") -> None:
    """Write a zip of very many empty members."""
    with path.open("wb") as file:
        for block in _locals(count, name):
            file.write(block)
        start = file.tell()
        for block in _centrals(count, name):
            file.write(block)
        at = file.tell()
        file.write(wide_end(count, at - start, start, at))


def _locals(count: int, name: bytes) -> Iterator[bytes]:
    for first in range(0, count, _STEP):
        yield b"".join(Raw(name % n).local() for n in range(first, min(first + _STEP, count)))


def _centrals(count: int, name: bytes) -> Iterator[bytes]:
    length = len(Raw(name % 0).local())
    for first in range(0, count, _STEP):
        yield b"".join(Raw(name % n).central(n * length) for n in range(first, min(first + _STEP, count)))
