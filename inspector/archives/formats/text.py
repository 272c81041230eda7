# SPDX-License-Identifier: Apache-2.0
"""Bytes of a table to lines of text: the encoding by its own marks, never by the locale."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from inspector.archives.container import MemberError
from inspector.archives.formats.utf8 import MARKS, beginning
from inspector.archives.stream import MemberStream

LONGEST: Final = 16 << 20
"""The most characters a line or a cell may have; past it a quote was left open, or this is no table."""

# Files that programs save under the name of a table.
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_PROBE: Final = 64
# So much is decoded at once: as text it fits into the memory next to the processor, and needs no new pages.
_PIECE: Final = 1 << 15
_KEPT: Final = "inspector-foreign"
_LOW_SURROGATES: Final = 0xDC00


class _Foreign:
    """Counts, for the whole process, the bytes that did not belong to the encoding of their file.

    A table that sees the number grow looks at each of its rows; that another table may have caused it costs
    time only.
    """

    met = 0


def _keep(error: UnicodeError) -> tuple[str, int]:
    """Let foreign bytes through as lone surrogates, in UTF-16 as U+FFFD, so that their row can be found."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    _Foreign.met += 1
    if error.encoding != "utf-8":
        return "\ufffd", error.end
    return "".join(chr(_LOW_SURROGATES + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_KEPT, _keep)


class Lines:
    """The lines of one member, line ends kept, in blocks of whole lines.

    `block` is the block at hand and `blocks` its number; `place` is where in it the next line begins.
    `suspect` tells that rows must be looked at for NUL characters and bytes outside the encoding.
    """

    def __init__(self, stream: MemberStream) -> None:
        """Look at the first bytes. Raises MemberError for a workbook."""
        first = beginning(stream, _PROBE)
        mark, encoding = _encoding(first)
        self._stream = stream
        self._wide = encoding != "utf-8"
        self._before = _Foreign.met
        self._decoder = codecs.getincrementaldecoder(encoding)(errors=_KEPT)
        self._bytes = _pieces(chain((first[len(mark) :],), stream))
        self._since_line_end = 0
        self._rest: list[str] = []
        self._lines = io.StringIO(newline="")
        self.block = ""
        self.blocks = 0
        self.suspect = self._wide

    def __iter__(self) -> Iterator[str]:
        """Return the lines not yet taken. Raises MemberError for a line without end."""
        return chain.from_iterable(self._files())

    @property
    def place(self) -> int:
        """Where in the block the next line begins; it may be set to where another one does."""
        return self._lines.tell()

    @place.setter
    def place(self, place: int) -> None:
        self._lines.seek(place)

    @property
    def may_have_nul(self) -> bool:
        """Tell whether rows must be looked at for NUL characters."""
        return self._wide or self._stream.has_nul

    @property
    def may_be_foreign(self) -> bool:
        """Tell whether rows must be looked at for bytes outside the encoding."""
        return _Foreign.met != self._before

    def _files(self) -> Iterator[io.StringIO]:
        yield self._lines
        while self._next_block():
            yield self._lines

    def _next_block(self) -> bool:
        """Take the next block, cut behind its last line end; False where there is none."""
        self.block = ""
        while not self.block:
            data = next(self._bytes, None)
            if data is None:
                return False
            self._measure(data)
            text = self._decoder.decode(data, final=not data)
            if self._rest and self._rest[-1].endswith("\r"):
                text = self._rest.pop() + text
            # What follows a CR at the end may belong to it.
            end = len(text) if not data else 1 + max(text.rfind("\n"), text.rfind("\r", 0, -1))
            if end or not data:
                self.block = "".join((*self._rest, text[:end]))
                self._rest.clear()
            self._rest.append(text[end:])
        self._lines = io.StringIO(self.block, newline="")
        self.blocks += 1
        self.suspect = self.may_have_nul or self.may_be_foreign
        return True

    def _measure(self, block: bytes) -> None:
        """Stop before a line without end fills the memory."""
        end = max(block.rfind(b"\n"), block.rfind(b"\r"))
        self._since_line_end = len(block) - end - 1 if end >= 0 else self._since_line_end + len(block)
        if self._since_line_end > LONGEST:
            raise MemberError("damaged", "member.endless_line")


def _pieces(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the bytes in pieces, an empty one last."""
    for block in blocks:
        for start in range(0, len(block), _PIECE):
            yield block[start : start + _PIECE]
    yield b""


def _encoding(first: bytes) -> tuple[bytes, str]:
    """Return the mark at the start and the encoding; UTF-16 without mark shows by a NUL in each pair."""
    if first.startswith(_WORKBOOKS):
        raise MemberError("unsupported", "member.workbook")
    for mark, encoding in MARKS:
        if first.startswith(mark):
            return mark, encoding
    probe = first[:_PROBE]
    half = len(probe) // 2
    if half and not any(probe[1::2]) and all(probe[0::2]):
        return b"", "utf-16-le"
    if half and not any(probe[0::2]) and all(probe[1::2]):
        return b"", "utf-16-be"
    return b"", "utf-8"


def is_foreign(row: Sequence[str]) -> bool:
    """Tell whether a row holds bytes that were not in the encoding of the file, or what stands for them."""
    return not all(cell.isascii() or (_encodes(cell) and "\ufffd" not in cell) for cell in row)


def _encodes(cell: str) -> bool:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def as_windows_1252(row: Sequence[str]) -> list[str]:
    """Return the row with foreign cells read as Windows-1252, the encoding of old spreadsheet programs."""
    return [
        cell if _encodes(cell) else cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
        for cell in row
    ]
