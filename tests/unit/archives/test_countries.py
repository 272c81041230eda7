# SPDX-License-Identifier: Apache-2.0
"""A region is suggested only where a text names one country for sure."""

from __future__ import annotations

import pytest

from inspector.archives import countries


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Berlin, Germany", "DE"),
        ("Greater London, England, United Kingdom", "GB"),
        ("United States", "US"),
        ("Hong Kong SAR", "HK"),
        ("Kowloon, Hong Kong", "HK"),
        ("Brno, Czech Republic", "CZ"),
        ("Istanbul, Türkiye", "TR"),
        ("San Francisco Bay Area", None),
        ("Atlanta, Georgia", None),
        ("Santa Fe, New Mexico", None),
        ("European Union", None),
        ("", None),
    ],
)
def test_a_place_gives_the_country_it_ends_with(text: str, code: str | None) -> None:
    assert countries.from_place(text) == code


@pytest.mark.parametrize(
    ("text", "code"), [("se", "SE"), ("US", "US"), ("N/A", None), ("EU", None), ("UK", None), ("", None)]
)
def test_a_code_must_be_one_of_a_country(text: str, code: str | None) -> None:
    assert countries.from_code(text) == code


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("+49", ("+49", "DE")),
        ("+49 (0)30 23125 014", ("+49", "DE")),
        ("+353 20 912 5555", ("+353", "IE")),
        ("+1 202 555 0123", None),
        ("+44 20 7946 0018", None),
        ("+7 495 123 45 67", None),
        ("0049 30", None),
        ("030 23125 014", None),
        ("+", None),
        ("", None),
    ],
)
def test_a_prefix_counts_only_where_one_country_has_it(number: str, found: tuple[str, str] | None) -> None:
    assert countries.from_prefix(number) == found
