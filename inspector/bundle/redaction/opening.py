# SPDX-License-Identifier: Apache-2.0
"""One withheld part, opened later: a small file that shows it, and lets anyone check it against a bundle.

It is JSON `inspector/opening/1`: the bundle's fingerprint, the item, the part with its salt, and the hashes
beside it on the way up the tree.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Any, Final

from inspector.bundle import strictjson
from inspector.bundle.redaction.commitments import Opening, Part, belongs
from inspector.bundle.redaction.document import Redaction

SCHEMA: Final = "inspector/opening/1"
LARGEST: Final = 1 << 20
"""The most bytes of such a file: no cell, leaf or tile that a person opens is larger."""

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_MOST_NUMBER: Final = 1 << 40


@dataclass(frozen=True, slots=True)
class Opened:
    """A part of an item of the bundle with this fingerprint, with what shows that it belongs there."""

    fingerprint: str
    item: str
    opening: Opening


def encode(found: Opened) -> bytes:
    """Return the file. The value stands in it as text where it is text, and always as base64."""
    part = found.opening.part
    try:
        text: str | None = part.value.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    return strictjson.encode(
        {
            "schema": SCHEMA,
            "fingerprint": found.fingerprint,
            "item": found.item,
            "part": part.path,
            "text": text,
            "value": base64.b64encode(part.value).decode("ascii"),
            "salt": found.opening.salt.hex(),
            "index": found.opening.index,
            "beside": [one.hex() for one in found.opening.beside],
        }
    )


def parse(data: bytes) -> Opened:
    """Return what such a file says. Raises ValueError where it is none."""
    if len(data) > LARGEST:
        raise ValueError(SCHEMA)
    found: Any = strictjson.decode(data)
    try:
        if found["schema"] != SCHEMA or not _HASH.fullmatch(found["fingerprint"]):
            raise ValueError(SCHEMA)
        value = base64.b64decode(found["value"], validate=True)
        if found["text"] is not None and found["text"].encode() != value:
            raise ValueError("text")
        index = found["index"]
        if type(index) is not int or not 0 <= index < _MOST_NUMBER:
            raise ValueError("index")
        beside = tuple(bytes.fromhex(one) for one in found["beside"])
        opening = Opening(Part(_text(found["part"]), value), bytes.fromhex(found["salt"]), index, beside)
        return Opened(found["fingerprint"], _text(found["item"]), opening)
    except (KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise ValueError(SCHEMA) from error


def holds(found: Opened, fingerprint: str | None, published: Redaction) -> bool:
    """Tell whether the part is the one that the bundle with this fingerprint committed to."""
    item = next((one for one in published.items if one.id == found.item), None)
    if item is None or found.fingerprint != fingerprint:
        return False
    return belongs(found.opening, item.proof.commitment)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(SCHEMA)  # noqa: TRY004 - whoever reads a file cares that it is bad, not of which type
    return value
