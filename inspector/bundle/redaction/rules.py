# SPDX-License-Identifier: Apache-2.0
"""What a person wants withheld: rules for all items, words to keep out everywhere, and wishes for one item.

As a file it is JSON `inspector/redaction-rules/1`. What it does not say is as safe as it can be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal, get_args

from inspector.bundle import strictjson
from inspector.bundle.redaction.boxes import Box
from inspector.domain.text import Note, note

SCHEMA: Final = "inspector/redaction-rules/1"

Keep = Literal["parts", "whole", "nothing"]
"""What of an item goes in: the parts that no rule withholds, all of it, or only the commitment to it."""

MOST_BYTES: Final = 32 << 20
"""Larger tables and JSON files are withheld as a whole."""

MOST_BOXES: Final = 500
"""Boxes on one picture."""

_BOX: Final = 4
_MOST_NUMBER: Final = 1 << 24


class Rule(StrEnum):
    """What is withheld of every item, unless the person shows it."""

    REST = "rest"
    """Rows and leaves that no fact of the answer is read from."""

    BESIDE = "beside"
    """What stands in a row or record beside what a fact is read from."""

    PEOPLE = "people"
    """Names, addresses and messages: of tables and JSON by the names of columns and keys; pages and mails."""

    NAMES = "names"
    """Names of the files handed in, and addresses of saved pages."""


class RulesError(ValueError):
    """A file of rules says nothing that can be followed; `note` tells why."""

    def __init__(self, reason: Note) -> None:
        super().__init__(reason.key)
        self.note = reason


@dataclass(frozen=True, slots=True)
class ItemRules:
    """What is wanted of one item. `keep` None: what the rules say; `show` wins over them, `withhold` always.

    `withhold` and `show` name cells (`row 3, cell 4`) or JSON pointers; `boxes` are for pictures.
    """

    keep: Keep | None = None
    withhold: frozenset[str] = frozenset()
    show: frozenset[str] = frozenset()
    boxes: tuple[Box, ...] = ()


AS_RULED: Final = ItemRules()
Items = Mapping[tuple[str, str | None], ItemRules]
"""By the name or SHA-256 of what was handed in, and the member of it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """All that a person wants withheld."""

    on: frozenset[Rule] = frozenset(Rule)
    words: tuple[str, ...] = ()
    items: Items = field(default_factory=dict)

    def of(self, name: str, sha256: str, member: str | None) -> ItemRules:
        """Return what is wanted of one item."""
        return self.items.get((sha256, member)) or self.items.get((name, member)) or AS_RULED


def parse(data: bytes) -> Rules:
    """Return the rules in a file. Raises RulesError."""
    try:
        found = strictjson.decode(data)
    except ValueError as error:
        raise RulesError(note("redaction.rules.no_json")) from error
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise RulesError(note("redaction.rules.schema", schema=SCHEMA))
    _only(found, {"schema", "rules", "words", "items"})
    rows = found.get("items", [])
    if not isinstance(rows, list):
        raise _bad("items")
    return Rules(
        _rules(found.get("rules", {})), tuple(_texts(found, "words")), dict(_item(row) for row in rows)
    )


def encode(rules: Rules) -> bytes:
    """Return the rules as a file."""
    items = [_row(of, member, one) for (of, member), one in sorted(rules.items.items(), key=str)]
    on = {rule.value: rule in rules.on for rule in Rule}
    return strictjson.encode({"schema": SCHEMA, "rules": on, "words": list(rules.words), "items": items})


def _row(of: str, member: str | None, one: ItemRules) -> dict[str, object]:
    return {
        "file": of,
        "member": member,
        "keep": one.keep,
        "withhold": sorted(one.withhold),
        "show": sorted(one.show),
        "boxes": [list(box) for box in one.boxes],
    }


def _rules(found: object) -> frozenset[Rule]:
    if not isinstance(found, dict):
        raise _bad("rules")
    _only(found, {rule.value for rule in Rule})
    if not all(isinstance(value, bool) for value in found.values()):
        raise _bad("rules")
    return frozenset(rule for rule in Rule if found.get(rule.value, True))


def _item(row: object) -> tuple[tuple[str, str | None], ItemRules]:
    if not isinstance(row, dict) or not isinstance(row.get("file"), str):
        raise _bad("file")
    _only(row, {"file", "member", "keep", "withhold", "show", "boxes"})
    member, keep = row.get("member"), row.get("keep")
    if not isinstance(member, str | None):
        raise _bad("member")
    if keep is not None and keep not in get_args(Keep):
        raise _bad("keep")
    made = ItemRules(
        keep, frozenset(_texts(row, "withhold")), frozenset(_texts(row, "show")), tuple(_boxes(row))
    )
    return (row["file"], member), made


def _texts(found: dict[str, object], key: str) -> list[str]:
    texts = found.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise _bad(key)
    return texts


def _boxes(row: dict[str, object]) -> list[Box]:
    boxes = row.get("boxes", [])
    if not isinstance(boxes, list) or len(boxes) > MOST_BOXES:
        raise _bad("boxes")
    return [_box(one) for one in boxes]


def _box(one: object) -> Box:
    if not isinstance(one, list) or len(one) != _BOX or not all(type(side) is int for side in one):
        raise _bad("boxes")
    left, top, width, height = one
    if not (min(one) >= 0 and max(one) <= _MOST_NUMBER and width and height):
        raise _bad("boxes")
    return left, top, width, height


def _only(found: dict[str, object], known: set[str]) -> None:
    for key in sorted(found):
        if key not in known:
            raise _bad(key)


def _bad(key: str) -> RulesError:
    return RulesError(note("redaction.rules.bad", name=key))
