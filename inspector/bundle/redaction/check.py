# SPDX-License-Identifier: Apache-2.0
"""The check `redaction`: what is shown is what was committed to, what is withheld is gone from its place.

No check can tell whether a withheld value stands somewhere else: only who made the bundle knows the values.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from itertools import islice
from typing import Final

from PIL import Image

from inspector.bundle import custody, layout, strictjson
from inspector.bundle.bag import Bag
from inspector.bundle.redaction import cells, leaves, log, opening, tiles
from inspector.bundle.redaction.cells import NoTableError
from inspector.bundle.redaction.commitments import Part
from inspector.bundle.redaction.document import Item, Redaction, parse
from inspector.bundle.redaction.leaves import NoJsonError
from inspector.bundle.redaction.marks import is_mark
from inspector.bundle.redaction.proof import FILE, committed
from inspector.bundle.redaction.rebuilding import MOST_PARTS
from inspector.bundle.verification import Check, failed, not_asked, outcome
from inspector.captures.picture import MOST_PIXELS
from inspector.domain.text import Note, note

_MOST_PICTURE: Final = 256 << 20
_LONGEST: Final = 200
_BROKEN: Final = (
    *(OSError, SyntaxError, EOFError, IndexError, KeyError, OverflowError, struct.error),
    *(Image.DecompressionBombError, Image.DecompressionBombWarning),
)
"""What Pillow raises on pictures that are not what they claim, besides ValueError."""

_SIGN: Final = b"\x89PNG\r\n\x1a\n"
_CHUNKS: Final = frozenset({b"IHDR", b"IDAT", b"IEND"})


def check_redaction(found: Bag, opened: bytes | None = None) -> Check:
    """Whether all that is shown belongs to what was committed to. `opened`: a part that someone shows now."""
    if found.measures.get(layout.REDACTION) is None:
        if opened is not None:
            return failed("redaction", note("bundle.redaction.nothing_to_open"))
        return not_asked("redaction", note("bundle.redaction.none"))
    try:
        published = parse(found.tree.content(layout.REDACTION, strictjson.LARGEST))
    except ValueError:
        return failed("redaction", note("bundle.redaction.unreadable", file=layout.REDACTION))
    problems = tuple(each for item in published.items for each in _problems(found, item))
    shown = _opened(opened, found, published) if opened is not None else None
    if shown is not None and shown.key != "bundle.redaction.opened":
        problems = (*problems, shown)
    withheld = sum(len(item.proof.withheld) for item in published.items)
    good = note("bundle.redaction.good", n=len(published.items), parts=withheld)
    checked = outcome("redaction", problems, good)
    return Check("redaction", checked.ok, (*checked.notes, shown)) if shown and checked.ok else checked


def _opened(data: bytes, found: Bag, published: Redaction) -> Note:
    try:
        part = opening.parse(data)
    except ValueError:
        return note("bundle.redaction.bad_opening")
    key = "opened" if opening.holds(part, found.fingerprint, published) else "refused"
    return note(f"bundle.redaction.{key}", part=_short(part.opening.part.path), item=_short(part.item))


def _problems(found: Bag, item: Item) -> Iterator[Note]:
    """Yield what is wrong with one item, one sentence at most."""
    key = _problem(found, item)
    if key is not None:
        named = item.file or layout.CUSTODY if item.proof.form == "log" else item.file
        yield note(f"bundle.redaction.{key}", item=item.id, file=named or layout.REDACTION)


def _problem(found: Bag, item: Item) -> str | None:
    proof, parts = item.proof, []
    if item.file is not None and found.measures.get(item.file) is None:
        return "missing"
    if (item.file is None) != (proof.form == "whole"):
        return "differs"
    try:
        if item.file is not None:
            parts = _parts(found, item)
        return None if committed(proof, parts) == proof.commitment else "differs"
    except _ShownError as error:
        return error.key
    except (ValueError, NoTableError, NoJsonError):
        return "differs"


class _ShownError(Exception):
    """Something shows that should not. `key`: the last part of the key of the sentence."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _parts(found: Bag, item: Item) -> list[Part]:
    """Return what an item shows. Raises _ShownError, ValueError, NoTableError, NoJsonError."""
    path, proof = item.file or "", item.proof
    if proof.form == "picture":
        return _pixels(found.tree.content(path, _MOST_PICTURE), item)
    data = found.tree.content(path, strictjson.LARGEST)
    if proof.form == "log":
        return log.parts(custody.parse(data))
    if proof.form == "table":
        parts = list(islice(cells.parts_of(data, proof.delimiter), MOST_PARTS + 1))
        marks = {part.path: part.value.decode("utf-8", "replace") for part in parts}
    else:
        parts = leaves.parts(data)
        marks = {part.path: str(leaves.read(part.value)) for part in parts if part.value.startswith(b'"')}
    if not all(is_mark(marks.get(one.at, "")) for one in proof.withheld if one.at != FILE):
        raise _ShownError("shown")
    return parts


def _pixels(data: bytes, item: Item) -> list[Part]:
    if not _is_bare(data):
        raise _ShownError("notes")
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            if picture.width * picture.height > MOST_PIXELS or picture.mode != "RGB":
                raise _ShownError("differs")
            if not all(tiles.is_filled(picture, box) for box in item.proof.boxes):
                raise _ShownError("pixels")
            hidden = {tiles.path_of(tile) for tile in tiles.touched(picture.size, item.proof.boxes)}
            if hidden != {one.at for one in item.proof.withheld} - {FILE}:
                raise _ShownError("pixels")
            return tiles.parts(picture)
    except _BROKEN as error:
        raise _ShownError("differs") from error


def _is_bare(data: bytes) -> bool:
    """Tell whether a PNG holds pixels alone: no text, no place, no small copy, nothing behind its end."""
    if not data.startswith(_SIGN):
        return False
    at, kind = len(_SIGN), b""
    while at + 8 <= len(data) and kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _CHUNKS:
            return False
        at += 12 + length
    return kind == b"IEND" and at == len(data)


def _short(text: str) -> str:
    shown = layout.shown(text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
