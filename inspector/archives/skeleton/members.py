# SPDX-License-Identifier: Apache-2.0
"""The skeleton of one member: what it is by its content and its ending, and the places inside it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from inspector.archives.container import MemberError
from inspector.archives.formats.json_stream import BrokenOffError, events
from inspector.archives.formats.text import Lines
from inspector.archives.formats.utf8 import beginning, utf8_blocks
from inspector.archives.formats.wrapped_json import unwrapped
from inspector.archives.names import base
from inspector.archives.skeleton.kinds import kind_of_text
from inspector.archives.skeleton.pages import grow_page
from inspector.archives.skeleton.tree import Place, grow
from inspector.archives.skeleton.words import shown_key
from inspector.archives.stream import MemberStream
from inspector.domain.words import MemberStatus

NOT_READ: Final = "not read"
"""The form of a member of which nothing was seen."""

_HEAD: Final = 4096
_BLANK: Final = b" \t\r\n"
_MAGIC: Final = (
    (b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF8", "gif"), (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"), (b"\x1f\x8b", "gzip"), (b"SQLite format 3\x00", "sqlite"), (b"From ", "mbox"),
    (b"\xd0\xcf\x11\xe0", "office"), (b"ID3", "mp3"), (b"OggS", "ogg"), (b"\x00\x00\x00", "mp4"),
)  # fmt: skip
_ENDINGS: Final = {
    "csv": "table", "tsv": "table", "js": "javascript", "json": "json", "ndjson": "json", "jsonl": "json",
    "html": "html", "htm": "html",
}  # fmt: skip
_DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab"}
_LOOKED_AT: Final = 12
_FORMS: Final = frozenset({
    "empty", "other", NOT_READ, *(form for _, form in _MAGIC), *_ENDINGS.values(),
    *(f"table, {name}" for name in _DELIMITERS.values()),
})  # fmt: skip


@dataclass(slots=True)
class Anatomy:
    """What was seen of a member. `records`: values, rows; `fault`: the key of what is wrong with it."""

    form: str = "empty"
    records: int = 0
    status: MemberStatus = "read"
    fault: str | None = None
    root: Place = field(default_factory=Place)


def is_form(text: str) -> bool:
    """Tell whether this is what `anatomy` may call a form."""
    return text in _FORMS


def anatomy(name: str, stream: MemberStream) -> Anatomy:
    """Return what a member is made of. What cannot be read to its end is told by its fault."""
    seen = Anatomy()
    try:
        head = beginning(stream, _HEAD)
        blocks = chain((head,), stream)
        seen.form = _form(name, head)
        _take_apart(seen, blocks, stream)
        # Whether a member is whole shows at its end.
        stream.drain()
    except MemberError as error:
        seen.status, seen.fault = error.status, error.key
    except BrokenOffError as error:
        seen.status, seen.fault = "damaged", error.key
    return seen


def _form(name: str, head: bytes) -> str:
    """Return what a member is: by its first bytes, and by its ending where these leave it open."""
    if not head:
        return "empty"
    magic = next((form for mark, form in _MAGIC if head.startswith(mark)), None)
    ending = base(name).rpartition(".")[2].lower()
    return magic or _ENDINGS.get(ending) or _by_text(head)


def _by_text(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(_BLANK)[:1]
    return {b"{": "json", b"[": "json", b"<": "html"}.get(start, "other")


def _take_apart(seen: Anatomy, blocks: Iterator[bytes], stream: MemberStream) -> None:
    match seen.form:
        case "json":
            seen.records = grow(seen.root, events(utf8_blocks(blocks)))
        case "javascript":
            seen.records = grow(seen.root, events(unwrapped(blocks)))
        case "html":
            grow_page(seen.root, utf8_blocks(blocks))
        case "table":
            _take_table(seen, Lines(_Again(blocks, stream)))


class _Again(MemberStream):
    """A member from its start, although its first bytes were looked at."""

    def __init__(self, blocks: Iterator[bytes], stream: MemberStream) -> None:
        super().__init__(blocks, lambda _: None)
        self._before = stream

    def __next__(self) -> bytes:
        block = super().__next__()
        self.has_nul = self.has_nul or self._before.has_nul
        return block


def _take_table(seen: Anatomy, source: Lines) -> None:
    """Count the kinds of cells by column. The header is the first line with the most cells."""
    lines = iter(source)
    first = [line for line, _ in zip(lines, range(_LOOKED_AT), strict=False)]
    widths = [(_width(line, sign), -index, sign) for index, line in enumerate(first) for sign in _DELIMITERS]
    _, index, delimiter = max(widths, default=(0, 0, ","))
    seen.form = f"table, {_DELIMITERS[delimiter]}"
    columns: list[Place] = []
    try:
        for row in csv.reader(chain(first[-index:], lines), delimiter=delimiter):
            if not columns:
                columns = [seen.root.child(f"{shown_key(cell)}") for cell in row]
                continue
            seen.records += 1
            for column, cell in zip(columns, row, strict=False):
                column.add(kind_of_text(cell.replace("\0", " ")))
    except csv.Error as error:
        raise MemberError("damaged", "member.row_open_quote") from error


def _width(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 0
