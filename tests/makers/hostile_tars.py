# SPDX-License-Identifier: Apache-2.0
"""Tars header by header: honest ones, and ones that lie."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import Final

WHEN: Final = 1_773_023_400
"""2026-03-09T02:30:00Z."""
END: Final = bytes(1024)


@dataclass(frozen=True, slots=True)
class Entry:
    """One header with what follows it; `size` is what the header says, None for the truth."""

    name: bytes
    data: bytes = b""
    kind: bytes = b"0"
    size: bytes | None = None
    link: bytes = b""
    checksum: int | None = None

    def block(self) -> bytes:
        """The header, the bytes, and their padding."""
        size = self.size if self.size is not None else b"%011o\0" % len(self.data)
        head = bytearray(512)
        fields = (
            (0, self.name[:100]), (100, b"0000644\0"), (108, b"0000000\0"), (116, b"0000000\0"), (124, size),
            (136, b"%011o\0" % WHEN), (148, b" " * 8), (156, self.kind), (157, self.link[:100]),
            (257, b"ustar\x0000"),
        )  # fmt: skip
        for place, content in fields:
            head[place : place + len(content)] = content
        total = sum(head) if self.checksum is None else self.checksum
        head[148:156] = b"%06o\0 " % total
        return bytes(head) + self.data + bytes(-len(self.data) % 512)


def tarred(entries: list[Entry], end: bytes = END) -> bytes:
    """The entries as a tar."""
    return b"".join(entry.block() for entry in entries) + end


def tgz(entries: list[Entry], end: bytes = END) -> bytes:
    """The entries as a tar inside gzip."""
    return gzip.compress(tarred(entries, end), 6, mtime=0)


def pax(records: dict[str, str]) -> Entry:
    """A pax header for the next entry."""
    text = b""
    for key, value in records.items():
        record = f" {key}={value}\n".encode()
        length = len(record)
        while len(str(length)) + len(record) != length:
            length = len(str(length)) + len(record)
        text += str(length).encode() + record
    return Entry(b"PaxHeader", text, b"x")


def long_name(name: bytes) -> Entry:
    """GNU's way to give the next entry a name of any length."""
    return Entry(b"././@LongLink", name + b"\0", b"L")


def base_256(size: int) -> bytes:
    """A size as bytes, which GNU tar writes past 8 GiB."""
    return bytes([0x80]) + size.to_bytes(11, "big")
