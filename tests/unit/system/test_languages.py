# SPDX-License-Identifier: Apache-2.0
"""Languages by their tags, and the pseudo-language that runs from right to left."""

from __future__ import annotations

import unicodedata

import pytest

from inspector.system.languages import asked_for, is_pseudo, runs_left
from inspector.system.messages import MIRRORED_LANGUAGE, PSEUDO_LANGUAGE, Messages, complete


@pytest.mark.parametrize(
    ("lang", "left"),
    [("en", False), ("de-AT", False), ("ar", True), ("he_IL", True), ("xx-long", False), ("xx-rtl", True)],
)
def test_a_language_runs_the_way_its_letters_do(lang: str, *, left: bool) -> None:
    assert runs_left(lang) is left


def test_nobody_is_offered_a_language_that_nobody_speaks() -> None:
    assert [lang for lang in complete() if is_pseudo(lang)] == [PSEUDO_LANGUAGE, MIRRORED_LANGUAGE]
    assert asked_for(["xx-rtl", "xx"], complete(), "en") == "en"


def test_the_mirrored_language_turns_its_own_letters_and_leaves_what_it_quotes() -> None:
    said = Messages(MIRRORED_LANGUAGE).text("gui.rail.item", name="Shares.csv", standing="open")
    assert "\N{FIRST STRONG ISOLATE}Shares.csv\N{POP DIRECTIONAL ISOLATE}" in said
    opens, ends = "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{POP DIRECTIONAL FORMATTING}"
    assert said.startswith(f"{opens}«")
    assert said.count(opens) == said.count(ends) > 0
    assert all(unicodedata.bidirectional(one) != "R" for one in said), "its letters are those of English"


def test_every_line_of_a_mirrored_sentence_is_turned() -> None:
    mirrored = Messages(MIRRORED_LANGUAGE)
    for key in sorted(mirrored.keys()):
        for form in mirrored.templates(key):
            for line in form.split("\n"):
                assert line.count("\N{RIGHT-TO-LEFT OVERRIDE}") == line.count(
                    "\N{POP DIRECTIONAL FORMATTING}"
                ), key
