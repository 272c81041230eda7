# SPDX-License-Identifier: Apache-2.0
"""Goes through every value of a loaded entry with its place, so that checks need not list the fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

import msgspec

from inspector.catalog.decode import Translated

Placed = tuple[str, object]


def walk(value: object, place: str = "") -> Iterator[Placed]:
    """Yield `value` and all values inside it, each with a place: `controls[linkedin/x].labels[3]`."""
    yield place, value
    if isinstance(value, Translated):
        return
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, f"{place}[{_label(item, index)}]")
        return
    for name, inner in _fields(value):
        yield from walk(inner, f"{place}.{name}" if place else name)


def _fields(value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, msgspec.Struct):
        return [(name, getattr(value, name)) for name in value.__struct_fields__]
    if dataclasses.is_dataclass(value):
        return [(field.name, getattr(value, field.name)) for field in dataclasses.fields(value)]
    return ()


def _label(item: object, index: int) -> str:
    own = getattr(item, "id", None)
    return own if isinstance(own, str) else str(index)
