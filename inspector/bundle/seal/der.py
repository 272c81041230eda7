# SPDX-License-Identifier: Apache-2.0
"""Reads and writes the few shapes of DER that signatures and timestamps are made of.

Reading is strict about lengths and never recurses, so hostile bytes cost no more than their size.

Source: ITU-T X.690, sections 8.1 and 10.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

INTEGER: Final = 0x02
BIT_STRING: Final = 0x03
OCTETS: Final = 0x04
NULL: Final = 0x05
OID: Final = 0x06
TIME: Final = 0x18
SEQUENCE: Final = 0x30
SET: Final = 0x31

_LONG: Final = 0x80
_MORE: Final = 0x1F
_MOST_LENGTH_BYTES: Final = 4
_LONGEST_OID: Final = 64
_MOST_CHILDREN: Final = 1000


class DerError(ValueError):
    """The bytes are not the value that was asked for."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its tag, the bytes inside, and all of its bytes."""

    tag: int
    inside: bytes
    whole: bytes

    def children(self) -> list[Value]:
        """Return the values inside. Raises DerError."""
        found = []
        for each in _values(self.inside):
            found.append(each)
            if len(found) > _MOST_CHILDREN:
                raise DerError("too many")
        return found

    def only(self) -> Value:
        """Return the one value inside. Raises DerError."""
        found = self.children()
        if len(found) != 1:
            raise DerError("not one")
        return found[0]

    def a(self, tag: int) -> Value:
        """Return this value where it has that tag. Raises DerError."""
        if self.tag != tag:
            raise DerError("tag")
        return self

    def oid(self) -> str:
        """Return the dotted form of an object identifier. Raises DerError."""
        data = self.a(OID).inside
        if not 0 < len(data) <= _LONGEST_OID or data[-1] & _LONG:
            raise DerError("identifier")
        numbers, number = [], 0
        for byte in data:
            number = number << 7 | byte & 0x7F
            if not byte & _LONG:
                numbers.append(number)
                number = 0
        first = min(numbers[0] // 40, 2)
        return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))

    def integer(self) -> int:
        """Return a whole number. Raises DerError."""
        data = self.a(INTEGER).inside
        if not data:
            raise DerError("number")
        return int.from_bytes(data, "big", signed=True)


def read(data: bytes) -> Value:
    """Return the one value that all the bytes are. Raises DerError."""
    found = next(_values(data), None)
    if found is None or len(found.whole) != len(data):
        raise DerError("not one value")
    return found


def first(data: bytes) -> Value:
    """Return the value that the bytes begin with, whatever follows it. Raises DerError."""
    found = next(_values(data), None)
    if found is None:
        raise DerError("nothing")
    return found


def _values(data: bytes) -> Iterator[Value]:
    at = 0
    while at < len(data):
        start, end = _bounds(data, at)
        yield Value(data[at], data[start:end], data[at:end])
        at = end


def _bounds(data: bytes, at: int) -> tuple[int, int]:
    """Return where the inside of the value at this byte starts and ends."""
    if at + 2 > len(data) or data[at] & _MORE == _MORE:
        raise DerError("head")
    start, length = at + 2, data[at + 1]
    if length & _LONG:
        count = length & 0x7F
        start += count
        if not 0 < count <= _MOST_LENGTH_BYTES or start > len(data):
            raise DerError("length")
        length = int.from_bytes(data[at + 2 : start], "big")
    if start + length > len(data):
        raise DerError("cut off")
    return start, start + length


def written(tag: int, *parts: bytes) -> bytes:
    """Return the value of this tag with these parts inside, one after the other."""
    inside = b"".join(parts)
    size = len(inside)
    if size < _LONG:
        return bytes((tag, size)) + inside
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, _LONG | len(length))) + length + inside


def whole_number(number: int) -> bytes:
    """Return a number of at least 0 as a value."""
    return written(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def identifier(dotted: str) -> bytes:
    """Return an object identifier as a value."""
    first_two, *rest = _numbers(dotted)
    return written(OID, b"".join(map(_base_128, (first_two, *rest))))


def _numbers(dotted: str) -> list[int]:
    one, two, *rest = map(int, dotted.split("."))
    return [40 * one + two, *rest]


def _base_128(number: int) -> bytes:
    found = [number & 0x7F]
    while number := number >> 7:
        found.append(number & 0x7F | _LONG)
    return bytes(reversed(found))
