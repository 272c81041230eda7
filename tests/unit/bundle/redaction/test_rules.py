# SPDX-License-Identifier: Apache-2.0
"""Rules come back as they were written; what they leave open is withheld, what is unknown refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.redaction.rules import AS_RULED, ItemRules, Rule, Rules, RulesError, encode, parse

SIDES = st.integers(1, 5000)
ITEMS = st.builds(
    ItemRules,
    st.sampled_from([None, "parts", "whole", "nothing"]),
    st.frozensets(st.text(max_size=4), max_size=3),
    st.frozensets(st.text(max_size=4), max_size=3),
    st.lists(st.tuples(SIDES, SIDES, SIDES, SIDES), max_size=2).map(tuple),
)
RULES = st.builds(
    Rules,
    st.frozensets(st.sampled_from(list(Rule))),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
    st.dictionaries(st.tuples(st.text(max_size=4), st.none() | st.text(max_size=4)), ITEMS, max_size=3),
)


@given(RULES)
def test_rules_come_back_as_they_were_written(rules: Rules) -> None:
    assert parse(encode(rules)) == rules


def test_what_is_not_said_is_withheld() -> None:
    rules = parse(b'{"schema": "inspector/redaction-rules/1"}')
    assert rules == Rules()
    assert rules.on == frozenset(Rule)
    assert rules.of("a.zip", "0" * 64, "b.csv") == AS_RULED


def test_an_item_is_named_by_its_name_or_its_hash() -> None:
    by_name, by_hash = ItemRules("whole"), ItemRules("nothing")
    rules = Rules(items={("a.zip", "b.csv"): by_name, ("1" * 64, None): by_hash})
    assert rules.of("a.zip", "0" * 64, "b.csv") == by_name
    assert rules.of("c.png", "1" * 64, None) == by_hash


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"schema": "other"}, "redaction.rules.schema"),
        ({"extra": 1}, "redaction.rules.bad"),
        ({"rules": {"everything": True}}, "redaction.rules.bad"),
        ({"rules": {"rest": 1}}, "redaction.rules.bad"),
        ({"words": "Ilse"}, "redaction.rules.bad"),
        ({"items": {}}, "redaction.rules.bad"),
        ({"items": [{"member": "a"}]}, "redaction.rules.bad"),
        ({"items": [{"file": "a", "keep": "some"}]}, "redaction.rules.bad"),
        ({"items": [{"file": "a", "boxes": [[1, 2, 3]]}]}, "redaction.rules.bad"),
        ({"items": [{"file": "a", "boxes": [[1, 2, 0, 3]]}]}, "redaction.rules.bad"),
        ({"items": [{"file": "a", "boxes": [[-1, 2, 3, 3]]}]}, "redaction.rules.bad"),
        ({"items": [{"file": "a", "boxes": [[True, 2, 3, 3]]}]}, "redaction.rules.bad"),
    ],
)
def test_what_cannot_be_followed_is_refused(changes: dict[str, Any], key: str) -> None:
    found = {"schema": "inspector/redaction-rules/1", **changes}
    with pytest.raises(RulesError) as error:
        parse(json.dumps(found).encode())
    assert error.value.note.key == key


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(RulesError) as error:
        parse(b"{")
    assert error.value.note.key == "redaction.rules.no_json"
