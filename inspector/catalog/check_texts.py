# SPDX-License-Identifier: Apache-2.0
"""Checks the catalog's sentences: every language is there, and none claims more than evidence can carry."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.catalog.decode import Translated
from inspector.catalog.entry import ServiceEntry
from inspector.catalog.problems import Problem, problem
from inspector.catalog.walk import walk
from inspector.domain.practices import Citation
from inspector.system.phrases import forbidden_phrases

LANGUAGES = ("de", "en")
"""The languages that every text of the catalog has."""


def check_texts(entry: ServiceEntry) -> Iterator[Problem]:
    """Yield texts that lack a language, are empty or hold forbidden wording."""
    for place, value in walk(entry):
        if isinstance(value, Translated):
            yield from _check_languages(entry.file, place, value)
            for lang, text in value:
                yield from _check_wording(entry.file, place, lang, text)
        elif isinstance(value, Citation):
            for text in (value.title, value.note or ""):
                yield from _check_wording(entry.file, value.id, "en", text)


def _check_languages(file: str, place: str, texts: Translated) -> Iterator[Problem]:
    found = {lang for lang, text in texts if text.strip()}
    for lang in LANGUAGES:
        if lang not in found:
            yield problem(file, place, "language", lang=lang)


def _check_wording(file: str, place: str, lang: str, text: str) -> Iterator[Problem]:
    for phrase in forbidden_phrases(text, lang):
        yield problem(file, place, "wording", phrase=phrase)
