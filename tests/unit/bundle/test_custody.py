# SPDX-License-Identifier: Apache-2.0
"""The custody log in the bundle: a whole chain goes out as it is, a broken one does not go out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle import custody
from inspector.bundle.contents import BundleError
from inspector.cases.custody import FIRST, chained, first_break
from tests.unit.bundle.fictional import ACTS

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
LOGS = st.lists(st.dictionaries(TEXTS, VALUES, max_size=4), min_size=2, max_size=6)


@given(LOGS)
def test_a_log_is_the_same_after_it_was_written_and_read(log: list[dict[str, object]]) -> None:
    acts = chained(log)
    read = custody.parse(custody.document(acts))
    assert read == acts
    assert first_break(read) is None


@given(LOGS, st.data())
def test_an_act_changed_removed_or_moved_before_the_last_breaks_the_chain(
    log: list[dict[str, object]], data: st.DataObject
) -> None:
    acts = chained(log)
    at = data.draw(st.integers(0, len(acts) - 2))
    changed = [*acts[:at], {**acts[at], "at": "another time"}, *acts[at + 1 :]]
    assert first_break(changed) == at + 2
    assert first_break([*acts[:at], *acts[at + 1 :]]) == at + 1
    assert first_break([*acts[:at], acts[at + 1], acts[at], *acts[at + 2 :]]) == at + 1


def test_a_log_that_was_changed_is_not_written() -> None:
    with pytest.raises(BundleError) as caught:
        custody.document([{**ACTS[0], "at": "2020-01-01T00:00:00Z"}, *ACTS[1:]])
    assert caught.value.note.as_dict() == {"number": 2}


def test_the_file_says_its_schema_and_starts_from_zeros() -> None:
    written = json.loads(custody.document(ACTS))
    assert written["schema"] == "inspector/custody/1"
    assert written["acts"][0]["prev"] == FIRST == "0" * 64
    with pytest.raises(ValueError, match="custody"):
        custody.parse(b'{"schema": "inspector/custody/2", "acts": []}')
