# SPDX-License-Identifier: Apache-2.0
"""A JSON file by its leaves: what is committed to, and the same file with some of them withheld.

A leaf is named by its JSON pointer (RFC 6901). The file is written anew from what was read. Keys stay, unless
the person names the object that holds them: whatever lies below a withheld place is withheld with it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Final, cast

from inspector.bundle.redaction.commitments import Part
from inspector.bundle.redaction.marks import mark

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_DEEPEST: Final = 200


class NoJsonError(Exception):
    """The bytes cannot be read as JSON, hold a key twice, or are nested too deep."""


def parts(data: bytes) -> list[Part]:
    """Return every leaf, with its value as JSON; an empty list or object is one. Raises NoJsonError."""
    return parts_of(read(data))


def parts_of(value: Json) -> list[Part]:
    """Return the same of a value. Raises NoJsonError."""
    return [Part(pointer, _written(one)) for pointer, one in _leaves(value, "", 0)]


def without(data: bytes, withheld: Collection[str]) -> bytes:
    """Return the file with marks in the places named. Raises NoJsonError, KeyError for a place it has not."""
    return without_in(read(data), withheld)


def without_in(value: Json, withheld: Collection[str]) -> bytes:
    """Return the same of a value. Raises KeyError."""
    places = {pointer: mark(number) for number, pointer in enumerate(sorted(withheld), 1)}
    found: set[str] = set()
    whole = _replaced(value, "", places, found)
    for pointer in sorted(set(places) - found):
        if not any(pointer.startswith(f"{outer}/") for outer in found):
            raise KeyError(pointer)
    return _written(whole) + b"\n"


def step(key: str | int) -> str:
    """Return one step of a JSON pointer."""
    return "/" + str(key).replace("~", "~0").replace("/", "~1")


def read(data: bytes) -> Json:
    """Return what a file says. Raises NoJsonError."""
    try:
        text = data.decode("utf-8-sig")
        return cast("Json", json.loads(text, object_pairs_hook=_once, parse_constant=_no_number))
    except (ValueError, RecursionError) as error:
        raise NoJsonError from error


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Take an object whose keys are all different; of two of one name one would be lost."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _no_number(word: str) -> Json:
    raise ValueError(word)


def _written(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _leaves(value: Json, pointer: str, depth: int) -> Iterator[tuple[str, Json]]:
    if depth > _DEEPEST:
        raise NoJsonError
    found = inside(value)
    if not found:
        yield pointer, value
    for key, one in found:
        yield from _leaves(one, pointer + step(key), depth + 1)


def inside(value: Json) -> list[tuple[str | int, Json]]:
    """Return what an object or list holds, by key or place; nothing for anything else."""
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _replaced(value: Json, pointer: str, places: dict[str, str], found: set[str]) -> Json:
    if pointer in places:
        found.add(pointer)
        return places[pointer]
    if isinstance(value, dict):
        return {key: _replaced(one, pointer + step(key), places, found) for key, one in value.items()}
    if isinstance(value, list):
        return [_replaced(one, pointer + step(at), places, found) for at, one in enumerate(value)]
    return value
