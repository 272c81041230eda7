# SPDX-License-Identifier: Apache-2.0
"""Names and times of a zip's members: which encoding a name is in, and what its clock says."""

from __future__ import annotations

import zlib
from datetime import datetime
from functools import lru_cache
from typing import Final

from inspector.archives.zips.header import UTF8, Record
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, without_zone

_UNSET: Final = (1 << 5 | 1, 0)
"""1980-01-01 00:00, which packers write that know no time."""
_UNICODE_PATH_HEAD: Final = 5


def name_of(record: Record) -> str:
    """Return the name of a member; bytes that are in no encoding become lone surrogates.

    Many packers write UTF-8 without saying so; what is not UTF-8 is read in the code page of MS-DOS.
    """
    if record.flags & UTF8:
        return record.name.decode("utf-8", "surrogateescape")
    if record.name.isascii():
        return record.name.decode("ascii")
    other = _unicode_path(record)
    if other is not None:
        return other
    try:
        return record.name.decode("utf-8")
    except UnicodeDecodeError:
        return record.name.decode("cp437")


def is_folder(name: str) -> bool:
    """Tell whether a name stands for a folder, which holds nothing by itself."""
    return name.endswith(("/", "\\"))


def _unicode_path(record: Record) -> str | None:
    """Return the name that an Info-ZIP field gives beside one in an old code page, where it belongs to it."""
    field = record.other_name
    if field is None or len(field) < _UNICODE_PATH_HEAD or field[0] != 1:
        return None
    if int.from_bytes(field[1:_UNICODE_PATH_HEAD], "little") != zlib.crc32(record.name):
        return None
    try:
        return field[_UNICODE_PATH_HEAD:].decode("utf-8")
    except UnicodeDecodeError:
        return None


def time_of(record: Record) -> Moment:
    """Return the entry's time: a clock reading without zone, to two seconds, so taken to the minute."""
    return _clock(record.day, record.clock)


@lru_cache(4096)
def _clock(day: int, clock: int) -> Moment:
    if (day, clock) == _UNSET:
        return UNKNOWN_MOMENT
    try:
        reading = datetime(  # noqa: DTZ001 - zip times state no zone
            1980 + (day >> 9), day >> 5 & 15, day & 31, clock >> 11, clock >> 5 & 63
        )
    except ValueError:
        return UNKNOWN_MOMENT
    return without_zone(reading, "minute", f"{reading:%Y-%m-%d %H:%M}")
