# SPDX-License-Identifier: Apache-2.0
"""No string that the program can print or render claims more than its evidence (truth rule 1)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import pofile

from inspector.system import resources
from inspector.system.phrases import forbidden_phrases
from tests.architecture.tree import ROOT, modules, named, spoken_strings

RULES = tomllib.loads(resources.path("phrases/forbidden.toml").read_text(encoding="utf-8"))
LANGUAGES = tuple(sorted({row["lang"] for row in RULES["phrase"]}))
RENDERED = ("catalog", "letters", "report", "schemas")


def in_any_language(text: str) -> list[str]:
    return [passage for lang in LANGUAGES for passage in forbidden_phrases(text, lang)]


def texts_of_rendered_files() -> list[Path]:
    kinds = (".html", ".json", ".md", ".toml", ".txt", ".typ")
    return sorted(
        file for folder in RENDERED for file in resources.path(folder).rglob("*") if file.suffix in kinds
    )


def sentences_of(file: Path) -> Iterator[tuple[str, str]]:
    with file.open("rb") as stream:
        for message in pofile.read_po(stream):
            forms = (message.string,) if isinstance(message.string, str) else message.string or ()
            yield from ((str(message.id), form or "") for form in forms)


@pytest.mark.parametrize("file", sorted(resources.path("messages").rglob("*.po")), ids=named)
def test_messages(file: Path) -> None:
    found = {key: in_any_language(sentence) for key, sentence in sentences_of(file)}
    assert not {key: passages for key, passages in found.items() if passages}


@pytest.mark.parametrize("file", texts_of_rendered_files(), ids=named)
def test_catalog_letters_report_and_schemas(file: Path) -> None:
    assert not in_any_language(file.read_text(encoding="utf-8"))


def test_strings_of_the_code() -> None:
    spoken = ((file, line, text) for file in modules("inspector") for line, text in spoken_strings(file))
    assert not [f"{named(file)}:{line}" for file, line, text in spoken if in_any_language(text)]


def test_readme() -> None:
    assert not in_any_language((ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", RULES["phrase"], ids=lambda row: row["pattern"][:40])
def test_every_phrase_is_found_in_its_examples(row: dict[str, str | list[str]]) -> None:
    assert row["reason"]
    assert row["examples"]
    for example in row["examples"]:
        assert re.search(str(row["pattern"]), example, re.IGNORECASE), example


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_that_stay_within_the_evidence_are_left_alone(lang: str) -> None:
    for sentence in RULES["allowed"][lang]:
        assert not in_any_language(sentence), sentence
