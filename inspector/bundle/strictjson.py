# SPDX-License-Identifier: Apache-2.0
"""The JSON of a bundle: written in one spelling, and read without what leaves two readings open."""

from __future__ import annotations

import json

LARGEST = 64 << 20
"""The most bytes of a JSON file that are taken into memory to be read."""


def encode(value: object) -> bytes:
    """UTF-8, keys sorted, indented by one space for a person's eye, one line break at the end."""
    text = json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False, allow_nan=False)
    return f"{text}\n".encode()


def decode(data: bytes) -> object:
    """The value. Raises ValueError for bad UTF-8 or JSON, a doubled key, NaN, infinity, too deep nesting."""
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(constant: str) -> object:
    raise ValueError(constant)
