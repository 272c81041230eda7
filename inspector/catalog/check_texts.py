# SPDX-License-Identifier: Apache-2.0
"""Checks the catalog's sentences: every language, days as its readers write them, nothing beyond evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspector.catalog.decode import Translated
from inspector.catalog.entry import ServiceEntry
from inspector.catalog.problems import Problem, problem
from inspector.catalog.walk import walk
from inspector.domain.practices import Citation
from inspector.domain.text import Texts
from inspector.system.phrases import forbidden_phrases

LANGUAGES = ("de", "en")
"""The languages that every text of the catalog has."""

# German words are quoted as „…“; what stands in quotation marks is somebody else's wording.
_QUOTED = re.compile(r"„[^“”]*[“”]|“[^”]*”")
_ISO = re.compile(r"(?<![\w/.-])\d{4}-\d{2}(-\d{2})?(?![\w/-]|\.\w)")
_ENGLISH_MONTHS = "January|February|March|May|June|July|October|December"
_GERMAN_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_NOT_GERMAN = re.compile(
    rf"\b(?:{_ENGLISH_MONTHS}) \d|\d (?:{_ENGLISH_MONTHS})\b|\b\d{{1,2}} (?:{_GERMAN_MONTHS})\b"
)


def check_texts(entry: ServiceEntry) -> Iterator[Problem]:
    """Yield texts that lack a language, are empty, hold forbidden wording or a day in a foreign form."""
    for place, value in walk(entry):
        if isinstance(value, Translated):
            yield from check_text(entry.file, place, value)
        elif isinstance(value, Citation):
            for name in (value.title, value.publisher):
                yield from _check_name(entry.file, value.id, name)


def check_text(file: str, place: str, texts: Texts) -> Iterator[Problem]:
    """Yield what is wrong with one text by language."""
    found = {lang for lang, text in texts if text.strip()}
    for lang in LANGUAGES:
        if lang not in found:
            yield problem(file, place, "language", lang=lang)
    for lang, text in texts:
        yield from _check_wording(file, place, lang, text)
        yield from _check_days(file, place, lang, text)


def foreign_days(text: str) -> tuple[str, ...]:
    """Return the days and months of a German text that Germans write otherwise, quotations left out."""
    own = _QUOTED.sub("", text)
    return tuple(found[0] for shape in (_ISO, _NOT_GERMAN) for found in shape.finditer(own))


def _check_name(file: str, place: str, name: object) -> Iterator[Problem]:
    """Check a title or publisher that is the same in all languages: with a day of ours it is no such name."""
    if not isinstance(name, str):
        return
    yield from _check_wording(file, place, "en", name)
    if _ISO.search(name):
        yield problem(file, place, "name_with_day")


def _check_days(file: str, place: str, lang: str, text: str) -> Iterator[Problem]:
    for day in foreign_days(text) if lang == "de" else ():
        yield problem(file, place, "foreign_day", day=day)


def _check_wording(file: str, place: str, lang: str, text: str) -> Iterator[Problem]:
    for phrase in forbidden_phrases(text, lang):
        yield problem(file, place, "wording", phrase=phrase)
