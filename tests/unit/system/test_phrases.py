# SPDX-License-Identifier: Apache-2.0
"""The phrase check finds a claim however it is broken over lines, and in its own language."""

from __future__ import annotations

import pytest

from inspector.system.phrases import forbidden_phrases


def test_passages_are_named_as_they_stand_and_in_order() -> None:
    text = "Written successfully. YOUR\n   data wasn’t used, which proves that nothing is certified."
    assert forbidden_phrases(text, "en") == [
        "successfully",
        "YOUR data wasn't used",
        "proves that",
        "certified",
    ]


@pytest.mark.parametrize("lang", ["de", "de-AT"])
def test_each_language_has_its_own_phrases(lang: str) -> None:
    text = "Ihre Nachrichten wurden nach allem, was bekannt ist, nicht verwendet. Done successfully."
    assert forbidden_phrases(text, lang) == [text.partition(".")[0]]


def test_a_language_without_a_list_forbids_nothing() -> None:
    assert forbidden_phrases("successfully certified", "pl") == []
