# SPDX-License-Identifier: Apache-2.0
"""Makes an item anew without what is withheld, from its parsed parts or its pixels; nothing is covered up.

What cannot be taken apart for certain is withheld as a whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

from inspector.archives.container import MemberError
from inspector.archives.formats.wrapped_json import unwrapped
from inspector.bundle import strictjson
from inspector.bundle.redaction import cells, leaves, tiles
from inspector.bundle.redaction.boxes import Box, inside
from inspector.bundle.redaction.choosing import (
    Choice,
    Reason,
    UnplacedError,
    of_json,
    of_table,
    path_in,
    texts_of,
)
from inspector.bundle.redaction.commitments import Part
from inspector.bundle.redaction.leaves import Json, NoJsonError
from inspector.bundle.redaction.marks import TooManyError
from inspector.bundle.redaction.proof import FILE, Form, Proof, committed, prove
from inspector.bundle.redaction.rules import MOST_BYTES
from inspector.captures.picture import PictureError, opened_image

MOST_PARTS: Final = 500_000
"""Tables and JSON files of more parts are withheld as a whole: each has a salt or a hash of its own."""

_DELIMITERS: Final = (",", "\t", ";")


@dataclass(frozen=True, slots=True)
class Row:
    """One part as a person looks at it: its place, its text, and why it is withheld, None where it is not."""

    at: str
    text: str
    why: Reason | None


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """An item without what is withheld: None where nothing of it goes in. `hidden`: texts that must not leak.

    `rows`: all its parts to look at, none of a picture or of what is withheld as a whole. `covered`: places
    that facts name and that are withheld.
    """

    content: bytes | None
    proof: Proof
    hidden: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    covered: tuple[str, ...] = ()


def table_or_json(data: bytes, choice: Choice, secret: bytes) -> Rebuilt:
    """Return a file of an archive as the rules want it."""
    of = _Of(hashlib.sha256(data).hexdigest(), secret)
    if choice.item.keep == "nothing" or len(data) > MOST_BYTES:
        return whole(of.digest, secret)
    try:
        made = _json(_json_in(data), choice, of)
    except NoJsonError:
        tables = (_table(data, delimiter, choice, of) for delimiter in _DELIMITERS)
        made = next((one for one in tables if one is not None), None)
    return made or whole(of.digest, secret)


def whole(digest: str, secret: bytes, why: Reason = Reason.WHOLE) -> Rebuilt:
    """Return what is published of an item that is withheld altogether: `digest` is its SHA-256."""
    return Rebuilt(None, prove("whole", [_file(digest)], {FILE: why}, secret))


def picture(path: Path, digest: str, boxes: tuple[Box, ...], secret: bytes) -> Rebuilt:
    """Return a picture made anew from its pixels with the boxes filled; withheld where it is none."""
    try:
        image = opened_image(path)
    except PictureError:
        return whole(digest, secret)
    found = tuple(box for each in boxes if (box := inside(each, image.size)) is not None)
    covered = {tiles.path_of(tile): Reason.BOX for tile in tiles.touched(image.size, found)}
    proof = _Of(digest, secret).proof("picture", tiles.parts_of(image), covered)
    return Rebuilt(tiles.without(image, found), replace(proof, boxes=found))


def _file(digest: str) -> Part:
    return Part(FILE, digest.encode("ascii"))


def _json_in(data: bytes) -> Json:
    """Return what a JSON file says, or one that assigns it to a variable. Raises NoJsonError."""
    try:
        return leaves.read(data)
    except NoJsonError:
        try:
            return leaves.read(b"".join(unwrapped([data])))
        except MemberError as error:
            raise NoJsonError from error


@dataclass(frozen=True, slots=True)
class _Of:
    """The item that is rebuilt: the SHA-256 of its file, and the secret of its salts."""

    digest: str
    secret: bytes

    def proof(self, form: Form, parts: Iterable[Part], chosen: Mapping[str, Reason]) -> Proof:
        """Return what is published of its parts and of its hash."""
        every = {**chosen, FILE: Reason.HASH}
        return prove(form, chain(parts, [_file(self.digest)]), every, self.secret)


def _json(value: Json, choice: Choice, of: _Of) -> Rebuilt | None:
    try:
        chosen = of_json(value, choice)
        content = leaves.without_in(value, chosen)
    except (UnplacedError, TooManyError):
        return None
    parts = leaves.parts_of(value)
    if len(parts) > MOST_PARTS:
        return None
    covered = tuple(one.locator for one in choice.cited if _above(one.locator, chosen) in chosen)
    made = _made(of.proof("json", parts, chosen), parts, chosen, content)
    return made and replace(made, covered=covered)


def _table(data: bytes, delimiter: str, choice: Choice, of: _Of) -> Rebuilt | None:
    try:
        rows = list(cells.rows(data, delimiter))
        if sum(map(len, rows)) > MOST_PARTS:
            return None
        chosen = of_table(rows, choice)
        content = cells.without(data, chosen, delimiter)
    except (UnplacedError, cells.NoTableError, TooManyError):
        return None
    parts = cells.parts(data, delimiter)
    proof = replace(of.proof("table", parts, chosen), delimiter=delimiter)
    covered = tuple(one.locator for one in choice.cited if path_in(rows, one) in chosen)
    made = _made(proof, parts, chosen, content)
    return made and replace(made, covered=covered)


def _made(proof: Proof, parts: list[Part], chosen: Mapping[str, Reason], content: bytes) -> Rebuilt | None:
    """Return what was made where it reads back as what was committed to."""
    try:
        if (
            len(content) > strictjson.LARGEST
            or committed(proof, parts_in(content, proof)) != proof.commitment
        ):
            return None
    except (ValueError, cells.NoTableError, NoJsonError):
        return None
    rows = tuple(_row(proof.form, part, chosen) for part in parts)
    hidden = dict.fromkeys(text for row in rows if row.why is not None for text in (row.text, *_keys(row)))
    return Rebuilt(content, proof, tuple(hidden), rows)


def _row(form: Form, part: Part, chosen: Mapping[str, Reason]) -> Row:
    if form == "table":
        return Row(part.path, part.value.decode("utf-8"), chosen.get(part.path))
    text = "\n".join(texts_of(leaves.read(part.value)))
    return Row(part.path, text, chosen.get(_above(part.path, chosen)))


def _above(pointer: str, chosen: Mapping[str, Reason]) -> str:
    """Return the place that is withheld and holds another; the whole file where there is none."""
    while pointer not in chosen and pointer:
        pointer = pointer.rpartition("/")[0]
    return pointer


def _keys(row: Row) -> Iterable[str]:
    """Yield the keys on the way to a withheld leaf that are no plain words: they may be names."""
    if not row.at.startswith("/"):
        return ()
    steps = (step.replace("~1", "/").replace("~0", "~") for step in row.at.split("/")[1:])
    return [step for step in steps if not step.isdigit() and not step.isidentifier()]


def original_parts(
    form: str, delimiter: str, digest: str, data: bytes | None, path: Path | None
) -> list[Part] | None:
    """Return the parts of an original as they were committed to, None where it cannot be read as it was.

    `data` of a table or JSON file; `path` of a picture.
    """
    found: list[Part] = []
    try:
        if form == "table" and data is not None:
            found = cells.parts(data, delimiter)
        elif form == "json" and data is not None:
            found = leaves.parts_of(_json_in(data))
        elif form == "picture" and path is not None:
            found = tiles.parts(opened_image(path))
        elif form != "whole":
            return None
    except (cells.NoTableError, NoJsonError, PictureError):
        return None
    return [*found, _file(digest)]


def parts_in(content: bytes, proof: Proof) -> list[Part]:
    """Return the parts of a rebuilt table or JSON file. Raises NoTableError, NoJsonError."""
    return cells.parts(content, proof.delimiter) if proof.form == "table" else leaves.parts(content)
