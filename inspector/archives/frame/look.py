# SPDX-License-Identifier: Apache-2.0
"""Looks for new keys in the text of records of which a reader decodes a part, at the speed of a decoder."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

import msgspec

from inspector.archives.formats.json_values import NOT_JSON, BadValueError, Values
from inspector.archives.frame.new_keys import Keys, unknown, widened

_PLAIN: Final = Values(object)
_RECORDS: Final = msgspec.json.Decoder(list[msgspec.Raw])
_SCALAR: Final = str | int | float | bool | None
# A form takes memory for each key it knows, whether it is there or not, and an object two bytes at least.
_MOST_MEMORY: Final = 256 << 20
_LEAST: Final = 2
_PER_KEY: Final = 8
_MOST_KEYS: Final = 500


def _as_it_is(value: object) -> object:
    return value


class Look:
    """Remembers the paths of keys in records that are not among the known ones.

    A decoder that knows the keys tells of most texts that there is no other. It is made once a second text
    comes; what is new in a text counts as known from the next on. `mend` puts a value right before its keys
    are told.
    """

    def __init__(self, known: Keys, found: dict[str, None], mend: Callable[[Any], Any] | None = None) -> None:
        self._known = known
        self._wider = known
        self._found = found
        self._mend = mend or _as_it_is
        self._looked = False

    def __call__(self, text: bytes) -> None:
        """Look through the JSON of a record, or of a list of them."""
        if self._looked and fits(text, self._wider):
            return
        self._looked = True
        for record in _records(text):
            try:
                value, _ = _PLAIN.decode(record)
            except BadValueError:
                # What nests too deep to be made into values is not looked at.
                continue
            self._found.update(dict.fromkeys(unknown(self._mend(value), self._known)))
            self._widen(value)

    def _widen(self, value: object) -> None:
        wider = widened(self._wider, value)
        if _most(wider) <= _MOST_KEYS:
            self._wider = wider


def _records(text: bytes) -> list[msgspec.Raw]:
    try:
        return _RECORDS.decode(text)
    except NOT_JSON:
        return [msgspec.Raw(text)]


def fits(text: bytes, known: Keys) -> bool:
    """Tell whether JSON is known to have no other keys; False says nothing."""
    each = _PER_KEY * _most(known)
    if len(text) // _LEAST * each > _MOST_MEMORY and text.count(b"{") * each > _MOST_MEMORY:
        return False
    try:
        _decoder(known).decode(text)
    except NOT_JSON:
        return False
    return True


@lru_cache(maxsize=64)
def _decoder(known: Keys) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_looked_through(known))


def _looked_through(known: Keys) -> Any:
    """Return the type of what has known keys alone, by itself or in a list."""
    one = _form(known) | _SCALAR
    return one | list[one]  # type: ignore[valid-type] # a type made from a value


def _form(known: Keys) -> Any:
    if known.every is not None:
        return dict[str, _looked_through(known.every)]  # type: ignore[misc] # a type made from a value
    fields = [
        (f"at_{place}", _inside(deeper) | msgspec.UnsetType, msgspec.field(name=key, default=msgspec.UNSET))
        for place, (key, deeper) in enumerate(known.known.items())
    ]
    return msgspec.defstruct("Known", fields, forbid_unknown_fields=True, gc=False)


def _inside(known: Keys | None) -> Any:
    return msgspec.Raw if known is None else _looked_through(known)


@lru_cache(maxsize=64)
def _most(known: Keys) -> int:
    """Return how many keys the largest object is known to have."""
    inside = [known.every] if known.every is not None else [deeper for _, deeper in known.inner]
    return max(len(known.known) + 1, *(_most(deeper) for deeper in inside), 0)
