# SPDX-License-Identifier: Apache-2.0
"""Bytes of a table to lines of text: the encoding by its own marks, never by the locale."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from inspector.archives.container import BLOCK, MemberError
from inspector.archives.stream import MemberStream

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LONGEST: Final = 16 << 20
"""The most characters a line or a cell may have; past it a quote was left open, or this is no table."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Files that programs save under the name of a table.
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_PROBE: Final = 64
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
    """The lines of one member, line ends kept."""

    def __init__(self, stream: MemberStream) -> None:
        """Look at the first bytes. Raises MemberError for a workbook."""
        first = next(stream, b"")
        mark, encoding = _encoding(first)
        self._stream = stream
        self._wide = encoding != "utf-8"
        self._before = _Foreign.met
        blocks = io.BufferedReader(_Blocks(first[len(mark) :], stream), BLOCK)
        self._text = io.TextIOWrapper(blocks, encoding=encoding, errors=_KEPT, newline="")

    def __iter__(self) -> Iterator[str]:
        """Yield the lines. Raises MemberError for a line without end."""
        return self._text

    @property
    def may_have_nul(self) -> bool:
        """Tell whether rows must be looked at for NUL characters."""
        return self._wide or self._stream.has_nul

    @property
    def may_be_foreign(self) -> bool:
        """Tell whether rows must be looked at for bytes outside the encoding."""
        return _Foreign.met != self._before


class _Blocks(io.RawIOBase):
    """The blocks of a member as a file that the standard library can decode."""

    def __init__(self, first: bytes, stream: MemberStream) -> None:
        super().__init__()
        self._stream = stream
        self._rest = memoryview(first)
        self._since_line_end = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        if not self._rest:
            block = next(self._stream, b"")
            self._measure(block)
            self._rest = memoryview(block)
        target = memoryview(buffer).cast("B")
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def _measure(self, block: bytes) -> None:
        """Stop before a line without end fills the memory."""
        end = max(block.rfind(b"\n"), block.rfind(b"\r"))
        self._since_line_end = len(block) - end - 1 if end >= 0 else self._since_line_end + len(block)
        if self._since_line_end > LONGEST:
            raise MemberError("damaged", "member.endless_line")


def _encoding(first: bytes) -> tuple[bytes, str]:
    """Return the mark at the start and the encoding; UTF-16 without mark shows by a NUL in each pair."""
    if first.startswith(_WORKBOOKS):
        raise MemberError("unsupported", "member.workbook")
    for mark, encoding in _MARKS:
        if first.startswith(mark):
            return mark, encoding
    probe = first[:_PROBE]
    half = len(probe) // 2
    if half and not any(probe[1::2]) and all(probe[0::2]):
        return b"", "utf-16-le"
    if half and not any(probe[0::2]) and all(probe[1::2]):
        return b"", "utf-16-be"
    return b"", "utf-8"


def is_foreign(row: list[str]) -> bool:
    """Tell whether a row holds bytes that were not in the encoding of the file, or what stands for them."""
    return not all(cell.isascii() or (_encodes(cell) and "\ufffd" not in cell) for cell in row)


def _encodes(cell: str) -> bool:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def as_windows_1252(row: list[str]) -> list[str]:
    """Return the row with foreign cells read as Windows-1252, the encoding of old spreadsheet programs."""
    return [
        cell if _encodes(cell) else cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
        for cell in row
    ]
