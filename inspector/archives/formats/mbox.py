# SPDX-License-Identifier: Apache-2.0
"""A mailbox file, message by message: heads are read, bodies only where they are wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from itertools import chain
from typing import Final

from inspector.archives.formats.records import Fault, Record
from inspector.archives.formats.text import LONGEST

_LONGEST_HEAD: Final = 256 << 10
# A separator stands at the start or after an empty line and ends in time and year, which a zone may follow.
_FROM: Final = b"\nFrom "
_SEPARATOR: Final = re.compile(
    rb"From [^\r\n]{1,400} \d\d:\d\d(?::\d\d)?\b[^\r\n]{0,40}\b\d{4}(?: [+-]\d{4})?\r?\n"
)
_LONGEST_SEPARATOR: Final = 512
_BEFORE: Final = b"\n\n"
# So many bytes before a separator show whether it follows an empty line.
_CONTEXT: Final = 2
_END_OF_HEAD: Final = re.compile(rb"\r?\n\r?\n")
_FOLDED: Final = re.compile(r"\r?\n[ \t]+")
_QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mail:
    """One message. `head` and `body` are its bytes, the body None where it was not wanted."""

    head: bytes
    body: bytes | None
    size: int

    def field(self, name: str) -> str:
        """Return the first header field of this name as it stands, unfolded; empty where there is none."""
        return head_field(self.head, name)

    def text(self, name: str) -> str:
        """Return a header field with its encoded words decoded, as a person reads it."""
        return decoded_words(self.field(name))


def head_field(head: bytes, name: str) -> str:
    """Return the first field of this name in a head, unfolded; bytes outside UTF-8 become U+FFFD."""
    pattern = rb"^%s[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)" % re.escape(name.encode())
    found = re.search(pattern, head, re.IGNORECASE | re.MULTILINE)
    return _FOLDED.sub(" ", found[1].decode("utf-8", "replace")).strip() if found else ""


def decoded_words(raw: str) -> str:
    """Return a header value with its encoded words (RFC 2047) decoded, as it stands where they are broken."""
    try:
        parts = decode_header(raw)
        return "".join(
            part if isinstance(part, str) else part.decode(charset or "utf-8", "replace")
            for part, charset in parts
        )
    except (HeaderParseError, LookupError, ValueError):
        return raw


def mbox_records(blocks: Iterable[bytes], wanted: Callable[[bytes], bool]) -> Iterator[Record[Mail] | Fault]:
    """Yield the messages of a mailbox; `wanted` sees a head and says whether its body is held.

    A message whose head or wanted body is too long, or that has no head, is a Fault. So is what stands before
    the first separator. Number and locator count messages from 1.
    """
    number = 0
    message: _Message | None = None
    for piece, begins in _pieces(blocks):
        if begins:
            if message is not None:
                yield message.finished(number)
            message, number = _Message(wanted), number + 1
        elif message is None:
            number += 1
            message = _Message(wanted, broken=True)
        message.take(piece)
    if message is not None:
        yield message.finished(number)


class _Message:
    """A message while its bytes arrive."""

    def __init__(self, wanted: Callable[[bytes], bool], *, broken: bool = False) -> None:
        self._wanted = wanted
        self._broken = broken
        self._head: bytes | None = None
        self._held = bytearray()
        self._holds = True
        self._size = 0

    def take(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._broken or not self._holds:
            return
        self._held += piece
        if self._head is None:
            self._find_head()
        elif len(self._held) > LONGEST:
            self._broken = True

    def _find_head(self, *, ended: bool = False) -> None:
        end = _END_OF_HEAD.search(self._held)
        if end is None and not ended:
            self._broken = len(self._held) > _LONGEST_HEAD
            return
        head_ends, body_begins = end.span() if end else (len(self._held), len(self._held))
        self._head = bytes(self._held[:head_ends])
        del self._held[:body_begins]
        self._holds = self._wanted(self._head)

    def finished(self, number: int) -> Record[Mail] | Fault:
        """Return the message, a Fault where it could not be taken apart."""
        if self._head is None and not self._broken:
            self._find_head(ended=True)
        if self._broken or self._head is None or b":" not in self._head:
            return Fault(number, "member.mail_broken")
        body = _QUOTED.sub(rb"\1", bytes(self._held)) if self._holds else None
        mail = Mail(self._head, body, self._size)
        return Record(mail, number, f"message {number}")


def _pieces(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield the bytes between separators; with True those that begin a message."""
    text, past, begins, seen = _BEFORE, b"", False, False
    for block in chain(blocks, (b"",)):
        text += block
        # A separator may begin in the last bytes and end in the next block; the last one is empty.
        safe = len(text) - _LONGEST_SEPARATOR if block else len(text)
        start = 0
        for first, after in _separators(text, past):
            if seen or text[start:first].strip():
                yield text[start:first], begins
            start, begins, seen = after, True, True
        end = max(start, safe)
        if seen or text[start:end].strip():
            yield text[start:end], begins
            begins, seen = False, True
        past, text = (past + text[:end])[-_CONTEXT:], text[end:]


def _separators(text: bytes, past: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each separator begins and ends; `past` are the bytes before the text."""
    place = text.find(_FROM)
    while place >= 0:
        found = _SEPARATOR.match(text, place + 1)
        before = past + text[:place] if place < _CONTEXT else text[place - _CONTEXT : place]
        if found and before.endswith((b"\n", b"\n\r")):
            yield found.span()
        place = text.find(_FROM, place + 1)
