# SPDX-License-Identifier: Apache-2.0
"""The check that a zip is exactly what its members' names and bytes make it, so that any flipped byte shows.

The zip is not built again in memory: its members say what every header must be, and each one is compared in
the place where it has to stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import BinaryIO

from inspector.bundle import layout, zipform, ziplist
from inspector.bundle.layout import shown
from inspector.bundle.streams import Measure
from inspector.bundle.zipform import Entry
from inspector.bundle.ziplist import Listing, UnreadableZipError
from inspector.domain.text import Note, note

_TOP = f"{layout.FOLDER}/"


def listing(file: BinaryIO, length: int) -> Listing:
    """The members by the directory or, where that is damaged, by their own headers.

    Raises UnreadableZipError where neither list holds, OSError.
    """
    try:
        return ziplist.by_directory(file, length)
    except UnreadableZipError as directory:
        try:
            return ziplist.by_headers(file, length)
        except UnreadableZipError as headers:
            raise UnreadableZipError(*directory.notes, *headers.notes) from headers


def members(found: Listing) -> dict[str, Entry]:
    """The members with a name that a bundle may hold, by path inside the top folder."""
    return {entry.name.removeprefix(_TOP): entry for entry in found.entries if _is_ours(entry.name)}


def differences(file: BinaryIO, found: Listing, measures: Mapping[str, Measure | None]) -> tuple[Note, ...]:
    """Everything in which the zip differs from the one form that its members have. Raises OSError."""
    return (
        *_name_problems(found.entries),
        *_content_problems(found, measures),
        *_header_problems(file, found.entries),
        *_directory_problems(file, found),
    )


def _is_ours(name: str) -> bool:
    return name.startswith(_TOP) and layout.is_safe(name.removeprefix(_TOP))


def _name_problems(entries: tuple[Entry, ...]) -> Iterator[Note]:
    for entry in entries:
        if not _is_ours(entry.name):
            yield note("bundle.container.name", file=shown(entry.name))
    for one, other in pairwise(entries):
        if one.raw_name >= other.raw_name:
            yield note("bundle.container.order", file=shown(other.name))
    folded: dict[str, str] = {}
    for entry in entries:
        first = folded.setdefault(entry.name.casefold(), entry.name)
        if first != entry.name:
            yield note("bundle.container.alike", file=shown(entry.name), other=shown(first))


def _content_problems(found: Listing, measures: Mapping[str, Measure | None]) -> Iterator[Note]:
    for path, entry in members(found).items():
        measure = measures.get(path)
        if measure is None or (measure.crc, measure.size) != (entry.crc, entry.size):
            yield note("bundle.container.content", file=path)


def _header_problems(file: BinaryIO, entries: tuple[Entry, ...]) -> Iterator[Note]:
    for entry in entries:
        expected = zipform.local_header(entry)
        file.seek(entry.offset)
        if file.read(len(expected)) != expected:
            yield note("bundle.container.header", file=_inside(entry.name))


def _directory_problems(file: BinaryIO, found: Listing) -> Iterator[Note]:
    """Yield the first record that differs, since all after it may be shifted, and whether the end does."""
    file.seek(found.end)
    length = 0
    differs = False
    for entry in found.entries:
        expected = zipform.directory_entry(entry)
        if not differs and file.read(len(expected)) != expected:
            differs = True
            yield note("bundle.container.directory", file=_inside(entry.name))
        length += len(expected)
    file.seek(found.end + length)
    expected = zipform.end_records(len(found.entries), length, found.end)
    if file.read(len(expected) + 1) != expected:
        yield note("bundle.container.end", where=found.end + length)


def _inside(name: str) -> str:
    return shown(name.removeprefix(_TOP))
