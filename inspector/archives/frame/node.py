# SPDX-License-Identifier: Apache-2.0
"""A value in a JSON member and its place, a JSON pointer; what has another form is a fault of its record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inspector.archives.formats.json_values import excerpt
from inspector.archives.frame.times import Form, read_time
from inspector.domain.moment import Moment

if TYPE_CHECKING:
    from inspector.archives.frame.page import Page


class Node:
    """A JSON value. `pointer` leads to it from the start of its member, `row` counts its record from 1.

    What is absent or null is None without a fault, for nothing follows from it; a value of another type than
    the one asked for is a fault (`member.record_value`) and None.
    """

    __slots__ = ("_above", "_key", "_page", "row", "value")

    def __init__(self, page: Page, value: object, pointer: str, row: int) -> None:
        self._page = page
        self.value = value
        self.row = row
        self._above: str | Node = pointer
        self._key: str | int | None = None

    @property
    def pointer(self) -> str:
        """Return the place, put together only where somebody asks: most values are passed by."""
        if isinstance(self._above, str):
            return self._above
        key = self._key
        return f"{self._above.pointer}/{_escaped(key) if isinstance(key, str) else key}"

    @property
    def locator(self) -> str:
        """Return the place as facts name it."""
        return self.pointer

    @property
    def raw(self) -> str:
        """Return what stands there: a text as it is, anything else as JSON, cut at 200 characters."""
        return self.value[:200] if isinstance(self.value, str) else excerpt(self.value)

    def get(self, *path: str) -> Node | None:
        """Return the value behind some keys, None where one of them is absent or null."""
        found: Node | None = self
        for key in path:
            found = found.step(key) if found is not None else None
        return found

    def each(self) -> Iterator[Node]:
        """Yield the elements of a list."""
        if not isinstance(self.value, list):
            self._bad()
            return
        for index, value in enumerate(self.value):
            yield self._inside(value, index)

    def entries(self) -> Iterator[tuple[str, Node]]:
        """Yield the keys of an object and what lies behind each."""
        if not isinstance(self.value, dict):
            self._bad()
            return
        for key, value in self.value.items():
            yield key, self._inside(value, key)

    def text(self) -> str | None:
        """Return a text; an empty one is None."""
        if isinstance(self.value, str):
            return self.value or None
        self._bad()
        return None

    def flag(self) -> bool | None:
        """Return true or false."""
        if isinstance(self.value, bool):
            return self.value
        self._bad()
        return None

    def time(self, *forms: Form) -> Moment | None:
        """Return the time in one of the forms this file uses, and take note of it as that of a record."""
        found = read_time(self.value, forms, self._page.years)
        if found is None:
            self._page.fault(self.row, "member.record_bad_date")
            return None
        self._page.saw(found.not_before)
        return found

    def step(self, key: str) -> Node | None:
        """Return the value behind one key."""
        if not isinstance(self.value, dict):
            self._bad()
            return None
        value = self.value.get(key)
        return None if value is None else self._inside(value, key)

    def beneath(self, value: object, *path: str) -> Node:
        """Return a value that lies behind some keys, known already."""
        found = self
        for key in path:
            found = found._inside(None, key)
        found.value = value
        return found

    def _inside(self, value: object, key: str | int) -> Node:
        found = Node(self._page, value, "", self.row)
        found._above, found._key = self, key
        return found

    def _bad(self) -> None:
        self._page.fault(self.row, "member.record_value")


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
