# SPDX-License-Identifier: Apache-2.0
"""Labels found in text that is misread, cut or broken over lines."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector.captures.labels.folding import folded
from inspector.captures.labels.index import LabelIndex
from inspector.captures.labels.matching import Hit, hits
from inspector.captures.text.lines import Box, Line
from inspector.catalog.index import Catalog

LABEL = "Use my data for training content creation AI models"


@cache
def index() -> LabelIndex:
    return LabelIndex(Catalog.load().services())


def found(*texts: str) -> tuple[Hit, ...]:
    lines = [Line(Box(20, 20 + 24 * row, 300, 22), text, 0.99) for row, text in enumerate(texts)]
    return hits(lines, index())


def whole(*texts: str) -> set[str]:
    return {hit.known.control for hit in found(*texts) if hit.whole}


@pytest.mark.parametrize(
    "text",
    [
        LABEL,
        LABEL.replace("AI", "Al"),
        LABEL.upper(),
        LABEL.replace(" ", ""),
        LABEL.replace("training", "trainlnq"),
    ],
)
def test_a_label_is_found_however_it_was_read(text: str) -> None:
    assert whole(text) == {"linkedin/generative-ai-improvement"}


def test_a_label_broken_over_lines_is_one() -> None:
    assert whole("Use my data for training", "content creation AI", "models") == {
        "linkedin/generative-ai-improvement"
    }


@pytest.mark.parametrize("before", ["Do not u", "Never u", "Don't u", "Stop: u"])
def test_a_word_more_is_another_statement(before: str) -> None:
    assert whole(before + LABEL[1:]) == set()


def test_a_heading_that_holds_a_label_is_only_a_part() -> None:
    (hit,) = (hit for hit in found("Your Gemini Apps Activity") if hit.known.text == "Gemini Apps Activity")
    assert not hit.whole


def test_a_state_behind_a_label_is_its_tail() -> None:
    (hit,) = (hit for hit in found(f"{LABEL}: On") if hit.whole)
    assert hit.tail == folded("On")


def test_a_label_that_ends_in_a_name_is_found_with_any_name() -> None:
    assert "wordpress-com/third-party-sharing" in whole("Prevent third-party sharing for lantern.example")


def test_short_labels_must_fit_letter_by_letter() -> None:
    assert whole("Grob") == set()


@given(st.text(max_size=40))
@example("\N{MATHEMATICAL ITALIC CAPITAL A}")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=40), st.sampled_from(["Il1|", "oO0"]), st.data())
def test_look_alikes_fold_together(text: str, alike: str, data: st.DataObject) -> None:
    one, other = data.draw(st.sampled_from(alike)), data.draw(st.sampled_from(alike))
    assert folded(text + one) == folded(text + other)
