# SPDX-License-Identifier: Apache-2.0
"""Appends a signature field with room for a signature to a PDF, as one further revision of it.

Every byte of the PDF stays as it is. What is appended is a pure function of it, the room filled with zeros.
Only such a PDF is taken as the setter of our reports writes: with one plain table of its objects.

Source: ISO 32000-1, sections 7.5.4 to 7.5.6 (tables, incremental updates), 12.7.4.5 and 12.8.1 (signatures).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

FIELD: Final = "Seal"
_PRINTED_AND_LOCKED: Final = 4 | 128
_SIGNED_AND_APPENDED: Final = 1 | 2
_WIDEST: Final = 10
_LAST: Final = 1024
_DEEPEST: Final = 32
_SIGNATURE: Final = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
_ENDING: Final = re.compile(rb"trailer\s*(<<.*>>)\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_SIZE: Final = re.compile(rb"/Size\s+(\d+)")
_ROOT: Final = re.compile(rb"/Root\s+(\d+)\s+0\s+R")
_PAGES: Final = re.compile(rb"/Pages\s+(\d+)\s+0\s+R")
_KIDS: Final = re.compile(rb"/Kids\s*\[\s*(\d+)\s+0\s+R")
_PAGE: Final = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_ANNOTATIONS: Final = re.compile(rb"/Annots\s*\[")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A PDF with room for a signature, between two brackets from `start` to `end`, exclusive."""

    pdf: bytes
    start: int
    end: int

    def with_signature(self, signature: bytes) -> bytes:
        """Return the PDF with a signature in its place, filled up with zeros. Raises ValueError: no room."""
        room = self.end - self.start - 2
        digits = signature.hex().encode()
        if len(digits) > room:
            raise ValueError("no room")
        return self.pdf[: self.start + 1] + digits.ljust(room, b"0") + self.pdf[self.end - 1 :]

    @property
    def covered(self) -> tuple[bytes, bytes]:
        """Return what is signed: all that stands before the room, and all behind it."""
        return self.pdf[: self.start], self.pdf[self.end :]


@dataclass(frozen=True, slots=True)
class _Plain:
    """A PDF with its trailer, where its table starts, and where each object does."""

    pdf: bytes
    trailer: bytes
    table: int
    places: tuple[int, ...]

    def dictionary(self, number: int) -> bytes:
        """Return the dictionary that an object is, as it is spelled. Raises ValueError."""
        head = f"{number} 0 obj".encode()
        at = self.places[number] if number < len(self.places) else -1
        end = self.pdf.find(b"endobj", at)
        found = self.pdf[at + len(head) : end].strip()
        if not self.pdf.startswith(head, at) or not (found.startswith(b"<<") and found.endswith(b">>")):
            raise ValueError("no dictionary")
        return found

    def number(self, pattern: re.Pattern[bytes], text: bytes) -> int:
        """Return the number that stands there once. Raises ValueError."""
        found = pattern.findall(text)
        if len(found) != 1:
            raise ValueError("no plain document")
        return int(found[0])

    def first_page(self, catalog: bytes) -> int:
        """Return the number of the first page. Raises ValueError."""
        number = self.number(_PAGES, catalog)
        for _ in range(_DEEPEST):
            node = self.dictionary(number)
            if _PAGE.search(node):
                return number
            number = self.number(_KIDS, node)
        raise ValueError("no page")


def prepared(pdf: bytes, room: int, now: datetime) -> Prepared:
    """Return the PDF with room for so many hexadecimal digits, and `now` as the time of signing.

    Raises ValueError for one that is not as our reports are: with a plain table, without fields of its own.
    """
    plain = _read(pdf)
    size = plain.number(_SIZE, plain.trailer)
    # Without a line break of its own the appended part would begin in the line that ends the file, which
    # PDF/A does not allow (ISO 19005-3, 6.1.9).
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = _append(out, _objects(plain, size))
    places[size + 1] = len(out)
    out += f"{size + 1} 0 obj\n{_SIGNATURE}/M(D:{now:%Y%m%d%H%M%S}Z)/Contents ".encode()
    start = len(out)
    out += b"<" + b"0" * room + b">"
    end = len(out)
    out += b"/ByteRange"
    at = len(out)
    out += b" " * len(f"[0 {start} {end} ]") + b" " * _WIDEST + b">>\nendobj\n"
    out += _table(places, size + 2, plain, len(out))
    spelled = f"[0 {start} {end} {len(out) - end}]".encode()
    out[at : at + len(spelled)] = spelled
    return Prepared(bytes(out), start, end)


def _read(pdf: bytes) -> _Plain:
    ending = _ENDING.search(pdf, max(0, len(pdf) - _LAST))
    if ending is None:
        raise ValueError("no plain table")
    table = int(ending[2])
    head, *lines = pdf[table : ending.start()].split(b"\n")[:-1]
    if head.strip() != b"xref" or not lines or lines[0].split() != [b"0", str(len(lines) - 1).encode()]:
        raise ValueError("no plain table")
    return _Plain(pdf, ending[1], table, tuple(int(line[:_WIDEST]) for line in lines[1:]))


def _objects(plain: _Plain, field: int) -> dict[int, bytes]:
    """Return the objects that change, and the field, by number."""
    catalog = plain.number(_ROOT, plain.trailer)
    root = plain.dictionary(catalog)
    page = plain.first_page(root)
    if b"/AcroForm" in root:
        raise ValueError("no plain document")
    form = f"/AcroForm<</Fields[{field} 0 R]/SigFlags {_SIGNED_AND_APPENDED}>>"
    # Nothing of the field is seen.
    own = (
        f"<</Type/Annot/Subtype/Widget/FT/Sig/T({FIELD})/F {_PRINTED_AND_LOCKED}/Rect[0 0 0 0]"
        f"/P {page} 0 R/V {field + 1} 0 R>>"
    )
    return {
        catalog: _with(root, form),
        page: _annotated(plain.dictionary(page), field),
        field: own.encode(),
    }


def _annotated(page: bytes, field: int) -> bytes:
    """Return the page with the field among its annotations."""
    # Whoever walks through a page with annotations goes by its structure (ISO 14289-1, 7.18.3).
    ordered = page if b"/Tabs" in page else _with(page, "/Tabs/S")
    if b"/Annots" not in page:
        return _with(ordered, f"/Annots[{field} 0 R]")
    there = _ANNOTATIONS.search(ordered)
    if there is None:
        raise ValueError("no plain page")
    return ordered[: there.end()] + f"{field} 0 R ".encode() + ordered[there.end() :]


def _with(dictionary: bytes, more: str) -> bytes:
    return dictionary[:-2] + more.encode() + b">>"


def _append(out: bytearray, objects: dict[int, bytes]) -> dict[int, int]:
    """Append objects and return where each starts."""
    places = {}
    for number, value in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + value + b"\nendobj\n"
    return places


def _table(places: dict[int, int], size: int, plain: _Plain, at: int) -> bytes:
    """Return the table of what was appended, and the trailer that leads to it and to the table before."""
    lines = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in sorted(places.items()))
    kept = _SIZE.sub(f"/Size {size}".encode(), plain.trailer)
    trailer = _with(kept, f"/Prev {plain.table}")
    return f"xref\n{lines}trailer\n".encode() + trailer + f"\nstartxref\n{at}\n%%EOF\n".encode()
