# SPDX-License-Identifier: Apache-2.0
"""What can be looked for is looked for, unless it stands in what is shown; words of the person always are."""

from __future__ import annotations

import pytest

from inspector.bundle.redaction.known import can_be_sought, program_texts, sought


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ilse Moor", True),
        ("192.0.2.17", True),
        ("+49 30 1234567", True),
        ("2025-02-03 10:11:12 UTC", True),
        ("2025-02-03", False),
        ("3/4/12", False),
        ("29.99", False),
        ("2024", False),
        ("", False),
    ],
)
def test_a_bare_day_and_a_short_number_say_nothing(value: str, expected: bool) -> None:
    assert can_be_sought(value) == expected


def test_what_is_shown_anyway_cannot_leak_but_words_of_the_person_can() -> None:
    values, shown = sought(
        ["Ilse Moor", "Berlin Mitte", "LinkedIn"], ["LinkedIn"], ["he lives in Berlin Mitte"]
    )
    assert values == ["Ilse Moor", "LinkedIn"]
    assert shown == 2
    assert "LinkedIn" in program_texts()
