# SPDX-License-Identifier: Apache-2.0
"""Which parts of a table or a JSON file are withheld by the rules, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from inspector.bundle.redaction.cells import path_of
from inspector.bundle.redaction.leaves import Json, inside, step
from inspector.bundle.redaction.needles import Needles
from inspector.bundle.redaction.rules import ItemRules, Rule

_CELL: Final = re.compile(r"row (\d{1,9}), column (.*)", re.DOTALL)
_WORDS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_PREAMBLE: Final = 11
"""Lines that the header of a table may be among."""

_PEOPLE: Final = frozenset(
    {
        *("address", "author", "body", "caption", "comment", "contact", "contacts", "content"),
        *("conversation", "description", "email", "emails", "extension", "from", "friend", "friends"),
        *("handle", "ip", "ips", "latitude", "link", "longitude", "mail", "message", "messages", "name"),
        *("names", "participant", "participants", "person", "phone", "recipient", "recipients", "sender"),
        *("senders", "subject", "text", "to", "url", "urls", "user", "username", "website"),
    }
)
"""Words in the names of columns and keys under which persons, addresses and messages stand."""


class Reason(StrEnum):
    """Why a part is withheld."""

    REST = "rest"
    BESIDE = "beside"
    PEOPLE = "people"
    WORDS = "words"
    PICKED = "picked"
    BOX = "box"
    WHOLE = "whole"
    HASH = "hash"
    CHANGED = "changed"


class UnplacedError(Exception):
    """What a fact names is not found in the file as it was read here, so nothing of it can be told apart."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that a fact was read from, and the text found there."""

    locator: str
    raw: str


@dataclass(frozen=True, slots=True)
class Choice:
    """All that decides what is withheld of one file."""

    rules: frozenset[Rule]
    words: Needles
    item: ItemRules
    cited: Sequence[Cited]


def is_about_people(name: str) -> bool:
    """Tell whether persons, addresses or messages stand under the name of a column or key."""
    return any(word.lower() in _PEOPLE for word in _WORDS.findall(name))


def of_table(rows: Sequence[Sequence[str]], choice: Choice) -> dict[str, Reason]:
    """Return the cells that are withheld. Raises UnplacedError."""
    placed = [_place(rows, one) for one in choice.cited]
    header = placed[0][0] if placed else -1
    where = _Cells(header, rows[header] if placed else (), frozenset(place for _, place in placed))
    found: dict[str, Reason] = {}
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            path = path_of(at + 1, place + 1)
            reason = _decided(path, cell, where.why(at, place, choice.rules), choice)
            if reason is not None:
                found[path] = reason
    return found


class _Cells:
    """Where the header of a table is, what it names, and which cells facts were read from, all from 0."""

    def __init__(self, header: int, names: Sequence[str], cited: frozenset[tuple[int, int]]) -> None:
        self._header = header
        self._about = {place for place, name in enumerate(names) if is_about_people(name)}
        self._cited = cited
        self._rows = {at for at, _ in cited}

    def why(self, at: int, place: int, rules: frozenset[Rule]) -> Reason | None:
        """Return which rule withholds a cell."""
        if at == self._header:
            return None
        if Rule.REST in rules and at not in self._rows:
            return Reason.REST
        if Rule.PEOPLE in rules and place in self._about:
            return Reason.PEOPLE
        if Rule.BESIDE in rules and (at, place) not in self._cited and at in self._rows:
            return Reason.BESIDE
        return None


def path_in(rows: Sequence[Sequence[str]], one: Cited) -> str:
    """Return the cell that a fact names. Raises UnplacedError."""
    _, (at, place) = _place(rows, one)
    return path_of(at + 1, place + 1)


def _place(rows: Sequence[Sequence[str]], one: Cited) -> tuple[int, tuple[int, int]]:
    """Return the row of the header and the cell that a fact names, from 0; its text must stand there."""
    found = _CELL.fullmatch(one.locator)
    if found is None:
        raise UnplacedError
    number, column = int(found[1]), found[2]
    for header, row in enumerate(rows[:_PREAMBLE]):
        names = [name.strip().lstrip("\ufeff") for name in row]
        if column not in names:
            continue
        place, at = names.index(column), header + number - 1
        if at < len(rows) and place < len(rows[at]) and rows[at][place].strip() == one.raw:
            return header, (at, place)
    raise UnplacedError


def of_json(value: Json, choice: Choice) -> dict[str, Reason]:
    """Return the places that are withheld, each the highest of its kind. Raises UnplacedError."""
    where = _Pointers(choice)
    found = dict(_of_value(value, "", "", where))
    if where.cited - where.met:
        raise UnplacedError
    return found


class _Pointers:
    """The places of a JSON file that facts were read from, and that the person speaks of."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.cited = frozenset(one.locator for one in choice.cited)
        self.met: set[str] = set()
        wanted = self.cited | choice.item.show | choice.item.withhold
        self._above = frozenset(above for one in wanted for above in _above(one))
        self._records = frozenset(one.rpartition("/")[0] for one in self.cited)

    def is_above(self, pointer: str) -> bool:
        """Tell whether something stands below a place of which facts or the person speak."""
        return pointer in self._above

    def why(self, pointer: str, key: str) -> Reason | None:
        """Return which rule withholds a place."""
        rules, in_record = self.choice.rules, pointer.rpartition("/")[0] in self._records
        if Rule.REST in rules and not (pointer and in_record):
            return None if pointer in self.cited else Reason.REST
        if Rule.PEOPLE in rules and is_about_people(key):
            return Reason.PEOPLE
        return Reason.BESIDE if Rule.BESIDE in rules and in_record and pointer not in self.cited else None


def _above(pointer: str) -> Iterator[str]:
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer


def _of_value(value: Json, pointer: str, key: str, where: _Pointers) -> Iterator[tuple[str, Reason]]:
    choice, children = where.choice, inside(value)
    if pointer in where.cited:
        where.met.add(pointer)
    why = where.why(pointer, key)
    if pointer in choice.item.withhold:
        where.met.update(one for one in where.cited if f"{one}/".startswith(f"{pointer}/"))
        yield pointer, Reason.PICKED
    elif children and (where.is_above(pointer) or why is None or choice.item.keep == "whole"):
        for name, one in children:
            below = name if isinstance(name, str) else key
            yield from _of_value(one, pointer + step(name), below, where)
    else:
        reason = _decided(pointer, value, why, choice)
        if reason is not None:
            yield pointer, reason


def _decided(path: str, value: Json, why: Reason | None, choice: Choice) -> Reason | None:
    """Return why a part is withheld in the end: what the person says of it comes first."""
    item = choice.item
    if path in item.withhold:
        return Reason.PICKED
    if choice.words and any(choice.words.found_in(text) for text in texts_of(value)):
        return Reason.WORDS
    if path in item.show or item.keep == "whole":
        return None
    return why


def texts_of(value: Json) -> Iterator[str]:
    """Yield what can be read in a value: its texts and numbers, and keys that are no plain words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    for key, one in inside(value):
        if isinstance(key, str) and re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", key) is None:
            yield key
        yield from texts_of(one)
