# SPDX-License-Identifier: Apache-2.0
"""A zip whose only member is that very zip, so that whoever unpacks what is inside never comes to an end.

Built from its rules and not copied: the packed bytes are a program of two words, "print the next n bytes" and
"repeat the last n bytes", that prints itself with what stands before and behind it. Source of the method:
R. Cox, "Zip Files All The Way Down", 2010. The checksum that the zip states of itself solves a linear system.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Final

_DAY: Final = (2026 - 1980) << 9 | 3 << 5 | 9
_UNIT: Final = 5
_WORD: Final = 32
# So long that to repeat header or end takes exactly one unit: copies of 65 and of 258 bytes in 20 bits.
NAME: Final = b"a-zip-that-holds-just-this.zip"
_COMMENT: Final = 155


def quine() -> bytes:
    """Return the zip."""
    size, packed = _sizes()
    for salt in range(1000):
        checksum = _fixed_point(lambda crc, salt=salt: zlib.crc32(_zip(crc, packed, size, salt)))  # type: ignore[misc] # mypy cannot infer a lambda with a default
        if checksum is not None:
            return _zip(checksum, packed, size, salt)
    raise AssertionError


def _sizes() -> tuple[int, int]:
    whole = _zip(0, 0, 0, 0)
    return len(whole), len(whole) - len(_head(0, 0, 0)) - len(_tail(0, 0, 0, 0, 0))


def _zip(crc: int, packed: int, size: int, salt: int) -> bytes:
    head = _head(crc, packed, size)
    tail = _tail(crc, packed, size, len(head) + packed, salt)
    return head + _program(head, tail) + tail


def _head(crc: int, packed: int, size: int) -> bytes:
    fixed = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, _DAY, crc, packed, size, len(NAME), 0
    )  # fmt: skip
    return fixed + NAME


def _tail(crc: int, packed: int, size: int, offset: int, salt: int) -> bytes:
    record = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, _DAY, crc, packed, size, len(NAME), 0, 0, 0, 0, 0, 0
    ) + NAME  # fmt: skip
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(record), offset, _COMMENT)
    return record + end + b"%0*d" % (_COMMENT, salt)


def _program(head: bytes, tail: bytes) -> bytes:
    before, behind = len(head) + _UNIT, len(tail) + _UNIT
    print_head, again_head = _print(before), _again(before)
    print_tail, again_tail = _print(behind), _again(behind, last=True)
    none, one, four, again = _print(0), _print(_UNIT), _print(4 * _UNIT), _again(4 * _UNIT)
    return b"".join((
        print_head, head, print_head, again_head, one, again_head, one, one,
        four, again_head, one, one, four, again, four, again, four, again, four, again,
        four, again, none, none, print_tail, again, none, none, print_tail, again_tail, tail, again_tail,
    ))  # fmt: skip


def _print(length: int) -> bytes:
    """The head of a stored block of this length."""
    return struct.pack("<BHH", 0, length, length ^ 0xFFFF)


def _again(length: int, *, last: bool = False) -> bytes:
    """A block that repeats so many bytes, in one unit; `last`: the stream ends with it."""
    if length == 4 * _UNIT:
        bits = _block(_copy(length // 2, length) * 2, last=last)
    else:
        bits = _block(_copy(length, length)) + _block("", last=last)
    assert len(bits) == 8 * _UNIT
    return bytes(int(bits[place : place + 8][::-1], 2) for place in range(0, len(bits), 8))


def _block(content: str, *, last: bool = False) -> str:
    """A block with the fixed codes, in the order in which its bits are written."""
    return f"{last:d}10{content}{0:07b}"


def _copy(length: int, distance: int) -> str:
    """The codes of a copy (RFC 1951, 3.2.5), for the lengths and distances that stand in a quine."""
    code, least, more = next(row for row in _lengths() if row[1] <= length < row[1] + (1 << row[2]))
    coded = f"{code - 256:07b}" if code < 280 else f"{code - 280 + 0xC0:08b}"
    far, nearest, extra = next(row for row in _distances() if row[1] <= distance < row[1] + (1 << row[2]))
    return coded + _low_first(length - least, more) + f"{far:05b}" + _low_first(distance - nearest, extra)


def _low_first(value: int, width: int) -> str:
    return f"{value:0{width}b}"[::-1] if width else ""


def _lengths() -> Iterator[tuple[int, int, int]]:
    """Code, least length and width of what is added, for each code of a length."""
    yield 285, 258, 0
    least = 3
    for code in range(257, 285):
        width = max(0, (code - 261) // 4)
        yield code, least, width
        least += 1 << width


def _distances() -> Iterator[tuple[int, int, int]]:
    nearest = 1
    for code in range(30):
        width = max(0, (code - 2) // 2)
        yield code, nearest, width
        nearest += 1 << width


def _fixed_point(checksum: Callable[[int], int]) -> int | None:
    """Return the value that a function of 32 bits, linear but for a constant, keeps; None without one."""
    constant = checksum(0)
    # By row: which bits of the value flip a bit of `checksum(value) ^ value`, and that bit of the constant.
    columns = [checksum(1 << bit) ^ constant ^ (1 << bit) for bit in range(_WORD)] + [constant]
    rows = [sum((column >> row & 1) << bit for bit, column in enumerate(columns)) for row in range(_WORD)]
    for bit in range(_WORD):
        pivot = next((row for row in range(bit, _WORD) if rows[row] >> bit & 1), None)
        if pivot is None:
            return None
        rows[bit], rows[pivot] = rows[pivot], rows[bit]
        rows = [one ^ rows[bit] if row != bit and one >> bit & 1 else one for row, one in enumerate(rows)]
    return sum((row >> _WORD & 1) << bit for bit, row in enumerate(rows))
