# SPDX-License-Identifier: Apache-2.0
"""What is left of names and keys, and what values are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.archives.skeleton.kinds import date_form, kind_of, kind_of_text
from inspector.archives.skeleton.words import NAMELESS, known_words, shown_key, shown_path


@pytest.mark.parametrize(
    "key", ["created_at", "createdAt", "Registered At", "comments_v2", "ID", "label_values", "Comment URL"]
)
def test_keys_of_known_words_are_shown_as_they_are(key: str) -> None:
    assert shown_key(key) == key


@pytest.mark.parametrize(
    "key",
    ["Fatima", "fatima.okafor", "fatima@example.com", "12345", "2026-01-02", "DE", "IN", "", "望月", "j_o_h",
     "3f2a9c1e-0b1d-4c55-9a3e-000000000000", "a" * 500, "delete my account and all of the data in it please"],
)  # fmt: skip
def test_keys_that_may_be_data_are_not_shown(key: str) -> None:
    assert shown_key(key) == NAMELESS


def test_unknown_words_and_numbers_beside_known_ones_are_masked() -> None:
    assert shown_key("zorble_enabled") == "*_enabled"
    assert shown_key("message_17_of_Fatima") == "message_#_of_*"
    assert shown_key("Fatimas messages/2026") == "* messages/#"


def test_a_path_is_masked_folder_by_folder() -> None:
    assert shown_path("messages/inbox/fatima_123/message_1.json") == "messages/inbox/*/message_#.json"
    assert (
        shown_path("Takeout/My Activity/Search/MyActivity.html")
        == "Takeout/My Activity/Search/MyActivity.html"
    )
    assert shown_path("Complete_LinkedInDataExport_10-05-2026\\Registration.csv").endswith(
        "/Registration.csv"
    )


@given(st.text(max_size=60))
def test_every_word_shown_is_a_known_one(text: str) -> None:
    for shown in (shown_key(text), shown_path(text)):
        words = "".join(char if char.isalpha() else " " for char in shown.replace(NAMELESS, " "))
        joined = {word.casefold() for word in words.split()}
        assert all(spelled(word) for word in joined), shown


def spelled(word: str) -> bool:
    """Whether letters are known words, one after the other, or the mark of a version."""
    if not word or word == "v" or word in known_words():
        return True
    return any(word[:end] in known_words() and spelled(word[end:]) for end in range(1, len(word)))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2026-01-02T03:04:05.123Z", "9999-99-99T99:99:99.999Z"),
        ("2/10/25, 9:15 AM", "9/99/99, 9:99 {half}"),
        ("Jan 2, 2026, 10:03:04\u202fAM UTC", "{month} 9, 9999, 99:99:99{U+202F}{half} UTC"),
        ("2 de enero de 2026", "9 * {month} * 9999"),
        ("Dienstag, 3. März 2026", "{weekday}, 9. {month} 9999"),
        ("2026年1月2日", "9999年9月9日"),
        ("Fri Jan 02 03:04:05 +0000 2026", "{weekday} {month} 99 99:99:99 +9999 9999"),
    ],
)
def test_dates_are_told_by_their_form(text: str, form: str) -> None:
    assert date_form(text) == form


@pytest.mark.parametrize(
    "text", ["May", "hello 2026", "192.0.2.1", "Fatima 1-2-2026", "12345678", "", "v1.2.3"]
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert date_form(text) is None


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "null"), (True, "boolean"), (5, "integer"), (1.5, "number"), ("", "text, empty"),
        ("x y", "text"),
        (1767323045, "integer, seconds since 1970"), (1767323045123, "integer, milliseconds since 1970"),
        (1767323045.5, "number, seconds since 1970"), ("1767323045", "text, digits, seconds since 1970"),
        ("Yes", "text, boolean"), ("https://example.com/x", "text, link"),
        ("a@example.com", "text, mail address"),
    ],
)  # fmt: skip
def test_values_are_told_by_their_kind(value: object, kind: str) -> None:
    assert kind_of(value) == kind


@given(st.text(max_size=80))
def test_a_kind_never_holds_the_text(text: str) -> None:
    letters = "".join(char for char in text if char.isalpha())
    kind = kind_of_text(text)
    assert (
        len(letters) < 4 or letters not in kind or letters.casefold() in ("text", "link", "digits", "empty")
    )
