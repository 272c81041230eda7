# SPDX-License-Identifier: Apache-2.0
"""The records of a file of X, counted for the comparison with X's own list, and the times in its ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from inspector.archives.formats.wrapped_json import unwrapped
from inspector.archives.frame.new_keys import Keys
from inspector.archives.frame.node import Node
from inspector.archives.frame.page import Page
from inspector.archives.services.x.shapes import FOLDER
from inspector.domain.moment import seconds_of

# X's ids count milliseconds from here above 22 lower bits; measured on three archives.
_ID_START: Final = 1000 * seconds_of(datetime(2010, 11, 4, 1, 42, 54, tzinfo=UTC)) + 657
_ID_SHIFT: Final = 22
_FIRST_ID: Final = seconds_of(datetime(2010, 11, 6, tzinfo=UTC))
# Ids are made seconds before what they name is stored; more than an hour, in milliseconds, is no delay.
_APART: Final = 3_600_000
_LONGEST_ID: Final = 19


@dataclass(frozen=True, slots=True)
class Listed:
    """What X's list says of one file: how many records it holds."""

    path: str
    count: int


@dataclass(slots=True)
class Gathered:
    """What only shows over several files.

    `counted` are the numbers that X may count by for a file: its records, for messages those inside too.
    `apart` are records by file whose id was made at another time than is written beside it.
    """

    accounts: set[str] = field(default_factory=set)
    listed: list[Listed] = field(default_factory=list)
    has_list: bool = False
    is_partial: bool = False
    counted: dict[str, frozenset[int]] = field(default_factory=dict)
    apart: dict[str, int] = field(default_factory=dict)


class Records:
    """The records of the list that a file assigns, to be counted with those that are faulty."""

    def __init__(self, page: Page, known: Keys | None, kind: Any = Any) -> None:
        self._page = page
        self._known = known
        self._kind = kind
        self.inside = 0
        self.apart = 0

    def __iter__(self) -> Iterator[Node]:
        return self._page.records(known=self._known, blocks=unwrapped(self._page.stream), kind=self._kind)

    def keep(self, gathered: Gathered) -> None:
        """Take down how many there were, once the file is known to be whole."""
        count = self._page.met
        numbers = frozenset({count, self.inside} if self.inside else {count})
        if not any(key.startswith("member.rest") for key in self._page.faults):
            self._page.done.append(lambda: gathered.counted.update({listed_path(self._page): numbers}))
        if self.apart:
            self._page.done.append(lambda: gathered.apart.update({self._page.member.name: self.apart}))

    def compare(self, number: object, written: int | None, *, after: bool = False) -> None:
        """Compare the time in an id with the second written beside it; `after`: it may be any time later."""
        if written is None or written < _FIRST_ID:
            return
        if not isinstance(number, str) or not number.isdecimal() or len(number) > _LONGEST_ID:
            return
        apart = _ID_START + (int(number) >> _ID_SHIFT) - 1000 * written
        if apart > _APART or (not after and apart < -_APART):
            self.apart += 1


def listed_path(page: Page) -> str:
    """Return the path of a member as X's list names it."""
    path = page.member.path
    return path if path.startswith(FOLDER) else FOLDER + path
