# SPDX-License-Identifier: Apache-2.0
"""Cuts a JSON list of objects between two of them, a group at a time, so that it never is in memory whole.

A cut is tried where the bytes look like the end of one record and the start of the next. The decoder then
confirms it: what stands between two cuts is a list in itself only if both lie between records. So a wrong
guess costs time and never a record, and where guesses fail the rest goes to the parser that needs none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Generic, NamedTuple, TypeVar

import msgspec

from inspector.archives.formats.escapes import whole_pairs
from inspector.archives.formats.json_values import NOT_JSON

T = TypeVar("T")

SMALL: Final = 1 << 20
"""How many bytes are gathered before the first cut is tried: a smaller list is one group."""
GROUP: Final = 1 << 18
"""How many before all others, so that they and what is made of them stay in the processor's own memory.

A record may be longer.
"""

_LONGEST: Final = 8 << 20
_TRIES: Final = 4
_OPENING: Final = re.compile(rb'\s*\[(?P<gap>\s*)\{(?P<inner>\s*)(?P<key>"(?:[^"\\]|\\.){0,200}")')
_RAW: Final = msgspec.json.Decoder(list[msgspec.Raw])


Together = Callable[[bytes], list[T] | None]
"""Gives the values of a list in JSON, None where it is none or one of them needs a look of its own."""


class Group(NamedTuple, Generic[T]):
    """Some records: as a list in JSON, and as values where they could be had at once, else one by one."""

    text: bytes
    values: list[T] | None
    records: list[msgspec.Raw]


class Groups(Generic[T]):
    """The records of a list as they were written. `rest` is what could not be cut, from a record's start."""

    def __init__(self, blocks: Iterator[bytes], together: Together[T]) -> None:
        self._blocks = blocks
        self._together = together
        self._text = bytearray()
        self._openers: tuple[bytes, ...] = ()
        self._ended = False
        self._wanted = SMALL

    def __iter__(self) -> Iterator[Group[T]]:
        """Yield the records of one group after the other, as long as cuts are found."""
        if not self._opened():
            return
        while True:
            self._fill()
            group = self._last() if self._ended else self._next()
            if group is None:
                return
            yield group
            if self.done:
                return
            self._wanted = GROUP

    @property
    def done(self) -> bool:
        """Tell whether all of the list was cut."""
        return self._ended and not self._text

    def rest(self) -> Iterator[bytes]:
        """Yield what was not cut, as a list of its own."""
        yield bytes(self._text)
        self._text = bytearray()
        yield from self._blocks

    def _fill(self) -> None:
        while len(self._text) < self._wanted and not self._ended:
            self._more()

    def _more(self) -> None:
        block = next(self._blocks, None)
        if block is None:
            self._ended = True
        else:
            self._text += block

    def _opened(self) -> bool:
        """Learn from its first record how the records of this list begin."""
        self._fill()
        opening = _OPENING.match(self._text)
        if opening is None:
            return False
        record = b"{" + opening["inner"] + opening["key"]
        gaps = dict.fromkeys((bytes(opening["gap"]), b"", b" ", b"\n", b"\r\n"))
        self._openers = tuple(b"," + gap + record for gap in gaps)
        del self._text[: opening.start("gap")]
        self._text[:0] = b"["
        return True

    def _last(self) -> Group[T] | None:
        found = self._decoded(bytes(self._text))
        if found is not None:
            self._text = bytearray()
        return found

    def _next(self) -> Group[T] | None:
        while not self._ended and len(self._text) <= _LONGEST:
            found = self._cut()
            if found is not None:
                return found
            self._grow()
        return self._last() if self._ended else None

    def _cut(self) -> Group[T] | None:
        end = len(self._text)
        for _ in range(_TRIES):
            end, opener = max((self._text.rfind(opener, 1, end), opener) for opener in self._openers)
            if end < 0:
                break
            found = self._decoded(self._until(end))
            if found is not None:
                self._openers = (opener,)
                del self._text[: end + 1]
                self._text[:0] = b"["
                return found
        return None

    def _until(self, end: int) -> bytes:
        """Return the list up to a place, closed, in one step: it is some megabytes."""
        with memoryview(self._text) as view, view[:end] as records:
            return b"".join((records, b"]"))

    def _grow(self) -> None:
        """Double what is held, so that a long record is decoded a few times and not once per block."""
        wanted = 2 * len(self._text)
        while len(self._text) < wanted and not self._ended:
            self._more()

    def _decoded(self, text: bytes) -> Group[T] | None:
        values = self._together(text)
        if values is not None:
            return Group(text, values, [])
        try:
            return Group(text, None, _RAW.decode(text))
        except NOT_JSON:
            mended = whole_pairs(text)
        if mended is text:
            return None
        try:
            return Group(mended, None, _RAW.decode(mended))
        except NOT_JSON:
            return None
