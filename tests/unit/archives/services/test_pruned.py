# SPDX-License-Identifier: Apache-2.0
"""A large document is read without what nobody looks at, and what is no document is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.archives.container import MemberError
from inspector.archives.frame.pruned import pruned

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


def nothing(_path: tuple[str, ...]) -> bool:
    return False


def _read(value: Any, drops: Any = nothing) -> Any:
    text = json.dumps(value).encode()
    return pruned([text[place : place + 7] for place in range(0, len(text), 7)], drops)[0]


@given(VALUES)
def test_a_document_of_which_all_is_kept_is_itself(value: Any) -> None:
    assert _read(value) == value


@given(VALUES, VALUES, VALUES)
def test_what_is_left_out_is_nothing_and_its_neighbours_stay(first: Any, second: Any, third: Any) -> None:
    whole = {"a": first, "b": {"keep": second, "drop": third}, "c": third, "d": {"drop": [1]}}
    found = _read(whole, lambda path: path in {("a",), ("b", "drop"), ("d", "drop")})
    assert found == {"a": None, "b": {"keep": second, "drop": None}, "c": third, "d": {"drop": None}}


def test_a_key_far_inside_is_never_asked_about() -> None:
    asked: list[tuple[str, ...]] = []

    def listen(path: tuple[str, ...]) -> bool:
        asked.append(path)
        return False

    whole = {"a": {"b": {"c": [{"d": 1}]}}, "e": [{"f": {"g": 1}}]}
    assert _read(whole, listen) == whole
    assert asked[:2] == [("a",), ("a", "b")]
    assert max(map(len, asked)) == 2


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (b"", "json_broken"), (b"{", "json_broken"), (b'{"a":1', "json_broken"), (b"{}{}", "json_broken"),
        (b"1 2", "json_broken"), (b"nothing", "json_broken"), (b'{"a":1,"a":2}', "json_double_key"),
        (b'{"a":{"b":1,"b":1}}', "json_double_key"), (b"[" * 5000, "json_deep"),
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused(text: bytes, key: str) -> None:
    with pytest.raises(MemberError) as error:
        pruned([text], nothing)
    assert error.value.key == f"member.{key}"
