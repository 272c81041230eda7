# SPDX-License-Identifier: Apache-2.0
"""A letter as PDF: its parts, its language, its pages."""

from __future__ import annotations

from inspector.actions.filling import LetterDocument
from inspector.app.setting import set_pages
from inspector.report.render import render_letter
from inspector.system.messages import Messages
from tests.unit.report.rendering import opened, words
from tests.unit.report.sample_parts import NOW

LETTER: LetterDocument = {
    "sender": ["Alex Example", "Example Street 1", "10115 Berlin", "alex@example.com"],
    "recipient": ["LinkedIn Ireland Unlimited Company", "Wilton Plaza", "Wilton Place, Dublin 2", "Ireland"],
    "subject": "Access request: history of one setting (Art. 15 GDPR)",
    "paragraphs": [
        "I am a member of your service and ask for access to my personal data under Art. 15 GDPR.",
        "Please tell me, for the setting “Data for Generative AI Improvement” of my account:",
        ["each position of the setting and the time from which it held,", "who or what changed it."],
        "The profile is https://www.linkedin.com/in/alex-example. #import \"@preview/x:1.0.0\"",
        "You can answer by e-mail.",
    ],
    "closing": "Yours faithfully",
    "signature": "Alex Example",
    "enclosures": ["Report of 21 November 2026"],
}  # fmt: skip


def letter(**changes: object) -> bytes:
    changed: LetterDocument = {**LETTER, **changes}  # type: ignore[typeddict-item]  # the tests give right types
    return render_letter(changed, Messages("en"), NOW, set_pages)


def test_a_letter_holds_all_its_parts_in_order() -> None:
    said = words(letter())
    parts = [
        "Alex Example Example Street 1",
        "LinkedIn Ireland Unlimited Company",
        "21 November 2026",
        "Access request: history of one setting",
        "I am a member of your service",
        "who or what changed it.",
        '#import "@preview/x:1.0.0"',
        "Yours faithfully",
        "Report of 21 November 2026",
    ]
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


def test_a_letter_is_the_same_kind_of_pdf_as_the_report() -> None:
    with opened(letter()) as file:
        metadata = file.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfuaid:part"]) == ("3", "1")
        assert len(file.pages) == 1
        assert str(file.docinfo.Title) == LETTER["subject"]


def test_a_long_letter_numbers_its_pages() -> None:
    data = letter(paragraphs=["A paragraph of a long letter. " * 12] * 20)
    with opened(data) as file:
        pages = len(file.pages)
    assert pages > 1
    assert f"Page 1 of {pages}" in words(data)


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert letter() == letter()


def test_a_letter_in_another_language_carries_its_own_date_and_language() -> None:
    data = letter(lang="de", date="21. November 2026", closing="Mit freundlichen Grüßen")
    with opened(data) as file:
        assert str(file.Root.Lang) == "de"
    assert "21. November 2026" in words(data)


def test_a_right_to_left_paragraph_is_kept() -> None:
    assert "2026" in words(letter(lang="ar", paragraphs=["مرحبا بالعالم (a) 2026"]))
