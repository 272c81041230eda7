# SPDX-License-Identifier: Apache-2.0
"""Where a zip's directory lies, as its end record says, believed only where all records agree.

Source of the layouts: PKWARE APPNOTE 6.3.10, sections 4.3.14 to 4.3.16.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from inspector.archives.container import SourceError
from inspector.archives.medium import Medium
from inspector.archives.zips.header import CENTRAL
from inspector.domain.text import note

_END: Final = struct.Struct("<4s4H2IH")
_END_MARK: Final = b"PK\x05\x06"
_WIDE: Final = struct.Struct("<4sQ2H2I4Q")
_WIDE_MARK: Final = b"PK\x06\x06"
_LOCATOR: Final = struct.Struct("<4sIQI")
_LOCATOR_MARK: Final = b"PK\x06\x07"
_COMMENT_MOST: Final = 0xFFFF
_TRAILING_MOST: Final = 1 << 20
"""How far behind an end record other bytes are looked past; a zip with more behind it is taken as cut off."""
_WIDE_REST: Final = 44
_DISKS_MOST: Final = 1000
"""More volumes than any split zip has; numbers past it are noise."""


@dataclass(frozen=True, slots=True)
class End:
    """Where the directory begins and how long it is; `shift` is what offsets must be moved by.

    `tail` is where the end records begin, `stop` where the last of them ends.
    """

    entries: int
    start: int
    size: int
    shift: int
    tail: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Claim:
    """What an end record, with its zip64 record where there is one, says. `tail`: where they begin."""

    disks: bool
    entries: int
    size: int
    offset: int
    tail: int
    shift: int | None


def find_end(medium: Medium, name: str) -> End | None:
    """Return where the directory is, None where no end record makes sense.

    Raises SourceError where several do, and for a volume of a split zip.
    """
    begin = max(0, medium.size - _END.size - _COMMENT_MOST - _TRAILING_MOST)
    data = medium.at(begin, medium.size - begin)
    exact: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for place in _marks(data):
        stop = begin + place + _END.size + struct.unpack_from("<H", data, place + 20)[0]
        if stop <= medium.size:
            (exact if stop == medium.size else others).append((begin + place, stop))
    found = [end for place, stop in exact for end in _ends(medium, place, stop, name)]
    if len(found) > 1:
        raise SourceError("refused", note("source.two_directories", name=name))
    behind = (end for place, stop in others for end in _ends(medium, place, stop, name))
    return found[0] if found else next(behind, None)


def _marks(data: bytes) -> Iterator[int]:
    """Yield the places of end records, last first."""
    place = data.rfind(_END_MARK)
    while place >= 0:
        if place + _END.size <= len(data):
            yield place
        place = data.rfind(_END_MARK, 0, place + 3)


def _ends(medium: Medium, place: int, stop: int, name: str) -> list[End]:
    """Return the directories that the end record at `place` can mean; one that contradicts itself, none."""
    claim = _claim(medium, place)
    if claim is None:
        return []
    if claim.disks:
        raise SourceError("unsupported", note("source.split_zip", name=name))
    starts = (
        {claim.offset + claim.shift} if claim.shift is not None else {claim.offset, claim.tail - claim.size}
    )
    if claim.entries == 0:
        starts = {claim.tail}
    return [
        End(claim.entries, start, claim.size, start - claim.offset, claim.tail, stop)
        for start in sorted(starts)
        if start >= claim.offset and _is_directory(medium, claim, start)
    ]


def _is_directory(medium: Medium, claim: _Claim, start: int) -> bool:
    if start < 0 or start + claim.size > claim.tail:
        return False
    if claim.entries == 0 or claim.size == 0:
        return claim.entries == claim.size == 0
    return medium.at(start, len(CENTRAL)) == CENTRAL


def _claim(medium: Medium, place: int) -> _Claim | None:
    raw = medium.at(place, _END.size)
    _, disk, first, here, entries, size, offset, _ = _END.unpack(raw)
    disks = first <= disk and 0 < disk < _DISKS_MOST
    locator = medium.at(place - _LOCATOR.size, _LOCATOR.size) if place >= _LOCATOR.size else b""
    if not locator.startswith(_LOCATOR_MARK):
        if not disks and (disk or first or here != entries):
            return None
        return _Claim(disks, entries, size, offset, place, None)
    narrow = ((here, 0xFFFF), (entries, 0xFFFF), (size, 0xFFFFFFFF), (offset, 0xFFFFFFFF))
    return _wide_claim(medium, place - _LOCATOR.size, locator, narrow)


def _wide_claim(
    medium: Medium, place: int, locator: bytes, narrow: tuple[tuple[int, int], ...]
) -> _Claim | None:
    """Return what the zip64 record before the locator at `place` says, None where the two disagree.

    Its place is stated by the locator, and must end where the locator begins (CVE-2025-8291).
    """
    _, disk, stated, disks = _LOCATOR.unpack(locator)
    for start in dict.fromkeys((stated, place - _WIDE.size)):
        raw = medium.at(start, _WIDE.size) if 0 <= start <= place - _WIDE.size else b""
        if not raw.startswith(_WIDE_MARK):
            continue
        _, rest, _, _, own, first, here, entries, size, offset = _WIDE.unpack(raw)
        agree = all(
            value in {most, wide}
            for (value, most), wide in zip(narrow, (here, entries, size, offset), strict=True)
        )
        if start + 12 + rest != place or not agree or start < stated or rest < _WIDE_REST:
            return None
        if not disks <= _DISKS_MOST or (disks <= 1 and (disk or own or first or here != entries)):
            return None
        return _Claim(disks > 1, entries, size, offset, start, start - stated)
    return None
