# SPDX-License-Identifier: Apache-2.0
"""Finds the signature of a report and checks it, a piece at a time, without reading it as a PDF.

A signature names two ranges of bytes between which it stands itself. Only one that covers all the rest of
the file counts: what was appended later (a shadow update) would change what a reader shows.

Source: ISO 32000-1, section 12.8.1; ETSI EN 319 142-1, section 5.3.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from inspector.bundle.seal import der, signed_data
from inspector.bundle.seal.der import DerError
from inspector.bundle.seal.signed_data import BadSignatureError, SignedData

_RANGE: Final = re.compile(
    rb"/ByteRange\s{0,9}\[\s{0,9}(\d{1,10})\s{1,9}(\d{1,10})\s{1,9}(\d{1,10})\s{1,9}(\d{1,10})\s{0,99}\]"
)
_LONGEST: Final = 256
_MOST_ROOM: Final = 1 << 20

Pieces = Callable[[], Iterator[bytes]]
"""Opens the bytes of the file anew, from its start."""


class UncoveredError(ValueError):
    """The signature does not cover all of the file: something was appended or there are several."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the signature stands: from `start`, a bracket, to `end`, exclusive, in a file of `size` bytes."""

    start: int
    end: int
    size: int


def place_of(pieces: Iterable[bytes]) -> Place | None:
    """Return where the one signature of a file stands, None where it has none. Raises UncoveredError."""
    found: set[tuple[int, ...]] = set()
    seen, rest = 0, b""
    for piece in pieces:
        window = rest + piece
        at = seen - len(rest)
        found |= {(at + match.start(), *map(int, match.groups())) for match in _RANGE.finditer(window)}
        seen += len(piece)
        rest = window[-_LONGEST:]
    if not found:
        return None
    _, first, start, end, length = next(iter(found))
    whole = len(found) == 1 and first == 0 < start < end and end + length == seen
    if not whole or end - start > _MOST_ROOM:
        raise UncoveredError
    return Place(start, end, seen)


def checked(pieces: Pieces, place: Place) -> SignedData:
    """Return the signature at this place, which signs the rest. Raises DerError, BadSignatureError."""
    covered = hashlib.sha256()
    held = bytearray()
    at = 0
    for piece in pieces():
        before, after = max(0, place.start - at), max(0, place.end - at)
        covered.update(piece[:before])
        held += piece[before:after]
        covered.update(piece[after:])
        at += len(piece)
    found = signed_data.parse(_unpadded(bytes(held)))
    if found.kind != signed_data.DATA or found.content is not None or found.digest.name != "sha256":
        raise BadSignatureError("form")
    found.check_digest(covered.digest())
    return found


def contents(pdf: bytes, place: Place) -> bytes:
    """Return the signature at a place, in DER. Raises DerError."""
    return _unpadded(pdf[place.start : place.end])


def _unpadded(held: bytes) -> bytes:
    """Return the bytes behind the hexadecimal digits in angle brackets, without the zeros that fill up."""
    try:
        if held[:1] != b"<" or held[-1:] != b">":
            raise DerError("brackets")
        data = bytes.fromhex(held[1:-1].decode("ascii"))
    except ValueError as error:
        raise DerError("digits") from error
    found = der.first(data).whole
    if any(data[len(found) :]):
        raise DerError("filling")
    return found
