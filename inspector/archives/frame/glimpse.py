# SPDX-License-Identifier: Apache-2.0
"""What the first bytes of a file tell of its form: the keys of its JSON, however far they reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from inspector.archives.container import MemberError
from inspector.archives.formats.json_stream import BrokenOffError, events
from inspector.archives.formats.tables import Table, TableShape
from inspector.archives.formats.utf8 import utf8_blocks
from inspector.archives.formats.wrapped_json import unwrapped
from inspector.archives.stream import MemberStream

_DEEPEST: Final = 4

Fits = Callable[[bytes], bool]
"""Tells from the first bytes of a file whether it has a certain form."""


@lru_cache(maxsize=64)
def key_paths(start: bytes) -> frozenset[str]:
    """Return the paths of the keys in the beginning of a JSON text, such as `settings/training_allowed`.

    Lists are looked through, so that the keys of all records stand side by side; a text that is assigned to a
    variable is looked at behind it. What is no JSON has none. At most four keys deep.
    """
    found: set[str] = set()
    path: list[str] = []
    try:
        for event, value in events(utf8_blocks([_bare(start)])):
            if event == "start_map":
                path.append("")
            elif event == "end_map":
                path.pop()
            elif event == "map_key":
                path[-1] = value
                if len(path) <= _DEEPEST:
                    found.add("/".join(path))
    except BrokenOffError:
        # The beginning of a longer text breaks off; what came before counts.
        return frozenset(found)
    return frozenset(found)


def _bare(start: bytes) -> bytes:
    try:
        return b"".join(unwrapped([start]))
    except MemberError:
        return start


def has_keys(*needed: str, lacks: str = "") -> Fits:
    """Return what tells a file by its first bytes: all of these paths of keys, and none of those it lacks."""
    wanted, unwanted = frozenset(needed), frozenset(lacks.split())

    def fits(start: bytes) -> bool:
        found = key_paths(start)
        return wanted <= found and not unwanted & found

    return fits


def has_columns(shape: TableShape) -> Fits:
    """Return what tells a table by its first bytes: a header with these columns."""

    def fits(start: bytes) -> bool:
        try:
            table = Table(MemberStream(iter((start,)), lambda _: None), shape, lambda _: None)
        except MemberError:
            return False
        return bool(table.header)

    return fits
