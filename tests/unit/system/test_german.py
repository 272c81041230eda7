# SPDX-License-Identifier: Apache-2.0
"""German: each part that stands has the keys, places and plural shape of the English part."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import pofile
from babel.messages.catalog import Message

from inspector.system import resources
from inspector.system.messages import Messages
from inspector.system.phrases import forbidden_phrases

# Their forms come from laws written in English; only the plain statement is said in German.
ENGLISH_BY_LAW = frozenset({"declarations"})

Entry = tuple[bool, tuple[str, ...]]


def parts(lang: str) -> list[str]:
    return sorted(file.stem for file in resources.path(f"messages/{lang}").glob("*.po"))


PARTS = parts("de")


def key_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


@cache
def entries(lang: str, part: str) -> dict[str, Entry]:
    """Whether each key of a part has plural forms, and its forms."""
    file: Path = resources.path(f"messages/{lang}/{part}.po")
    with file.open("rb") as stream:
        catalog = pofile.read_po(stream, locale=lang, abort_invalid=True)
    found: dict[str, Entry] = {}
    for message in catalog:
        if message.id:
            forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            found[key_of(message)] = (bool(message.pluralizable), tuple(form or "" for form in forms))
    return found


def places(template: str) -> list[str]:
    return sorted({field for _, field, _, _ in Formatter().parse(template) if field is not None})


def test_german_has_no_part_that_english_lacks() -> None:
    assert set(PARTS) <= set(parts("en"))


@pytest.mark.parametrize("part", PARTS)
def test_a_german_part_has_the_keys_of_the_english_one(part: str) -> None:
    german, english = set(entries("de", part)), set(entries("en", part))
    assert not german - english
    if part not in ENGLISH_BY_LAW:
        assert not english - german


@pytest.mark.parametrize("part", PARTS)
def test_every_german_form_has_words_and_the_places_of_the_english_one(part: str) -> None:
    english = entries("en", part)
    for key, (plural, forms) in entries("de", part).items():
        of_english, english_forms = english[key]
        assert plural == of_english, key
        assert all(forms), key
        assert len(forms) == len(english_forms), key
        assert [places(form) for form in forms] == [places(form) for form in english_forms], key


@pytest.mark.parametrize("part", PARTS)
def test_no_german_sentence_claims_more_than_its_evidence(part: str) -> None:
    said = {key: forbidden_phrases(" ".join(forms), "de") for key, (_, forms) in entries("de", part).items()}
    assert not {key: passages for key, passages in said.items() if passages}


def test_german_days_and_numbers_stand_as_german_readers_write_them() -> None:
    german = Messages("de")
    assert german.text("report.day", day=3, month=german.text("report.month.3"), year=2025) == "3. März 2025"
    assert german.text("report.number.group") == "."
    assert [german.text(f"report.state.{state}") for state in ("on", "off", "unknown")] == [
        "AN",
        "AUS",
        "UNBEKANNT",
    ]


@pytest.mark.parametrize(("n", "said"), [(0, "0 Einträge"), (1, "1 Eintrag"), (2, "2 Einträge")])
def test_a_number_takes_its_german_form(n: int, said: str) -> None:
    assert said in Messages("de").text("bundle.custody.good", n=n)
