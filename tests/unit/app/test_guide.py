# SPDX-License-Identifier: Apache-2.0
"""The printable guide: one picture per page in each language, every word of the program, the same bytes."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from inspector.app.glossary import TERMS
from inspector.app.guide import LANGUAGES, PICTURED, document
from inspector.report.compile import typeset
from inspector.report.glyphs import printable
from inspector.system.messages import Messages
from inspector.system.resources import path

MOST_BYTES = 80_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_guide_holds_every_page_and_every_word_and_sets_to_the_same_bytes(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    found: dict[str, Any] = json.loads(json.dumps(document(Messages(lang))))
    assert [one["name"] for one in found["blocks"]] == [
        Messages(lang).text(f"gui.rail.{p}") for p in PICTURED
    ]
    assert len(found["words"]) == len(TERMS)
    assert printable(found["words"]) == found["words"]
    first = typeset(copy.deepcopy(found))
    assert first.startswith(b"%PDF")
    assert first == typeset(found)


def test_a_language_without_pictures_has_those_of_english() -> None:
    long = document(Messages("xx-long"))
    assert json.dumps(long).count("iVBORw0KGgo") == len(PICTURED)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pictures_are_small(lang: str) -> None:
    assert all(path(f"guide/{lang}/{page}.png").stat().st_size < MOST_BYTES for page in PICTURED)
