# SPDX-License-Identifier: Apache-2.0
"""Moments, numbers and vocabularies in the words of the report."""

from __future__ import annotations

import pytest

from inspector.domain import words as vocabulary
from inspector.report.words import Words, moment
from inspector.system.messages import Messages

WORDS = Words(Messages("en"))


def between(low: str | None, high: str | None) -> dict[str, object]:
    return {"not_before": low, "not_after": high}


@pytest.mark.parametrize(
    ("low", "high", "plain", "exact"),
    [
        ("2025-11-03T00:00:00Z", "2025-11-03T23:59:59Z", "3 November 2025", "2025-11-03"),
        (
            "2024-08-01T00:00:00Z",
            "2024-09-18T23:59:59Z",
            "between 1 August and 18 September 2024",
            "2024-08-01 to 2024-09-18",
        ),
        (
            "2025-11-03T00:00:00Z",
            "2026-01-10T12:00:00Z",
            "between 3 November 2025 and 10 January 2026",
            "2025-11-03 00:00:00 to 2026-01-10 12:00:00 UTC",
        ),
        ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z", "1 March 2026", "2026-03-01 12:00:00 UTC"),
        (None, "2026-03-01T12:00:00Z", "not later than 1 March 2026", "not later than 2026-03-01 12:00:00"),
        ("2026-03-01T12:00:00Z", None, "not before 1 March 2026", "not before 2026-03-01 12:00:00"),
        (None, None, "time not known", "time not known"),
    ],
)
def test_a_moment_reads_in_plain_words_and_exactly(low: str, high: str, plain: str, exact: str) -> None:
    when = moment(between(low, high))
    assert when is not None
    assert WORDS.plain(when) == plain
    assert WORDS.exact(when) == exact


def test_no_end_means_still() -> None:
    assert WORDS.exact(None) == "still so"


def test_numbers_are_grouped() -> None:
    assert WORDS.number(48213977) == "48,213,977"


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("practice", vocabulary.Practice),
        ("switch", vocabulary.Switch),
        ("state", vocabulary.State),
        ("grade", vocabulary.Grade),
        ("known", vocabulary.Grade),
        ("strength", vocabulary.Strength),
        ("stated", vocabulary.Stated),
        ("fact", vocabulary.FactKind),
        ("class", vocabulary.DataClass),
        ("outcome", ["found", "absent", "unreadable", "not_looked"]),
        ("kind", ["archive", "capture", "page", "mail"]),
        ("status_sentence", ["read", "partial", "damaged", "encrypted", "unsupported", "refused", "changed"]),
        ("status", ["read", "partial", "damaged", "encrypted", "unsupported", "refused", "changed"]),
        ("status", ["listed"]),
        ("step_status", ["open", "done", "not_needed"]),
        ("rule", [*vocabulary.Practice, *(f"member_{state}" for state in vocabulary.State)]),
    ],
)  # fmt: skip
def test_every_word_of_a_vocabulary_has_a_name(prefix: str, values: list[str]) -> None:
    for value in values:
        assert WORDS.say(f"{prefix}.{value}", value="x")
