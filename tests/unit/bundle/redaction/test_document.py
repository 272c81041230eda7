# SPDX-License-Identifier: Apache-2.0
"""What anyone may have written in place of what is published is refused in one way, and never believed."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.redaction.choosing import Reason
from inspector.bundle.redaction.commitments import Part
from inspector.bundle.redaction.document import Item, Left, Redaction, encode, parse
from inspector.bundle.redaction.proof import committed, prove

PARTS = [Part(f"/{name}", b"1") for name in ("a", "b/c", "b/d", "e")]
PROOF = prove("json", PARTS, {"/b": Reason.REST, "/e": Reason.PICKED}, bytes(32))
PUBLISHED = Redaction(
    (Item("r1", "s1", "a.json", "data/members/0001.bin", PROOF),),
    (Left("facts", 3, "rest"),),
    ("rest", "people"),
    2,
    "ab" * 32,
)
OTHER: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=3) | st.just([]) | st.just({})
)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, one in inside for place in places(one, (*at, key)))]


def changed(value: Any, at: tuple[Any, ...], other: Any) -> Any:
    if not at:
        return other
    made = dict(value) if isinstance(value, dict) else list(value)
    made[at[0]] = changed(value[at[0]], at[1:], other)
    return made


def test_it_comes_back_as_it_was() -> None:
    assert parse(encode(PUBLISHED)) == PUBLISHED


@given(st.data(), OTHER)
def test_anything_else_in_any_place_is_refused_or_read_and_never_raises_otherwise(
    data: st.DataObject, other: Any
) -> None:
    whole = json.loads(encode(PUBLISHED))
    at = data.draw(st.sampled_from(places(whole)))
    with suppress(ValueError):
        found = parse(json.dumps(changed(whole, at, other)).encode())
        for item in found.items:
            assert committed(item.proof, [PARTS[0]]).count >= 0


@pytest.mark.parametrize(
    ("at", "other"),
    [
        (("items", 0, "file"), "../outside"),
        (("items", 0, "file"), "report.pdf"),
        (("items", 0, "form"), "other"),
        (("items", 0, "id"), "s1"),
        (("items", 0, "root"), "ab"),
        (("items", 0, "salts"), ["ab"]),
        (("items", 0, "boxes"), [[0, 0, 0, 1]]),
        (("items", 0, "withheld", 0, "why"), "because"),
        (("items", 0, "withheld", 0, "leaves"), []),
        (("items", 0, "withheld", 1, "at"), "/b"),
        (("sealed_original",), "ab"),
        (("words",), -1),
        (("schema",), "inspector/redaction/2"),
    ],
)
def test_what_cannot_be_is_refused(at: tuple[Any, ...], other: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(json.dumps(changed(json.loads(encode(PUBLISHED)), at, other)).encode())
