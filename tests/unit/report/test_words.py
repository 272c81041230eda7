# SPDX-License-Identifier: Apache-2.0
"""Moments, numbers and vocabularies in the words of the report."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inspector.domain import words as vocabulary
from inspector.domain.moment import Moment
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
            "2025-11-03 00:00 to 2026-01-10 12:00\N{NO-BREAK SPACE}UTC",
        ),
        (
            "2026-03-01T12:00:00Z",
            "2026-03-01T12:00:00Z",
            "1 March 2026",
            "2026-03-01 12:00\N{NO-BREAK SPACE}UTC",
        ),
        (
            None,
            "2026-03-01T12:00:00Z",
            "not later than 1 March 2026",
            "not later than 2026-03-01 12:00\N{NO-BREAK SPACE}UTC",
        ),
        (
            "2026-03-01T12:00:00Z",
            None,
            "not before 1 March 2026",
            "not before 2026-03-01 12:00\N{NO-BREAK SPACE}UTC",
        ),
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
    assert WORDS.spelled(None) == "still so"


@pytest.mark.parametrize(
    ("low", "high", "spelled"),
    [
        ("2025-11-03T00:00:00Z", "2025-11-03T23:59:59Z", "3 November 2025"),
        ("2024-08-01T00:00:00Z", "2024-09-18T23:59:59Z", "1 August to 18 September 2024"),
        ("2024-12-31T00:00:00Z", "2025-01-01T23:59:59Z", "31 December 2024 to 1 January 2025"),
        ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z", "1 March 2026, 12:00"),
        ("2012-03-03T22:00:00Z", "2012-03-05T00:00:59Z", "3 March 2012, 22:00 to 5 March 2012, 00:00"),
        ("2012-03-03T22:00:09Z", "2012-03-03T22:00:59Z", "3 March 2012, 22:00:09 to 3 March 2012, 22:00:59"),
        (None, "2026-03-01T12:00:00Z", "not later than 1 March 2026, 12:00"),
        (None, None, "time not known"),
    ],
)
def test_a_moment_is_spelled_out_to_the_second(low: str, high: str, spelled: str) -> None:
    when = moment(between(low, high))
    assert when is not None
    assert WORDS.spelled(when) == spelled


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("2025-01-01", "1 January 2025"),
        ("2025-06-01T12:00:00+02:00", "1 June 2025, 12:00 (UTC+02:00)"),
        ("2025-06-01T12:00:07-03:30", "1 June 2025, 12:00:07 (UTC-03:30)"),
        (None, "1 June 2025, 10:00"),
    ],
)
def test_a_time_is_told_as_the_person_gave_it(raw: str | None, said: str) -> None:
    at = datetime(2025, 6, 1, 10, tzinfo=UTC)
    assert WORDS.said(Moment(at, at, raw)) == said


def test_a_text_of_the_catalog_has_its_days_in_words_and_leaves_all_else() -> None:
    text = "LinkedIn's notice of 2025-11-03, see https://a.test/2025-11-03/x; 2025-13-40 is 'none'."
    assert WORDS.prose(text) == (
        "LinkedIn’s notice of 3 November 2025, see https://a.test/2025-11-03/x; 2025-13-40 is 'none'."
    )
    assert WORDS.month("2025-04") == "April 2025"


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


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "2025-01-19 17:44:03 to 17:44:59"), ("de", "19.01.2025 17:44:03 bis 17:44:59")]
)
def test_the_day_of_an_interval_within_it_is_named_once(lang: str, said: str) -> None:
    when = moment(between("2025-01-19T17:44:03Z", "2025-01-19T17:44:59Z"))
    assert Words(Messages(lang)).exact(when) == said + "\N{NO-BREAK SPACE}UTC"


@pytest.mark.parametrize(("lang", "day"), [("en", "2026-11-22"), ("de", "22.11.2026")])
def test_days_in_figures_are_as_the_readers_of_a_language_write_them(lang: str, day: str) -> None:
    words = Words(Messages(lang))
    assert words.figures("2026-11-22") == day
    assert words.stamp("2026-11-22T18:00:33Z") == f"{day} 18:00:33\N{NO-BREAK SPACE}UTC"
    assert words.exact(moment(between("2026-11-22T00:00:00Z", "2026-11-22T23:59:59Z"))) == day
