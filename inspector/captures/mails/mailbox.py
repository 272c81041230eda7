# SPDX-License-Identifier: Apache-2.0
"""A mailbox file read in one pass: only mails of known senders are kept, one at a time.

A separator is a line `From … <time> … <year>` at the start or after an empty line, as Takeout and mail
programs write it. A mail too long or without a head is told to be unreadable and ends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from inspector.captures.mails.message import LONGEST_MAIL

_LONGEST_LINE: Final = 1 << 16
_LONGEST_HEAD: Final = 256 << 10
_SEPARATOR: Final = re.compile(
    rb"From [^\r\n]{0,400}\d\d:\d\d(?::\d\d)?\b[^\r\n]{0,40}\b\d{4}(?: [+-]\d{4})?\r?\n?$"
)
_QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kept:
    """One mail of a mailbox, None where it cannot be read. `number` counts from 1."""

    number: int
    raw: bytes | None


def is_mailbox(head: bytes) -> bool:
    """Tell whether a file begins as a mailbox does."""
    return _SEPARATOR.match(head.lstrip(b"\r\n").partition(b"\n")[0]) is not None


def mails_in(file: BinaryIO, wanted: Callable[[bytes], bool]) -> Iterator[Kept]:
    """Yield the mails whose head `wanted` takes, and all that cannot be read."""
    holding: _Holding | None = None
    number, empty = 0, True
    while line := file.readline(_LONGEST_LINE):
        if empty and line.startswith(b"From ") and _SEPARATOR.match(line):
            if holding is not None:
                yield from holding.ended(number)
            holding, number = _Holding(wanted), number + 1
        elif holding is not None:
            holding.take(line)
        elif line.strip():
            number += 1
            yield Kept(number, None)
            holding = _Holding(wanted, skips=True)
        empty = not line.strip()
    if holding is not None:
        yield from holding.ended(number)


class _Holding:
    """A mail while its lines arrive."""

    def __init__(self, wanted: Callable[[bytes], bool], *, skips: bool = False) -> None:
        self._wanted = wanted
        self._lines: list[bytes] = []
        self._size = 0
        self._in_head = not skips
        self._skips = skips
        self._broken = False

    def take(self, line: bytes) -> None:
        if self._skips:
            return
        self._lines.append(line)
        self._size += len(line)
        if self._in_head and not line.strip():
            self._judge()
        if self._size > (_LONGEST_HEAD if self._in_head else LONGEST_MAIL):
            self._broken = self._skips = True
        if self._skips:
            self._lines = []

    def _judge(self) -> None:
        """Look at the head, which is whole now: without any field it is none."""
        head = b"".join(self._lines)
        self._in_head = False
        self._broken = b":" not in head
        self._skips = self._broken or not self._wanted(head)

    def ended(self, number: int) -> Iterator[Kept]:
        if self._in_head and not self._skips:
            self._judge()
        if self._broken:
            yield Kept(number, None)
        elif not self._skips:
            raw = b"".join(self._lines)
            yield Kept(number, _QUOTED.sub(rb"\1", raw))
