# SPDX-License-Identifier: Apache-2.0
"""`data/redaction.json`: what was withheld and why, and what every item was committed to.

It is JSON `inspector/redaction/1`. Read from a bundle that anyone may have made, nothing in it is believed
before it is looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, get_args

from inspector.bundle import layout, strictjson
from inspector.bundle.redaction.choosing import Reason
from inspector.bundle.redaction.commitments import SALT, Commitment
from inspector.bundle.redaction.proof import Form, Proof, Withheld
from inspector.bundle.redaction.rules import MOST_BOXES

SCHEMA: Final = "inspector/redaction/1"
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_SALT: Final = re.compile(rf"[0-9a-f]{{{2 * SALT}}}")
_ID: Final = re.compile(r"r[1-9][0-9]{0,6}")
_BOX: Final = 4
_MOST_SIDE: Final = 1 << 24


@dataclass(frozen=True, slots=True)
class Item:
    """An item of which something is withheld. `file`: where what is left of it lies, None for nothing.

    `source` is its id in the findings, `member` the file inside it, None where it is one file or is withheld.
    """

    id: str
    source: str | None
    member: str | None
    file: str | None
    proof: Proof


@dataclass(frozen=True, slots=True)
class Left:
    """Something left out of what the program itself wrote: what, how often, and by which rule."""

    what: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """All of it. `original`: the fingerprint of an earlier whole bundle of the same case, if any."""

    items: tuple[Item, ...]
    left: tuple[Left, ...] = ()
    rules: tuple[str, ...] = ()
    words: int = 0
    original: str | None = None


def encode(found: Redaction) -> bytes:
    """Return the file."""
    return strictjson.encode(as_object(found))


def as_object(found: Redaction) -> dict[str, object]:
    """Return what the file says, as plain JSON."""
    return {
        "schema": SCHEMA,
        "sealed_original": found.original,
        "rules": list(found.rules),
        "words": found.words,
        "left_out": [{"what": one.what, "count": one.count, "why": one.why} for one in found.left],
        "items": [_row(one) for one in found.items],
    }


def _row(one: Item) -> dict[str, object]:
    proof = one.proof
    return {
        "id": one.id,
        "source": one.source,
        "member": one.member,
        "file": one.file,
        "form": proof.form,
        "delimiter": proof.delimiter,
        "root": proof.commitment.root.hex(),
        "count": proof.commitment.count,
        "salts": [salt.hex() for salt in proof.salts],
        "withheld": [_place(each) for each in proof.withheld],
        "boxes": [list(box) for box in proof.boxes],
    }


def _place(one: Withheld) -> dict[str, object]:
    return {
        "at": one.at,
        "why": one.why.value,
        "block": one.block,
        "leaves": [leaf.hex() for leaf in one.leaves],
    }


def parse(data: bytes) -> Redaction:
    """Return what such a file says. Raises ValueError where it is none, or says what cannot be."""
    found: Any = strictjson.decode(data)
    try:
        _holds(found["schema"] == SCHEMA)
        items = tuple(_item(row) for row in found["items"])
        _holds(len({one.id for one in items}) == len(items))
        original = found["sealed_original"]
        _holds(original is None or _HASH.fullmatch(original))
        return Redaction(
            items,
            tuple(_left(row) for row in found["left_out"]),
            tuple(_text(rule) for rule in found["rules"]),
            _number(found["words"]),
            original,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(SCHEMA) from error


def proof_text(proof: Proof) -> bytes:
    """Return what is published of one item by itself, for another process."""
    return strictjson.encode(_row(Item("r1", None, None, None, proof)))


def proof_in(data: bytes) -> Proof:
    """Return the same again. Raises ValueError."""
    try:
        return _item(strictjson.decode(data)).proof
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(SCHEMA) from error


def _left(row: Any) -> Left:
    return Left(_text(row["what"]), _number(row["count"]), _text(row["why"]))


def _item(row: Any) -> Item:
    file, source, member = row["file"], row["source"], row["member"]
    _holds(_ID.fullmatch(row["id"]))
    _holds(file is None or (layout.is_safe(file) and layout.is_payload(file)))
    _holds(all(one is None or isinstance(one, str) for one in (source, member)))
    _holds(row["form"] in get_args(Form))
    _holds(_HASH.fullmatch(row["root"]))
    _holds(len(_text(row["delimiter"])) <= 1)
    _holds(all(_SALT.fullmatch(one) for one in row["salts"]))
    withheld = tuple(_withheld(one) for one in row["withheld"])
    _holds(len({one.at for one in withheld}) == len(withheld))
    proof = Proof(
        row["form"],
        Commitment(bytes.fromhex(row["root"]), _number(row["count"])),
        tuple(bytes.fromhex(one) for one in row["salts"]),
        withheld,
        row["delimiter"],
        tuple(_box(one) for one in row["boxes"]),
    )
    _holds(len(proof.boxes) <= MOST_BOXES)
    return Item(row["id"], source, member, file, proof)


def _withheld(row: Any) -> Withheld:
    leaves = row["leaves"]
    _holds(isinstance(leaves, list) and leaves and all(_HASH.fullmatch(one) for one in leaves))
    _holds(isinstance(row["block"], bool) and (row["block"] or len(leaves) == 1))
    return Withheld(
        _text(row["at"]), Reason(row["why"]), tuple(bytes.fromhex(one) for one in leaves), row["block"]
    )


def _box(one: Any) -> tuple[int, int, int, int]:
    _holds(isinstance(one, list) and len(one) == _BOX and all(type(side) is int for side in one))
    _holds(all(0 <= side <= _MOST_SIDE for side in one) and one[2] and one[3])
    return (one[0], one[1], one[2], one[3])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(SCHEMA)  # noqa: TRY004 - whoever reads a file cares that it is bad, not of which type
    return value


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(SCHEMA)
    return value


def _holds(condition: object) -> None:
    if not condition:
        raise ValueError(SCHEMA)
