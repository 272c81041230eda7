# SPDX-License-Identifier: Apache-2.0
"""What the fonts cannot draw, or nobody could see, is printed as a code point."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.report import glyphs
from inspector.report.glyphs import BREAK, breakable, visible
from inspector.system import resources
from tests.unit.report.make_coverage import coverage


def test_the_coverage_file_belongs_to_the_shipped_fonts() -> None:
    folder = resources.path("fonts")
    assert folder.joinpath("coverage.json").read_text("utf-8") == coverage(folder)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain, Zoë, Ελλάδα, Москва", "plain, Zoë, Ελλάδα, Москва"),
        ("مرحبا שלום 設定 설정", "مرحبا שלום 設定 설정"),
        ("invoice\u202efdp.exe", "invoice[U+202E]fdp.exe"),
        ("a\u2066b\u2069c\u200ed\u200fe", "a[U+2066]b[U+2069]c[U+200E]d[U+200F]e"),
        ("smile 😀", "smile [U+1F600]"),
        ("nul\x00 bell\x07 tab\t", "nul[U+0000] bell[U+0007] tab[U+0009]"),
        ("mark\ufeff soft\u00adhyphen zero\u200bwidth", "mark[U+FEFF] soft[U+00AD]hyphen zero[U+200B]width"),
        ("lone \ud800, private \ue000, ภาษาไทย", None),
        ("two\r\nlines", "two\nlines"),
    ],
)
def test_what_no_font_draws_or_nobody_sees_becomes_visible(text: str, printed: str | None) -> None:
    if printed is None:
        assert visible(text).startswith("lone [U+D800], private [U+E000], [U+0E20]")
    else:
        assert visible(text) == printed


def test_joiners_of_persian_words_stay() -> None:
    assert visible("می\u200cخواهم") == "می\u200cخواهم"


def test_long_words_get_break_points_and_short_ones_none() -> None:
    url = "https://example.test/settings/data-for-ai-improvement"
    broken = breakable(f"see {url} now")
    assert broken.replace(BREAK, "") == f"see {url} now"
    assert max(len(piece) for word in broken.split() for piece in word.split(BREAK)) <= 12
    assert breakable("short words only") == "short words only"


def test_keys_and_numbers_of_a_document_stay() -> None:
    given = {"block": ["a\u202eb", 7, None, {"x0": 1.5}]}
    assert glyphs.printable(given) == {"block": ["a[U+202E]b", 7, None, {"x0": 1.5}]}


@given(st.text())
def test_every_printed_character_has_a_glyph(text: str) -> None:
    ranges = json.loads(resources.path("fonts/coverage.json").read_text("utf-8"))["ranges"]
    allowed = {"\n", "\u200c", "\u200d"}
    for char in visible(text):
        assert char in allowed or any(low <= ord(char) <= high for low, high in ranges)
