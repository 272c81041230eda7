# SPDX-License-Identifier: Apache-2.0
"""Everything that can be read in a file, layer by layer: packed, embedded, encoded or escaped."""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject, TextStringObject

_DEEPEST: Final = 4
_MOST: Final = 64 << 20
"""Bytes that one packed part may unpack to; what is larger is told, not passed over."""

_PICTURES: Final = (b"\x89PNG", b"\xff\xd8", b"RIFF")
_CONTAINERS: Final = (b"PK", b"%PDF", b"\x1f\x8b", *_PICTURES)
_BASE64: Final = re.compile(rb"[A-Za-z0-9+/_-]{16,}(?:[\r\n]+[A-Za-z0-9+/_-]+)*={0,2}")
# A hash or a salt of ours: nobody writes a value that way, and there are many.
_DIGEST: Final = re.compile(rb"[0-9a-f]{32}(?:[0-9a-f]{32}){0,3}")
_STREAM: Final = re.compile(rb"stream\r?\n(?=\x78)")
# Where the objects of a PDF lie: without spaces, ten noughts behind the number of objects read as any value.
_OFFSETS: Final = re.compile(rb"^\d{10} \d{5} [nf][ \r]*$", re.MULTILINE)
_ESCAPED: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
_PDF_ESCAPED: Final = re.compile(r"#([0-9a-fA-F]{2})")
_WIDE: Final = ("utf-16-le", "utf-16-be")
_ODD: Final = 2


class UnreadableError(Exception):
    """A part of a file cannot be looked into, so nothing can be said of it: `place` names it."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


@dataclass(frozen=True, slots=True)
class Layer:
    """Text as it can be read in one way at one place, such as `report.pdf, object 12`."""

    place: str
    text: str


def layers(data: bytes, place: str, depth: int = 0) -> Iterator[Layer]:
    """Yield every text in a file. Raises UnreadableError for a container that cannot be opened."""
    yield from _texts(_OFFSETS.sub(b"", data) if data.startswith(b"%PDF") else data, place)
    if depth < _DEEPEST:
        for inner, name in _inside(data, place):
            yield from layers(inner, name, depth + 1)
    elif data.startswith(_CONTAINERS):
        raise UnreadableError(place)


def _inside(data: bytes, place: str) -> Iterator[tuple[bytes, str]]:
    if data.startswith(b"PK"):
        yield from _members(data, place)
    elif data.startswith(b"%PDF"):
        yield from _objects(data, place)
    elif data.startswith(_PICTURES):
        yield from _notes(data, place)
    elif data.startswith(b"\x1f\x8b"):
        yield _unpacked(data, place), f"{place}, unpacked"
    for number, found in enumerate(_BASE64.finditer(data), 1):
        if _DIGEST.fullmatch(found[0]) is None:
            yield from _decoded(found[0], f"{place}, encoded part {number}")


def _members(data: bytes, place: str) -> Iterator[tuple[bytes, str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = "\n".join(archive.namelist())
            yield names.encode("utf-8", "surrogatepass"), f"{place}, names"
            for info in archive.infolist():
                with archive.open(info) as member:
                    yield _within(member.read(_MOST + 1), place), f"{place}, {info.filename}"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error) as error:
        raise UnreadableError(place) from error


def _objects(data: bytes, place: str) -> Iterator[tuple[bytes, str]]:
    """Yield all that a PDF holds: streams unpacked, texts of every dictionary, and the pages as they read.

    What was packed into it before a later change, and no list of objects names any more, is among it.
    """
    for number, start in enumerate(_STREAM.finditer(data), 1):
        yield _packed(data[start.end() : _end(data, start.end())], place), f"{place}, stream {number}"
    try:
        reader = PdfReader(io.BytesIO(data))
        for number in sorted({*reader.xref_objStm, *chain.from_iterable(reader.xref.values())}):
            yield from _of_object(reader.get_object(number), f"{place}, object {number}")
        for number, page in enumerate(reader.pages, 1):
            yield page.extract_text().encode("utf-8", "surrogatepass"), f"{place}, page {number}"
    except (PyPdfError, ValueError, KeyError, zlib.error, RecursionError) as error:
        raise UnreadableError(place) from error


def _of_object(found: PdfObject | None, place: str) -> Iterator[tuple[bytes, str]]:
    if isinstance(found, StreamObject):
        yield bytes(found.get_data()), place
    yield "\n".join(_strings(found)).encode("utf-8", "surrogatepass"), f"{place}, texts"


def _strings(found: object) -> Iterator[str]:
    if isinstance(found, TextStringObject | bytes | str):
        yield found.decode("latin-1") if isinstance(found, bytes) else str(found)
    elif isinstance(found, DictionaryObject):
        for key, value in found.items():
            yield str(key)
            yield from _strings(value)
    elif isinstance(found, ArrayObject):
        for value in found:
            yield from _strings(value)


def _notes(data: bytes, place: str) -> Iterator[tuple[bytes, str]]:
    """Yield what a picture says besides its pixels."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            for key, value in picture.info.items():
                found = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
                yield found, f"{place}, {key}"
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise UnreadableError(place) from error


def _end(data: bytes, start: int) -> int:
    """Return where a stream ends at the latest."""
    found = data.find(b"endstream", start)
    return len(data) if found < 0 else found


def _packed(data: bytes, place: str) -> bytes:
    """Return what a stream unpacks to as far as it does, nothing where it is packed in another way."""
    try:
        return _within(zlib.decompressobj().decompress(data, _MOST + 1), place)
    except zlib.error:
        return b""


def _unpacked(data: bytes, place: str) -> bytes:
    try:
        return _within(zlib.decompressobj(31).decompress(data, _MOST + 1), place)
    except zlib.error as error:
        raise UnreadableError(place) from error


def _within(data: bytes, place: str) -> bytes:
    if len(data) > _MOST:
        raise UnreadableError(place)
    return data


def _decoded(found: bytes, place: str) -> Iterator[tuple[bytes, str]]:
    plain = re.sub(rb"\s", b"", found).translate(bytes.maketrans(b"-_", b"+/")).rstrip(b"=")
    try:
        yield base64.b64decode(plain + b"=" * (-len(plain) % 4), validate=True), place
    except binascii.Error:
        return


def _texts(data: bytes, place: str) -> Iterator[Layer]:
    """Yield the bytes read as text in the ways that text is written."""
    text = data.decode("utf-8", "replace")
    yield Layer(place, text)
    for changed in (_unescaped(text), html.unescape(text), urllib.parse.unquote(text)):
        if changed != text:
            yield Layer(place, changed)
    if "\ufffd" in text:
        yield Layer(place, data.decode("cp1252", "replace"))
    if data.count(0) > len(data) // 8:
        for encoding in _WIDE:
            for start in range(_ODD):
                yield Layer(place, data[start:].decode(encoding, "replace"))


def _unescaped(text: str) -> str:
    """Return a text without the escapes of JSON and of names in a PDF."""
    wide = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    joined = wide.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\\/", "/")
    return _PDF_ESCAPED.sub(lambda found: chr(int(found[1], 16)), joined)
