# SPDX-License-Identifier: Apache-2.0
"""Text that has no UTF-8, such as half of a character from a file name, as visible escapes."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

import msgspec

Kind = TypeVar("Kind")


def scrubbed(value: Kind) -> Kind:
    """Return the same value, all text in it with escapes for what has no UTF-8."""
    found: Any = value
    match value:
        case str():
            found = value.encode("utf-8", "backslashreplace").decode("utf-8")
        case tuple():
            found = tuple(map(scrubbed, value))
        case msgspec.Struct():
            names = value.__struct_fields__
            found = type(value)(**{name: scrubbed(getattr(value, name)) for name in names})
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = dataclasses.fields(value)
            changes = {field.name: scrubbed(getattr(value, field.name)) for field in fields}
            found = dataclasses.replace(value, **changes)
    return found  # type: ignore[no-any-return] # each case keeps the type
