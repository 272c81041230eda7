# SPDX-License-Identifier: Apache-2.0
"""Sizes have the largest unit with a whole part, and the decimal mark of their language."""

from __future__ import annotations

import pytest
from babel import Locale

from inspector.app.sizes import size, size_texts
from inspector.system import languages
from inspector.system.messages import available


@pytest.mark.parametrize(
    ("octets", "english", "german"),
    [
        (0, "0 B", "0 B"),
        (999, "999 B", "999 B"),
        (20_500, "20 kB", "20 kB"),
        (12_340_000, "12.3 MB", "12,3 MB"),
        (5_000_000_000_000_000, "5000.0 TB", "5000,0 TB"),
    ],
)
def test_a_size_is_written_as_its_readers_write_it(octets: int, english: str, german: str) -> None:
    assert size_texts(octets) == (("de", german), ("en", english))
    assert size(octets, "xx-long") == english


@pytest.mark.parametrize("lang", [lang for lang in available() if not languages.is_pseudo(lang)])
def test_the_decimal_mark_is_that_of_the_locale(lang: str) -> None:
    symbols = Locale.parse(lang).number_symbols["latn"]
    assert languages.decimal_mark(lang) == symbols["decimal"]
