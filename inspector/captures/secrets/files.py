# SPDX-License-Identifier: Apache-2.0
"""Scans a whole file, also inside the encoded parts of a mail or an MHTML page, and makes its masked copy.

A part whose transfer encoding hides its bytes is decoded, masked and encoded again; the rest keeps its bytes.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.captures.secrets.scan import MOST_SCANNED, masked, scan, told
from inspector.domain.captured import Secret

_ENCODING: Final = re.compile(rb"^content-transfer-encoding:[ \t]*(base64|quoted-printable)", re.I | re.M)
_TEXT: Final = re.compile(
    rb"^content-type:[ \t]*(?:text|application/(?:json|javascript|x-javascript|xml))", re.I | re.M
)
_HEAD_ENDS: Final = re.compile(rb"\r?\n\r?\n")
_BOUNDARY: Final = re.compile(rb"boundary=\"?([^\"\r\n;]{1,200})", re.I)
_MOST_PARTS: Final = 5000
_LINE: Final = 76


class TooLargeToScanError(Exception):
    """A file is too large to be looked through, so it must not leave this computer with others."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file with its secrets masked. `data` equals the file where `secrets` is empty."""

    data: bytes
    secrets: tuple[Secret, ...]


def cleaned(path: Path) -> Cleaned:
    """Return the masked copy of a file. Raises OSError, TooLargeToScanError."""
    with path.open("rb") as file:
        data = file.read(MOST_SCANNED + 1)
    if len(data) > MOST_SCANNED:
        raise TooLargeToScanError
    return cleaned_bytes(data)


def cleaned_bytes(data: bytes) -> Cleaned:
    """Return some bytes with their secrets masked, encoded parts included."""
    secrets: list[Secret] = []
    pieces: list[bytes] = []
    place = 0
    for number, (start, end, encoding) in enumerate(_encoded_parts(data), 1):
        plain = _decoded(data[start:end], encoding)
        found = scan(plain) if plain else ()
        if found:
            secrets.extend(told(plain, found, f"part {number}"))
            pieces += [data[place:start], _encoded(masked(plain, found), encoding)]
            place = end
    pieces.append(data[place:])
    whole = b"".join(pieces)
    plainly = scan(whole)
    return Cleaned(masked(whole, plainly), (*told(whole, plainly), *secrets))


def _encoded_parts(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield where the encoded text parts of a mail or MHTML page begin and end, and how they are encoded."""
    for count, head in enumerate(_ENCODING.finditer(data)):
        if count >= _MOST_PARTS:
            return
        above = max(data.rfind(b"\n\n", 0, head.start()), data.rfind(b"\r\n\r\n", 0, head.start()), 0)
        ends = _HEAD_ENDS.search(data, head.end())
        if ends is None:
            return
        if _TEXT.search(data, above, ends.start()) is None:
            continue
        yield ends.end(), _part_end(data, ends.end()), head[1].lower()


def _part_end(data: bytes, start: int) -> int:
    """Return where a part ends: at the next line that begins with a boundary of this file."""
    names = {found[1] for found in _BOUNDARY.finditer(data[: 1 << 20])}
    places = [place for name in sorted(names) if (place := data.find(b"\n--" + name, start)) >= 0]
    return min(places, default=len(data))


def _decoded(part: bytes, encoding: bytes) -> bytes:
    if encoding == b"quoted-printable":
        return quopri.decodestring(part)
    try:
        return base64.b64decode(part, validate=False)
    except binascii.Error:
        return b""


def _encoded(plain: bytes, encoding: bytes) -> bytes:
    if encoding == b"quoted-printable":
        return quopri.encodestring(plain)
    text = base64.b64encode(plain)
    return b"\r\n".join(text[start : start + _LINE] for start in range(0, len(text), _LINE))
