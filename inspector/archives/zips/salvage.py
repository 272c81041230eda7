# SPDX-License-Identifier: Apache-2.0
"""Members of a zip without its directory, as after a download that broke off, by their local headers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from inspector.archives.inflate import InflateError, Inflater, crc32
from inspector.archives.limits import Limits
from inspector.archives.medium import Medium
from inspector.archives.zips.header import (
    DEFLATED,
    DESCRIPTOR,
    DESCRIPTOR_MOST,
    ENCRYPTED,
    LOCAL,
    LOCAL_LENGTH,
    STREAMED,
    HeaderError,
    Local,
    Record,
    descriptor_length,
    local_at,
    local_length,
)

_STEP: Final = 1 << 20
_READ_AGAIN: Final = 4
"""How often, on average, a byte may be looked at: headers in the middle of data would make that many."""


def salvaged(medium: Medium, limits: Limits) -> tuple[list[Record], frozenset[int]]:
    """Return the members in the order of their bytes, and which of them are cut off.

    Whether the others are whole shows when they are read: each has a checksum. Where the length of a member
    is stated nowhere and cannot be found, what follows is not looked at, for it may belong to that member.
    """
    scan = _Scan(medium, limits.total(medium.size), _READ_AGAIN * medium.size + _STEP)
    records: list[Record] = []
    cut: set[int] = set()
    place: int | None = 0
    while place is not None and len(records) < limits.entries and not scan.spent:
        place = scan.mark(LOCAL, place)
        local = None if place is None else scan.local(place)
        if place is None:
            break
        if local is None:
            place += len(LOCAL)
            continue
        found = scan.extent(place, local)
        if not found.whole:
            cut.add(len(records))
        records.append(_record(local, place, found))
        place = found.next
    return records, frozenset(cut)


@dataclass(frozen=True, slots=True)
class _Extent:
    """How far a member goes; `next` is where to look for another, None for nowhere."""

    crc: int
    packed: int
    size: int
    whole: bool
    next: int | None


def _record(local: Local, place: int, found: _Extent) -> Record:
    return Record(
        local.name, local.flags, local.method, local.clock, local.day,
        found.crc, found.packed, found.size, place, aes=local.aes,
    )  # fmt: skip


class _Scan:
    """Looks for marks and ends; `spent` once it has looked at more than any honest file needs."""

    def __init__(self, medium: Medium, unpacked: int, looked: int) -> None:
        self._medium = medium
        self._unpacked = unpacked
        self._looked = looked

    @property
    def spent(self) -> bool:
        """Tell whether to give up."""
        return self._unpacked < 0 or self._looked < 0

    def mark(self, mark: bytes, place: int) -> int | None:
        """Return where `mark` next stands, None where it does not."""
        for start, data in self._blocks(place, len(mark) - 1):
            found = data.find(mark)
            if found >= 0:
                return start + found
        return None

    def local(self, place: int) -> Local | None:
        """Return the local header at a mark, None where it is none."""
        try:
            length = local_length(self._medium.at(place, LOCAL_LENGTH))
            local = local_at(self._medium.at(place, length))
        except HeaderError:
            return None
        return local if local.name else None

    def extent(self, place: int, local: Local) -> _Extent:
        """Return how far the member at `place` goes."""
        start = place + local.data
        left = self._medium.size - start
        if not local.flags & STREAMED or (local.crc and local.packed):
            whole = local.packed <= left
            following = start + local.packed if whole else None
            return _Extent(local.crc, min(local.packed, left), local.size, whole, following)
        if local.method == DEFLATED and not local.flags & ENCRYPTED:
            return self._inflated(start)
        return self._described(start)

    def _inflated(self, start: int) -> _Extent:
        """Unpack to where the deflated bytes end by themselves, and look for the descriptor there."""
        stream, crc, size, fed = Inflater(), 0, 0, 0
        try:
            for _, data in self._blocks(start, 0):
                fed += len(data)
                for block in stream.feed(data):
                    crc, size = crc32(block, crc), size + len(block)
                    self._unpacked -= len(block)
                    if self.spent:
                        return _Extent(0, fed, size, whole=False, next=None)
                if stream.ended:
                    break
            for block in stream.finish():
                crc, size = crc32(block, crc), size + len(block)
        except InflateError:
            ran_out = start + fed >= self._medium.size
            return _Extent(0, 0, size, whole=False, next=None if ran_out else start)
        packed = fed - len(stream.unused)
        length = descriptor_length(self._medium.at(start + packed, DESCRIPTOR_MOST), crc, packed, size)
        return _Extent(crc, packed, size, whole=length is not None, next=start + packed + (length or 0))

    def _described(self, start: int) -> _Extent:
        """Look for a descriptor that states the very length at which it stands."""
        place: int | None = start
        while place is not None and not self.spent:
            place = self.mark(DESCRIPTOR, place)
            if place is None:
                break
            for width in (4, 8):
                data = self._medium.at(place + 4, 4 + 2 * width)
                packed = int.from_bytes(data[4 : 4 + width], "little")
                if len(data) == 4 + 2 * width and packed == place - start:
                    size = int.from_bytes(data[4 + width :], "little")
                    crc = int.from_bytes(data[:4], "little")
                    return _Extent(crc, packed, size, whole=True, next=place + 8 + 2 * width)
            place += len(DESCRIPTOR)
        return _Extent(0, self._medium.size - start, 0, whole=False, next=None)

    def _blocks(self, place: int, overlap: int) -> Iterator[tuple[int, bytes]]:
        """Yield place and bytes of each block, which begins `overlap` bytes before the last one ended."""
        while place < self._medium.size and not self.spent:
            data = self._medium.at(place, _STEP)
            self._looked -= len(data)
            if not data:
                return
            yield place, data
            if len(data) <= overlap:
                return
            place += len(data) - (overlap if place + len(data) < self._medium.size else 0)
