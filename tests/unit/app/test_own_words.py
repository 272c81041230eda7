# SPDX-License-Identifier: Apache-2.0
"""The program's own words are known; an answer, a name or a day is none of them, in no language."""

from __future__ import annotations

import pytest

from inspector.app.own_words import OwnWords
from inspector.system.messages import PSEUDO_LANGUAGE, Messages


@pytest.mark.parametrize("lang", ["en", "de", PSEUDO_LANGUAGE])
def test_sentences_into_which_nothing_is_put_are_own_words(lang: str) -> None:
    messages = Messages(lang)
    own = OwnWords(messages)
    for key in ("gui.start.title", "gui.act.evidence", "gui.you.title", "letters.field.name.label"):
        assert messages.text(key) in own
    assert own.all_of(["", "  ", "3.", "•"])


@pytest.mark.parametrize("lang", ["en", "de", PSEUDO_LANGUAGE])
def test_what_tells_the_answer_is_no_own_word_even_without_a_name_in_it(lang: str) -> None:
    messages = Messages(lang)
    own = OwnWords(messages)
    for key in (
        "gui.confirm.state.on",
        "gui.reading.off",
        "gui.findings.since.on_open",
        "gui.findings.known.default",
        "gui.findings.chip.recorded",
        "report.state.on",
    ):
        assert messages.text(key) not in own


@pytest.mark.parametrize(
    "text", ["Complete_Export.zip", "LinkedIn", "3 November 2025", "Germany", "12", "2025."]
)
def test_what_is_not_known_is_not_own(text: str) -> None:
    assert text not in OwnWords(Messages())
