# SPDX-License-Identifier: Apache-2.0
"""What a zip's directory claims, checked before any member is read, so that no claim is trusted."""

from __future__ import annotations

import struct
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO, Final

from inspector.archives.container import Entry, SourceError
from inspector.archives.names import is_junk, is_unsafe, shown
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, without_zone
from inspector.domain.text import note
from inspector.domain.words import MemberStatus

_END: Final = b"PK\x05\x06"
_END_LENGTH: Final = 22
_COMMENT_MOST: Final = 0xFFFF
_LOCAL_LENGTH: Final = 30
_ENCRYPTED: Final = 0x1
_READABLE: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_SYMLINK_TYPE: Final = 0o120000
_TYPE_MASK: Final = 0o170000
_UNSET_TIME: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a zip may claim. Bytes, except `ratio`: unpacked bytes per packed one.

    Deflate cannot exceed about 1032; an export's tables stay below 20. A bomb is refused, not unpacked.
    """

    directory: int = 64 << 20
    member: int = 8 << 30
    total_least: int = 2 << 30
    total_ratio: int = 200
    ratio: int = 500
    ratio_from: int = 16 << 20


LIMITS: Final = Limits()


def check_size(file: BinaryIO, name: str, limits: Limits = LIMITS) -> None:
    """Raise SourceError where the directory claims to be longer than any export's.

    Stands before the standard library reads the directory as a whole, whatever its length.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_LENGTH - _COMMENT_MOST))
    tail = file.read()
    place = tail.rfind(_END)
    file.seek(0)
    if place < 0 or place + _END_LENGTH > len(tail):
        return
    length = struct.unpack_from("<L", tail, place + 12)[0]
    # 0xFFFFFFFF points to a zip64 record; the directory then lies in the file, which bounds it.
    if min(length, size) > limits.directory:
        raise SourceError("refused", note("source.directory_too_long", name=name))


def check_layout(infos: Sequence[zipfile.ZipInfo], directory_at: int, name: str) -> None:
    """Raise SourceError where members lie on top of each other or of the directory."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    ends = [info.header_offset + _LOCAL_LENGTH + info.compress_size for info in ordered]
    starts = [info.header_offset for info in ordered[1:]] + [directory_at]
    if any(end > start for end, start in zip(ends, starts, strict=False)):
        raise SourceError("refused", note("source.overlapping", name=name))


def entries(infos: Sequence[zipfile.ZipInfo], packed: int, limits: Limits = LIMITS) -> tuple[Entry, ...]:
    """Return the files of a zip of `packed` bytes in archive order, each with what keeps it from being read.

    Folders are no files and left out.
    """
    ordered = sorted(infos, key=lambda info: info.header_offset)
    times = Counter(info.orig_filename for info in ordered)
    budget = max(limits.total_least, limits.total_ratio * packed)
    found = []
    for ordinal, info in enumerate(ordered):
        if info.orig_filename.endswith("/"):
            continue
        entry = _entry(info, ordinal, twice=times[info.orig_filename] > 1, limits=limits)
        budget -= info.file_size if entry.status == "listed" else 0
        too_much = budget < 0 and entry.status == "listed"
        found.append(replace(entry, status="refused", reason="member.too_large") if too_much else entry)
    return tuple(found)


def _entry(info: zipfile.ZipInfo, ordinal: int, *, twice: bool, limits: Limits) -> Entry:
    entry = Entry(shown(info.orig_filename), info.file_size, ordinal, _as_of(info))
    hindrances: tuple[tuple[bool, MemberStatus, str], ...] = (
        (is_unsafe(info.orig_filename), "refused", "member.unsafe_name"),
        (twice, "refused", "member.duplicate_name"),
        ((info.external_attr >> 16) & _TYPE_MASK == _SYMLINK_TYPE, "refused", "member.link"),
        (bool(info.flag_bits & _ENCRYPTED), "encrypted", "member.encrypted"),
        (info.compress_type not in _READABLE, "unsupported", "member.compression"),
        (_is_bomb(info, limits), "refused", "member.too_large"),
    )
    for hinders, status, reason in hindrances:
        if hinders and not is_junk(info.orig_filename):
            return replace(entry, status=status, reason=reason)
    return entry


def _is_bomb(info: zipfile.ZipInfo, limits: Limits) -> bool:
    swollen = info.file_size > limits.ratio * max(info.compress_size, 1)
    return info.file_size > limits.member or (info.file_size > limits.ratio_from and swollen)


def _as_of(info: zipfile.ZipInfo) -> Moment:
    """Return the entry's time: a clock reading without zone, to two seconds, so taken to the minute."""
    if info.date_time == _UNSET_TIME:
        return UNKNOWN_MOMENT
    year, month, day, hour, minute, _ = info.date_time
    try:
        reading = datetime(year, month, day, hour, minute)  # noqa: DTZ001 - zip times state no zone
    except ValueError:
        return UNKNOWN_MOMENT
    return without_zone(reading, "minute", f"{reading:%Y-%m-%d %H:%M}")
