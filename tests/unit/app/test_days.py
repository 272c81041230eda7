# SPDX-License-Identifier: Apache-2.0
"""Days as people type them; what can be read in two ways is not guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.app.days import DayError, Days
from inspector.system.messages import Messages

DAYS = Days(Messages())


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-01",
        "2025-3-1",
        "1.3.2025",
        "01. 03. 2025",
        "1 March 2025",
        "1. Mar 2025",
        "March 1, 2025",
        " 1  march 2025 ",
    ],
)
def test_one_day_in_many_spellings(text: str) -> None:
    assert DAYS.read(text) == date(2025, 3, 1)


@pytest.mark.parametrize("text", ["13/2/2025", "2/13/2025"])
def test_slashes_where_only_one_reading_is_possible(text: str) -> None:
    assert DAYS.read(text) == date(2025, 2, 13)


def test_the_same_number_twice_has_one_reading() -> None:
    assert DAYS.read("3/3/2025") == date(2025, 3, 3)


def test_slashes_with_two_readings_are_not_guessed() -> None:
    with pytest.raises(DayError) as error:
        DAYS.read("3/1/2025")
    assert error.value.note.key == "day.two_ways"
    assert error.value.note.as_dict() == {"first": "2025-01-03", "second": "2025-03-01"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2025", "day.unread"),
        ("March 2025", "day.unread"),
        ("1 Ma 2025", "day.unread"),
        ("soon", "day.unread"),
        ("2025-02-30", "day.none_such"),
        ("14/14/2025", "day.none_such"),
        ("1.3.0202", "day.long_ago"),
    ],
)
def test_what_is_no_day_says_why(text: str, key: str) -> None:
    with pytest.raises(DayError) as error:
        DAYS.read(text)
    assert error.value.note.key == key


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_as_the_program_writes_it_is_read_back(day: date) -> None:
    assert DAYS.read(day.isoformat()) == day


@given(st.text(max_size=14))
def test_any_text_is_a_day_or_has_a_sentence(text: str) -> None:
    assert outcome(text)


def outcome(text: str) -> str:
    try:
        return DAYS.read(text).isoformat()
    except DayError as error:
        return Messages().text(error.note.key, **error.note.as_dict())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025-3", "2025-03"),
        ("3/2025", "2025-03"),
        ("03.2025", "2025-03"),
        ("March 2025", "2025-03"),
        ("Mar. 2025", "2025-03"),
        ("1 March 2025", "2025-03-01"),
        ("1.3.2025", "2025-03-01"),
    ],
)
def test_a_month_will_do_where_the_day_is_not_known(text: str, found: str) -> None:
    assert DAYS.read_loosely(text) == found
    assert DAYS.read_loosely(DAYS.spelled_loosely(found)) == found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2025", "day.unread_loosely"),
        ("Ma 2025", "day.unread_loosely"),
        ("soon", "day.unread_loosely"),
        ("13/2025", "day.none_such"),
        ("3/1/2025", "day.two_ways"),
        ("March 0025", "day.long_ago"),
    ],
)
def test_what_is_neither_day_nor_month_is_not_guessed(text: str, key: str) -> None:
    with pytest.raises(DayError) as error:
        DAYS.read_loosely(text)
    assert error.value.note.key == key
