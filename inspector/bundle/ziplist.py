# SPDX-License-Identifier: Apache-2.0
"""Lists the members of a zip that claims to be a bundle, trusting nothing it says.

A bundle's zip names its members twice: in the directory at its end, and in the header before each member.
Both lists are read on their own, and each must cover the bytes from 0 to the directory without gap or
overlap. So a zip with one damaged list can still be read by the other, and no two members can share bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from inspector.bundle import layout, zipform
from inspector.bundle.layout import shown
from inspector.bundle.zipform import FULL_16, FULL_32, Entry
from inspector.domain.text import Note, note

MOST_MEMBERS = 1_000_000
LONGEST_NAME = 1024


class UnreadableZipError(Exception):
    """No list that this program's writer could have made; `notes` say what is wrong and where."""

    def __init__(self, *notes: Note) -> None:
        super().__init__(*(each.key for each in notes))
        self.notes = notes


@dataclass(frozen=True, slots=True)
class Listing:
    """The members in the order of their bytes, and the byte at which the last one ends."""

    entries: tuple[Entry, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Record:
    """What both lists say of a member. `at`: the byte where the record starts."""

    at: int
    broken: str
    flags: int
    method: int
    crc: int
    stored: int
    size: int
    name: int
    extra: int


def by_directory(file: BinaryIO, length: int) -> Listing:
    """List by the directory at the end of a zip of `length` bytes. Raises UnreadableZipError, OSError."""
    count, start, stop = _end(file, length)
    file.seek(start)
    entries = [_directory_entry(file) for _ in range(count)]
    if file.tell() != stop:
        raise _broken("bundle.zip.bad_directory", file.tell())
    return _tiled(entries, start)


def by_headers(file: BinaryIO, length: int) -> Listing:
    """List by the headers in front of the members. Raises UnreadableZipError, OSError."""
    entries: list[Entry] = []
    at, directory = 0, _directory_start(file, length)
    while len(entries) <= MOST_MEMBERS:
        file.seek(at)
        fixed = file.read(zipform.LOCAL.size)
        if entries and (fixed.startswith(zipform.DIRECTORY_SIGN) or at == directory):
            return Listing(tuple(entries), at)
        entries.append(_header(file, fixed, at))
        at = entries[-1].end
        if at > length:
            raise _broken("bundle.zip.beyond_end", shown(entries[-1].name))
    raise _broken("bundle.zip.too_many", len(entries))


def _end(file: BinaryIO, length: int) -> tuple[int, int, int]:
    """Return the number of members and the bytes between which the directory lies."""
    at = length - zipform.END.size
    values = _unpack_at(file, zipform.END, at, zipform.END_SIGN)
    if values is None or values[-1] != 0:
        raise _broken("bundle.zip.no_end", length)
    count, size, start = values[4], values[5], values[6]
    if count == FULL_16 or FULL_32 in (size, start):
        at, count, size, start = _wide_end(file, at)
    if count > MOST_MEMBERS:
        raise _broken("bundle.zip.too_many", count)
    if start + size != at:
        raise _broken("bundle.zip.bad_directory", at)
    return count, start, at


def _directory_start(file: BinaryIO, length: int) -> int | None:
    """Return where the end record says that the directory starts; None where there is no such record."""
    try:
        return _end(file, length)[1]
    except UnreadableZipError:
        return None


def _wide_end(file: BinaryIO, end: int) -> tuple[int, int, int, int]:
    """Return where the 64-bit end record starts, the number of members, the directory's size and start."""
    locator = end - zipform.LOCATOR_64.size
    at = locator - zipform.END_64.size
    pointer = _unpack_at(file, zipform.LOCATOR_64, locator, zipform.LOCATOR_64_SIGN)
    values = _unpack_at(file, zipform.END_64, at, zipform.END_64_SIGN)
    if pointer is None or values is None or pointer[2] != at:
        raise _broken("bundle.zip.no_end", end)
    return at, values[7], values[8], values[9]


def _unpack_at(file: BinaryIO, form: struct.Struct, at: int, sign: bytes) -> tuple[int, ...] | None:
    """Return the fields of the record at byte `at`, or None where no such record stands."""
    if at < 0:
        return None
    file.seek(at)
    data = file.read(form.size)
    return form.unpack(data) if len(data) == form.size and data.startswith(sign) else None


def _directory_entry(file: BinaryIO) -> Entry:
    at, broken = file.tell(), "bundle.zip.bad_directory"
    fixed = file.read(zipform.DIRECTORY.size)
    if len(fixed) < zipform.DIRECTORY.size or not fixed.startswith(zipform.DIRECTORY_SIGN):
        raise _broken(broken, at)
    values = zipform.DIRECTORY.unpack(fixed)
    return _entry(file, _Record(at, broken, values[3], values[4], *values[7:12]), values[-1])


def _header(file: BinaryIO, fixed: bytes, at: int) -> Entry:
    broken = "bundle.zip.bad_header"
    if len(fixed) < zipform.LOCAL.size or not fixed.startswith(zipform.LOCAL_SIGN):
        raise _broken(broken, at)
    values = zipform.LOCAL.unpack(fixed)
    return _entry(file, _Record(at, broken, values[2], values[3], *values[6:11]), at)


def _entry(file: BinaryIO, record: _Record, offset: int) -> Entry:
    """Read the rest of a record, which stands right after its fixed fields."""
    if not 0 < record.name <= LONGEST_NAME:
        raise _broken(record.broken, record.at)
    raw = file.read(record.name)
    name = raw.decode("utf-8", "surrogateescape")
    fields = [record.size, record.stored, offset]
    too_big = [index for index, value in enumerate(fields) if value == FULL_32]
    form = struct.Struct(f"<2H{len(too_big)}Q") if too_big else struct.Struct("")
    if record.method or record.flags or record.extra != form.size:
        raise _broken("bundle.zip.repacked", shown(name))
    extra = file.read(form.size)
    if len(extra) != form.size or len(raw) != record.name:
        raise _broken(record.broken, record.at)
    for index, value in zip(too_big, form.unpack(extra)[2:], strict=True):
        fields[index] = value
    if fields[0] != fields[1]:
        raise _broken(record.broken, record.at)
    return Entry(name, record.crc, fields[0], fields[2])


def _tiled(entries: list[Entry], end: int) -> Listing:
    """Hold the members against the bytes from 0 to `end`: each starts where the one before it stops."""
    at = 0
    for entry in entries:
        if entry.offset != at:
            raise _broken("bundle.zip.gap", shown(entry.name))
        at = entry.end
    if at != end:
        raise _broken("bundle.zip.gap", shown(entries[-1].name) if entries else layout.FOLDER)
    return Listing(tuple(entries), end)


def _broken(key: str, where: str | int) -> UnreadableZipError:
    return UnreadableZipError(note(key, where=where))
