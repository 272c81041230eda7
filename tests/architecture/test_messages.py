# SPDX-License-Identifier: Apache-2.0
"""Keys that the code uses and keys that have a sentence are the same, and translations keep the places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from inspector.system import resources
from inspector.system.languages import is_pseudo
from inspector.system.messages import SOURCE_LANGUAGE, Messages, available
from tests.architecture.tree import ROOT, modules, named, spoken_strings

# Keys that are put together where no string of the code shows their beginning: the beginning, and where.
COMPUTED: dict[str, str] = {}

DOTTED = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_-]+)+")
BEGINNING = re.compile(r"[a-z][a-z0-9_]*\.(?:[a-z0-9_-]+\.)*[a-z0-9_-]*")
NAMES_OF_FILES = (
    ".csv",
    ".html",
    ".json",
    ".pdf",
    ".po",
    ".py",
    ".toml",
    ".ttf",
    ".txt",
    ".typ",
    ".xml",
    ".zip",
)
# Resources that name keys: the report's template, letters and catalog.
KEYS_STAND_IN = ("report", "letters", "catalog")


def known_keys() -> frozenset[str]:
    return Messages(SOURCE_LANGUAGE).keys()


def strings_of_resources() -> Iterator[str]:
    for folder in KEYS_STAND_IN:
        for file in sorted(resources.path(folder).rglob("*")):
            if file.suffix in (".typ", ".toml", ".json"):
                yield from re.findall(r"[\"']([^\"'\n]*)[\"']", file.read_text(encoding="utf-8"))


def strings_of_code() -> Iterator[tuple[str, str]]:
    for file in modules("inspector"):
        for line, text in spoken_strings(file):
            yield f"{named(file)}:{line}", text


def test_every_key_that_the_code_names_has_a_sentence() -> None:
    parts = {key.partition(".")[0] for key in known_keys()}
    missing = [
        f"{place}: {text}"
        for place, text in strings_of_code()
        if DOTTED.fullmatch(text) and text.partition(".")[0] in parts and not text.endswith(NAMES_OF_FILES)
        if text not in known_keys() and not any(key.startswith(text) for key in known_keys())
    ]
    assert not missing


def test_every_sentence_is_used() -> None:
    strings = {text for _, text in strings_of_code()} | set(strings_of_resources())
    beginnings = tuple(text for text in strings if BEGINNING.fullmatch(text)) + tuple(COMPUTED)
    begun = tuple(text for text in beginnings if text.endswith((".", "_", "-")))
    assert not sorted(key for key in known_keys() if key not in strings and not key.startswith(begun))


def places(template: str) -> set[str]:
    return {field.partition(".")[0] for _, field, _, _ in Formatter().parse(template) if field is not None}


def places_of_all(templates: tuple[str, ...]) -> set[str]:
    return {place for template in templates for place in places(template)}


@pytest.mark.parametrize("lang", [lang for lang in available() if lang != SOURCE_LANGUAGE])
def test_translations_have_the_places_of_the_english_sentence(lang: str) -> None:
    english, translated = Messages(SOURCE_LANGUAGE), Messages(lang)
    assert translated.keys() == english.keys()
    for key in sorted(english.keys()):
        wanted = places_of_all(english.templates(key))
        # One form may leave a place out ("one file" needs no number); all together have the same.
        assert places_of_all(translated.templates(key)) == wanted, key


@pytest.mark.parametrize("lang", [lang for lang in available() if not is_pseudo(lang)])
def test_message_files_hold_no_fuzzy_or_obsolete_entries(lang: str) -> None:
    for file in sorted(Path(resources.path(f"messages/{lang}")).glob("*.po")):
        text = file.read_text(encoding="utf-8")
        assert "#, fuzzy" not in text, file.relative_to(ROOT)
        assert "#~" not in text, file.relative_to(ROOT)
