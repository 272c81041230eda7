# SPDX-License-Identifier: Apache-2.0
"""The list of members in a zip, kept as it lies in the file: two million of them stay small."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Final, overload

from inspector.archives.container import SourceError
from inspector.archives.limits import Limits
from inspector.archives.medium import Medium
from inspector.archives.zips.end import End
from inspector.archives.zips.header import CENTRAL_LENGTH, HeaderError, Record, central_at, central_extent
from inspector.archives.zips.names import name_of
from inspector.domain.text import note

# Where in a record the length of its name stands.
_NAME_LENGTH: Final = 28


class Directory(Sequence[Record]):
    """The records of a zip in the order of their bytes, each made anew when it is asked for."""

    def __init__(self, raw: bytes, count: int, shift: int) -> None:
        """Go through the records. Raises HeaderError where they are not what the end record says."""
        self._raw = raw
        self._shift = shift
        self._places = array("Q")
        offsets = array("Q")
        place = 0
        while place < len(raw):
            offset, length = central_extent(raw, place, shift)
            self._places.append(place)
            offsets.append(offset)
            place += length
            if len(self._places) > count:
                raise HeaderError
        if len(self._places) != count:
            raise HeaderError
        if any(offsets[n] < offsets[n - 1] for n in range(1, count)):
            order = sorted(range(count), key=offsets.__getitem__)
            self._places = array("Q", [self._places[n] for n in order])

    def __iter__(self) -> Iterator[Record]:
        raw, shift = self._raw, self._shift
        return (central_at(raw, place, shift) for place in self._places)

    def names(self) -> Iterator[str]:
        """Yield the name of each record; what is no ASCII is looked at with all that belongs to it."""
        raw = self._raw
        for place in self._places:
            begin = place + CENTRAL_LENGTH
            name = raw[begin : begin + raw[place + _NAME_LENGTH] + (raw[place + _NAME_LENGTH + 1] << 8)]
            yield name.decode("ascii") if name.isascii() else name_of(central_at(raw, place, self._shift))

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> list[Record]: ...

    def __getitem__(self, index: int | slice) -> Record | list[Record]:
        if isinstance(index, slice):
            return [central_at(self._raw, place, self._shift) for place in self._places[index]]
        return central_at(self._raw, self._places[index], self._shift)


def read_directory(medium: Medium, end: End, name: str, limits: Limits) -> Directory | None:
    """Return the records of a zip, None where they are damaged.

    Raises SourceError where there are more than any export has.
    """
    if end.entries > limits.entries or end.size > limits.directory:
        raise SourceError("refused", note("source.directory_too_long", name=name))
    if end.entries * CENTRAL_LENGTH > end.size:
        return None
    raw = medium.at(end.start, end.size)
    try:
        return Directory(raw, end.entries, end.shift)
    except (HeaderError, OverflowError):  # an offset past 64 bits
        return None
