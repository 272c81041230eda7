# SPDX-License-Identifier: Apache-2.0
"""Compares what a zip's directory claims with what lies in the file, before any member is read."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from stat import S_IFDIR, S_IFMT, S_IFREG, S_ISLNK
from typing import Final

from inspector.archives.container import SourceError
from inspector.archives.limits import Limits
from inspector.archives.medium import Glance, Medium
from inspector.archives.names import is_unsafe
from inspector.archives.zips.header import (
    AES,
    DEFLATED,
    DESCRIPTOR_MOST,
    ENCRYPTED,
    LOCAL_LENGTH,
    MASKED,
    STORED,
    STREAMED,
    STRONG,
    UTF8,
    HeaderError,
    Local,
    Record,
    descriptor_length,
    local_at,
    local_length,
    repeats,
)
from inspector.archives.zips.names import is_folder, name_of
from inspector.domain.text import note
from inspector.domain.words import MemberStatus

HINDRANCES: Final[tuple[tuple[MemberStatus, str | None], ...]] = (
    ("listed", None),
    ("refused", "member.unsafe_name"),
    ("refused", "member.link"),
    ("refused", "member.not_a_file"),
    ("damaged", "member.damaged"),
    ("refused", "member.contradiction"),
    ("unsupported", "member.encryption"),
    ("unsupported", "member.compression"),
    ("refused", "member.too_large"),
)
"""What keeps a member from being read, by the code that the survey notes for it."""
FOLDER: Final = len(HINDRANCES)
"""The code of an entry for a folder, which is no file."""
_CODES: Final = {reason: code for code, (_, reason) in enumerate(HINDRANCES)}
DAMAGED: Final = _CODES["member.damaged"]
_COMPARED: Final = ENCRYPTED | STRONG | MASKED
_MAXED: Final = 0xFFFFFFFF
_ORDINARY: Final = frozenset({0, S_IFREG, S_IFDIR})
_GAPS_MOST: Final = 1000
_DESCRIPTORS: Final = frozenset({12, 16, 20, 24})


@dataclass(slots=True)
class Survey:
    """Where the packed bytes of each member begin, what keeps it from being read, and what lies between.

    `gaps` are offset and length of bytes that belong to no record; `more_gaps` were not kept.
    """

    data: array[int] = field(default_factory=lambda: array("Q"))
    codes: bytearray = field(default_factory=bytearray)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    more_gaps: int = 0

    def gap(self, start: int, stop: int) -> None:
        """Note the bytes between two records."""
        if stop > start:
            if len(self.gaps) < _GAPS_MOST:
                self.gaps.append((start, stop - start))
            else:
                self.more_gaps += 1


def survey(
    medium: Medium, records: Sequence[Record], bounds: tuple[int, int], name: str, limits: Limits
) -> Survey:
    """Compare each record with its local header.

    `bounds`: the first byte of the directory and the number of bytes of the archive. Raises SourceError where
    members lie on top of each other or of the directory: such an archive is made to deceive.
    """
    found, glance = Survey(), Glance(medium)
    stop, budget, past = bounds[0], limits.total(bounds[1]), 0
    for record, coming in pairwise(chain(records, (None,))):
        if record is None:
            break
        local, data = _local(glance, record)
        end, bound = data + record.packed, coming.offset if coming else stop
        if end > bound or data < record.offset:
            raise SourceError("refused", note("source.overlapping", name=name))
        found.gap(past, record.offset)
        past = end + _descriptor(glance, record, end, bound)
        name_inside = name_of(record)
        hindrance = _hindrance(record, name_inside, local, limits)
        if hindrance is None and record.flags & STREAMED and bound - end in _DESCRIPTORS and past == end:
            hindrance = "member.contradiction"
        if hindrance is None and (budget := budget - record.size) < 0:
            hindrance = "member.too_large"
        found.data.append(data)
        folder = hindrance is None and is_folder(name_inside)
        found.codes.append(FOLDER if folder else _CODES[hindrance])
    found.gap(past, stop)
    return found


def _local(glance: Glance, record: Record) -> tuple[Local | Record | None, int]:
    """Return the local header, None where there is none, and where the packed bytes begin at the earliest.

    Mostly it repeats the directory, and then the record stands for it.
    """
    length = LOCAL_LENGTH + len(record.name)
    if repeats(glance.at(record.offset, length), record):
        return record, record.offset + length
    try:
        length = local_length(glance.at(record.offset, LOCAL_LENGTH))
        local = local_at(glance.at(record.offset, length))
    except HeaderError:
        return None, record.offset + LOCAL_LENGTH
    return local, record.offset + length


def _descriptor(glance: Glance, record: Record, end: int, bound: int) -> int:
    if not record.flags & STREAMED:
        return 0
    data = glance.at(end, min(DESCRIPTOR_MOST, bound - end))
    return descriptor_length(data, record.crc, record.packed, record.size) or 0


def _hindrance(record: Record, name: str, local: Local | Record | None, limits: Limits) -> str | None:
    """Return what keeps a member from being read, the gravest first."""
    if is_unsafe(name) or not name.strip("/\\"):
        return "member.unsafe_name"
    if S_IFMT(record.mode) not in _ORDINARY:
        return "member.link" if S_ISLNK(record.mode) else "member.not_a_file"
    if is_folder(name):
        return "member.not_a_file" if record.size else None
    if local is None or record.disk:
        return "member.damaged"
    if local is not record and _contradict(record, local):
        return "member.contradiction"
    return _packing(record, limits)


def _packing(record: Record, limits: Limits) -> str | None:
    if record.flags & (STRONG | MASKED) or (record.method == AES) != (record.aes is not None):
        return "member.encryption"
    if record.method == AES and not record.encrypted:
        return "member.encryption"
    if record.packing not in {STORED, DEFLATED}:
        return "member.compression"
    return "member.too_large" if limits.is_bomb(record.size, record.packed) else None


def _contradict(record: Record, local: Local | Record) -> bool:
    """Tell whether directory and local header differ where both say something.

    A member that was written as a stream has its checksum and sizes behind it, and zeros before.
    """
    differ = (record.flags ^ local.flags) & (_COMPARED if record.name.isascii() else _COMPARED | UTF8)
    if differ or record.name != local.name or record.method != local.method or record.aes != local.aes:
        return True
    said = (local.crc, local.packed, local.size)
    if said == (record.crc, record.packed, record.size):
        return False
    pairs = zip((record.crc, record.packed, record.size), said, strict=True)
    return any(value not in {0, _MAXED, known} for known, value in pairs)
