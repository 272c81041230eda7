# SPDX-License-Identifier: Apache-2.0
"""Sentences whose language is chosen last: message keys with values, beside texts of the catalog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Union

from inspector.domain.text import Texts
from inspector.system.messages import SOURCE_LANGUAGE, Messages, spoken

# Day before month: a date is then read the same way on both sides of the Atlantic.
_LOCALES = {"de": "de_DE"}
_LOCALE = "en_GB"

Value = Union[str, int, date, Texts, "Languages", "Line"]
"""What may stand in a sentence: a name, a number, a day, languages, a catalog text, a phrase of its own."""


@dataclass(frozen=True, slots=True)
class Languages:
    """Languages by their ISO 639-1 codes, which a sentence names in its own language."""

    codes: tuple[str, ...]

    def say(self, lang: str) -> str:
        """Return their names, such as `German, Italian`; a code that Babel has no name for stays as it is."""
        from babel import Locale  # noqa: PLC0415 - slow to import and rarely needed

        names = Locale.parse(_LOCALES.get(lang, _LOCALE)).languages
        return ", ".join(names.get(code, code) for code in self.codes)


@dataclass(frozen=True, slots=True)
class Line:
    """A message key with its values, sorted by name; `n` among them chooses the plural form."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    def say(self, messages: Messages, **more: str) -> str:
        """Return the sentence in the language of `messages`; `more` are values known only now."""
        own = {name: _worded(value, messages) for name, value in self.values}
        return messages.text(self.key, **own, **more)


Text = Line | Texts
"""A sentence of the program, or one of the catalog by language."""


def line(key: str, /, **values: Value) -> Line:
    """Return a Line with its values sorted by name."""
    return Line(key, tuple(sorted(values.items(), key=lambda pair: pair[0])))


def say(text: Text, messages: Messages) -> str:
    """Return a text in the language of `messages`; a catalog text that lacks it, in English."""
    return text.say(messages) if isinstance(text, Line) else _in_language(text, messages)


def joined(texts: Sequence[Texts], between: str) -> Texts:
    """Return catalog texts as one, in every language that all of them have."""
    languages = set.intersection(*({lang for lang, _ in text} for text in texts))
    return tuple((lang, between.join(dict(text)[lang] for text in texts)) for lang in sorted(languages))


def in_each(word: Callable[[str], str]) -> Texts:
    """Return what is said in every language that the program speaks; `word` says it in one."""
    return tuple((lang, word(lang)) for lang in spoken())


def long_day(day: date, lang: str) -> str:
    """Return a day in words, `3 November 2025`; Babel's long form."""
    from babel.dates import format_date  # noqa: PLC0415 - slow to import and rarely needed

    return format_date(day, "long", locale=_LOCALES.get(lang, _LOCALE))


def _worded(value: Value, messages: Messages) -> str | int:
    if isinstance(value, Line):
        return value.say(messages)
    if isinstance(value, date):
        return long_day(value, messages.lang)
    if isinstance(value, Languages):
        return value.say(messages.lang)
    return _in_language(value, messages) if isinstance(value, tuple) else value


def _in_language(texts: Texts, messages: Messages) -> str:
    by_language = dict(texts)
    return by_language.get(messages.lang) or by_language[SOURCE_LANGUAGE]
