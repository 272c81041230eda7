# SPDX-License-Identifier: Apache-2.0
"""Filling letters in: what keeps one from leaving, and how it leaves."""

from __future__ import annotations

from datetime import date

import pytest

from inspector.actions.filling import IncompleteLetterError, as_document, as_text, blanks, fill
from inspector.actions.letter import Letter
from inspector.actions.wording import say
from inspector.report.letter import document
from inspector.system.messages import Messages
from tests.unit.actions.members import ANSWERS, NOW, answers_for, lived, written

TODAY = date(2026, 11, 21)
OBJECTION = written(lived("DE"), "en")["objection"]
ACCESS = written(lived("DE"), "en")["access"]
SWISS = written(lived("CH"), "en")["objection"]


def without(letter: Letter, *fields: str, **other: str) -> dict[str, str]:
    return {name: value for name, value in (answers_for(letter) | other).items() if name not in fields}


def empty(letter: Letter, values: dict[str, str]) -> list[str]:
    return [blank.field for blank in blanks(letter, values)]


def test_no_letter_leaves_without_what_it_needs() -> None:
    assert empty(OBJECTION, {}) == ["name", "address", "email", "account_url", "reason"]
    with pytest.raises(IncompleteLetterError) as caught:
        fill(OBJECTION, without(OBJECTION, "reason"), TODAY)
    assert [blank.field for blank in caught.value.blanks] == ["reason"]


@pytest.mark.parametrize("field", ["name", "reason"])
@pytest.mark.parametrize(
    "nothing",
    ["", "   ", "\n\n", "\u00a0", "\u200b\u2060", "\x00", "...", "–", "___", "[name]", "<your text>", "XXX"],
)
def test_a_blank_or_a_placeholder_is_no_answer(field: str, nothing: str) -> None:
    assert empty(OBJECTION, without(OBJECTION, **{field: nothing})) == [field]


def test_the_name_of_a_field_is_no_answer() -> None:
    assert empty(ACCESS, without(ACCESS, name="your name")) == ["name"]
    german = written(lived("DE"), "de")["access"]
    assert empty(german, without(german, name="Ihr Name")) == ["name"]


def test_a_postal_address_or_an_email_address_is_enough() -> None:
    assert empty(ACCESS, without(ACCESS, "address")) == []
    assert empty(ACCESS, without(ACCESS, "email")) == []
    assert empty(ACCESS, without(ACCESS, "address", "email")) == ["address", "email"]


def test_an_account_without_a_profile_page_is_named_by_its_email_address() -> None:
    assert empty(ACCESS, without(ACCESS, "account_url")) == []
    text = as_text(fill(ACCESS, without(ACCESS, "account_url"), TODAY))
    assert "I have an account with LinkedIn. It is registered under robin@example.com.\n" in text
    assert empty(ACCESS, without(ACCESS, "account_url", "email")) == ["account_url"]


@pytest.mark.parametrize("wrong", ["robin", "robin@", "@example.com", "robin@example", "a b@example.com"])
def test_an_email_address_looks_like_one(wrong: str) -> None:
    assert empty(ACCESS, without(ACCESS, email=wrong)) == ["email"]


@pytest.mark.parametrize("wrong", ["Robin Example", "in/robin", "https://", "robin@example.com"])
def test_a_profile_has_a_web_address(wrong: str) -> None:
    assert empty(ACCESS, without(ACCESS, account_url=wrong)) == ["account_url"]


@pytest.mark.parametrize("right", ["linkedin.com/in/robin", "https://de.linkedin.com/in/r%C3%B6bin?x=1"])
def test_a_web_address_may_come_without_its_beginning(right: str) -> None:
    assert empty(ACCESS, without(ACCESS, account_url=right)) == []


def test_what_was_typed_is_never_in_an_error() -> None:
    for blank in blanks(ACCESS, without(ACCESS, email="secret words")):
        assert "secret" not in say(blank.why, Messages())
    with pytest.raises(IncompleteLetterError) as caught:
        fill(ACCESS, without(ACCESS, email="secret words"), TODAY)
    assert "secret" not in str(caught.value)


def test_a_field_that_the_letter_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="no field reason"):
        blanks(ACCESS, {"reason": "x"})


def test_where_the_law_wants_no_reason_its_paragraph_is_left_out() -> None:
    with_reason = fill(SWISS, answers_for(SWISS), TODAY).paragraphs
    assert empty(SWISS, without(SWISS, "reason")) == []
    alone = fill(SWISS, without(SWISS, "reason"), TODAY).paragraphs
    assert set(with_reason) - set(alone) == {"This is my reason:", *ANSWERS["reason"].splitlines()}


def test_without_an_email_address_its_sentence_is_left_out() -> None:
    text = as_text(fill(ACCESS, without(ACCESS, "email"), TODAY))
    assert "registered" not in text
    assert "I have an account with LinkedIn: https://www.linkedin.com/in/robin-example.\n" in text


def test_own_words_are_plain_text() -> None:
    own = "I {name} pay 50 % \x1b[31m*now*\x00\n\n\n  <b>second</b>\u200b line \u202e"
    filled = fill(OBJECTION, without(OBJECTION, reason=own), TODAY)
    assert "I {name} pay 50 % [31m*now*" in filled.paragraphs
    assert "<b>second</b> line" in filled.paragraphs


def test_a_line_stays_one_line() -> None:
    filled = fill(ACCESS, without(ACCESS, name="Robin\nExample\r\nEsq."), TODAY)
    assert filled.signature == "Robin Example Esq."
    assert filled.sender[0] == "Robin Example Esq."


def test_joiners_inside_words_are_kept() -> None:
    name = "می\u200cخواهم"
    assert fill(ACCESS, without(ACCESS, name=name), TODAY).signature == name


def test_the_text_has_everything_in_order() -> None:
    text = as_text(fill(ACCESS, answers_for(ACCESS), TODAY))
    order = [
        "Robin Example",
        "LinkedIn Ireland",
        "21 November 2026",
        "Request for",
        "Dear Sir",
        "Yours faithfully,",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert text.endswith("Yours faithfully,\n\nRobin Example\n")
    assert "\n- The position of the setting, on or off.\n" in text


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_report_can_set_the_letter_on_a_page(language: str) -> None:
    letter = written(lived("GB"), language)["objection"]
    filled = fill(letter, answers_for(letter), TODAY)
    page = document(as_document(filled), Messages(), NOW)
    assert page["lang"] == language
    assert page["sender"] == ["Robin Example", "1 Sample Street", "Exampletown", "robin@example.com"]
    assert page["recipient"] == list(letter.recipient)
    assert page["date_line"] == filled.date
    assert page["signature"] == "Robin Example"
    body = page["body"]
    assert isinstance(body, list)
    assert len(body) == len(filled.paragraphs)
    assert sum("items" in part for part in body) == 1
