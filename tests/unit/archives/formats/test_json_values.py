# SPDX-License-Identifier: Apache-2.0
"""Whole documents, such as settings: nothing ambiguous is read, and every refusal has its key."""

from __future__ import annotations

import msgspec
import pytest

from inspector.archives.container import MemberError
from inspector.archives.formats import json_values
from inspector.archives.formats.json_values import excerpt, json_document
from tests.unit.archives.formats.pieces import cut


class Settings(msgspec.Struct):
    training_allowed: bool | None = None


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(MemberError) as raised:
        json_document(cut(data, 5), Settings)
    return raised.value.status, raised.value.key


def test_a_document_is_typed_and_a_missing_key_stays_unstated() -> None:
    assert json_document([b'\xef\xbb\xbf{"training_allowed": false, "x": 1}'], Settings) == (
        Settings(training_allowed=False),
        False,
    )
    assert json_document([b"{}"], Settings)[0].training_allowed is None


def test_a_setting_that_stands_twice_is_refused() -> None:
    twice = b'{"training_allowed": true, "training_allowed": false}'
    assert refused(twice) == ("damaged", "member.json_double_key")
    assert json_document([twice], Settings, unique_keys=False)[0] == Settings(training_allowed=False)


def test_a_key_that_stands_twice_deep_inside_is_refused_too() -> None:
    assert refused(b'{"x": [{"a": {"b": 1, "b": 1}}]}') == ("damaged", "member.json_double_key")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"{} {}", b'{"a": NaN}', b'{"a": 1e999}', b'{"a": Infinity}', b"no"]
)
def test_what_is_no_json_is_damaged(data: bytes) -> None:
    assert refused(data) == ("damaged", "member.json_broken")


def test_json_of_another_form_is_unsupported() -> None:
    assert refused(b'{"training_allowed": "yes"}') == ("unsupported", "member.json_form")
    assert refused(b"[1]") == ("unsupported", "member.json_form")


def test_nesting_past_the_limit_is_told() -> None:
    assert refused(b'{"a":' + b"[" * 250 + b"]" * 250 + b"}") == ("damaged", "member.json_deep")
    assert refused(b'{"a":' + b"[" * 200_000) == ("damaged", "member.json_deep")


def test_a_document_past_the_limit_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "MOST_IN_MEMORY", 20)
    assert refused(b'{"a": "' + b"x" * 50 + b'"}') == ("refused", "member.json_long")


def test_lone_surrogates_are_replaced_and_told() -> None:
    assert json_document([rb'{"a":"\ud800"}'], dict) == ({"a": "\ufffd"}, True)


def test_an_excerpt_is_one_line_and_short() -> None:
    assert excerpt({"b": [1, "é\n"], "a": None}) == '{"b":[1,"é\\n"],"a":null}'
    assert len(excerpt("x" * 1000)) == 200
