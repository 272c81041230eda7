# SPDX-License-Identifier: Apache-2.0
"""One JSON document of any size in the memory of those of its parts that are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from inspector.archives.container import MemberError
from inspector.archives.formats.json_stream import BrokenOffError, events
from inspector.archives.formats.records import MOST_WEIGHT, REPLACEMENT, weight
from inspector.archives.formats.utf8 import utf8_blocks
from inspector.domain.words import MemberStatus

Drops = Callable[[tuple[str, ...]], bool]
"""Tells from the keys that lead to a value whether it is left out. Asked for the outer two levels only."""

_LEVELS: Final = 2
_ERRORS: Final[dict[str, tuple[MemberStatus, str]]] = {
    "member.rest_deep": ("damaged", "member.json_deep"),
    "member.rest_long": ("refused", "member.json_long"),
}


def pruned(blocks: Iterable[bytes], drops: Drops) -> tuple[Any, bool]:
    """Return the value of a document, with None in place of what is left out, and whether it holds U+FFFD.

    Raises MemberError for what is no JSON, where a key stands twice, and where too much of it is kept.
    """
    tree = _Tree(drops)
    try:
        for event, value in events(utf8_blocks(blocks)):
            tree.take(event, value)
    except BrokenOffError as error:
        raise MemberError(*_ERRORS.get(error.key, ("damaged", "member.json_broken"))) from error
    if not tree.done:
        raise MemberError("damaged", "member.json_broken")
    return tree.value, tree.altered


class _Tree:
    """Grows a value from what a parser meets. `done` once the outermost value is whole."""

    def __init__(self, drops: Drops) -> None:
        self.value: Any = None
        self.done = False
        self.altered = False
        self._drops = drops
        self._open: list[Any] = []
        self._keys: list[str] = []
        self._left_out: int | None = None
        self._text = 0
        self._containers = 0

    def take(self, event: str, value: Any) -> None:
        """Take one step. Raises MemberError."""
        if self._left_out is not None:
            self._pass_over(event)
        elif event == "map_key":
            self._name(value)
        elif event == "start_map":
            self._begin({})
        elif event == "start_array":
            self._begin([])
        elif event in {"end_map", "end_array"}:
            self._end()
        else:
            if isinstance(value, str):
                self._text += len(value)
                self.altered = self.altered or REPLACEMENT in value
            self._put(value)

    def _pass_over(self, event: str) -> None:
        """Count how deep what is left out reaches, until it ends."""
        deep = self._left_out or 0
        deep += event.startswith("start_") - event.startswith("end_")
        self._left_out = deep or None

    def _name(self, key: str) -> None:
        inside = self._open[-1]
        if key in inside:
            raise MemberError("damaged", "member.json_double_key")
        self._keys[-1] = key
        if len(self._keys) <= _LEVELS and self._drops(tuple(self._keys)):
            inside[key] = None
            self._left_out = 0

    def _begin(self, container: Any) -> None:
        self._containers += 1
        if weight(self._text, self._containers) > MOST_WEIGHT:
            raise MemberError("refused", "member.json_long")
        self._put(container)
        self._open.append(container)
        self._keys.append("")

    def _end(self) -> None:
        self._open.pop()
        self._keys.pop()
        self.done = not self._open

    def _put(self, value: Any) -> None:
        if not self._open:
            if self.done:
                # Another value behind the first is no document.
                raise MemberError("damaged", "member.json_broken")
            self.value, self.done = value, not isinstance(value, dict | list)
        elif isinstance(self._open[-1], dict):
            self._open[-1][self._keys[-1]] = value
        else:
            self._open[-1].append(value)
