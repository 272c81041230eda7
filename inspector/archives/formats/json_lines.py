# SPDX-License-Identifier: Apache-2.0
"""Newline-delimited JSON: a value per line, and a line that is none is one fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from inspector.archives.formats.json_values import BadValueError, Values
from inspector.archives.formats.records import Fault, Record
from inspector.archives.formats.text import LONGEST
from inspector.archives.formats.utf8 import utf8_blocks

T = TypeVar("T")

_TOO_LONG: Final = None


def json_lines(blocks: Iterable[bytes], kind: type[T]) -> Iterator[Record[T] | Fault]:
    """Yield the value of each line as `kind`; number and locator count lines, blank ones are passed over."""
    values = Values(kind)
    for number, line in enumerate(_lines(utf8_blocks(blocks)), 1):
        if line is _TOO_LONG:
            yield Fault(number, "member.record_long")
            continue
        if not line.strip():
            continue
        try:
            value, altered = values.decode(line)
        except BadValueError as error:
            yield Fault(number, error.key)
        else:
            yield Record(value, number, f"line {number}", altered)


def _lines(blocks: Iterable[bytes]) -> Iterator[bytes | None]:
    """Yield the lines without their ends, None for one that is too long to be held."""
    begun: list[bytes] = []
    size = 0
    for block in blocks:
        *lines, rest = block.split(b"\n")
        for line in lines:
            yield b"".join((*begun, line)) if size + len(line) <= LONGEST else _TOO_LONG
            begun, size = [], 0
        size += len(rest)
        if size <= LONGEST:
            begun.append(rest)
        else:
            begun.clear()
    if size:
        yield b"".join(begun) if size <= LONGEST else _TOO_LONG
