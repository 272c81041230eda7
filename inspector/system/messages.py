# SPDX-License-Identifier: Apache-2.0
"""The sentences of the program, by key and language, from `resources/messages/<lang>/<part>.po`.

Core code hands over keys and values; only here do they become sentences. One catalog serves the terminal, the
window, the report, the letters and the bundle.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inspector.system import po, pseudo, resources

SOURCE_LANGUAGE = "en"
PSEUDO_LANGUAGE = "xx-long"
MIRRORED_LANGUAGE = "xx-rtl"
_PSEUDO: Mapping[str, Callable[[str], str]] = {
    PSEUDO_LANGUAGE: pseudo.lengthen,
    MIRRORED_LANGUAGE: pseudo.mirror,
}


class UnknownLanguageError(LookupError):
    """There are no messages in the language asked for."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """The forms of one message, and which of them a number takes; no rule where it has no plural."""

    forms: tuple[str, ...]
    form_for: Callable[[int], int] | None = None

    def template(self, key: str, n: object) -> str:
        if self.form_for is None:
            return self.forms[0]
        if not isinstance(n, int):
            msg = f"message {key} has plural forms and needs n"
            raise TypeError(msg)
        return self.forms[self.form_for(n)]


class Messages:
    """The messages of one language; what that language lacks is said in English."""

    __slots__ = ("_entries", "lang")

    def __init__(self, lang: str = SOURCE_LANGUAGE) -> None:
        """Take the messages of `lang`, one of `available()`. Raises UnknownLanguageError."""
        if lang not in available():
            raise UnknownLanguageError(lang)
        self.lang = lang
        self._entries = _entries(lang)

    def text(self, key: str, /, **values: object) -> str:
        """The sentence of `key` with `values` in its places; `n` also chooses the plural form.

        Raises KeyError for an unknown key or a value that is missing.
        """
        return self._entries[key].template(key, values.get("n")).format(**values)

    def keys(self) -> frozenset[str]:
        """All keys there are, the same in every language."""
        return frozenset(self._entries)

    def templates(self, key: str) -> tuple[str, ...]:
        """The forms of `key` with their places unfilled: one, or one per plural form. Raises KeyError."""
        return self._entries[key].forms


def available() -> list[str]:
    """The languages there are, sorted, with the pseudo-languages that show what a translation would break."""
    folders = (entry.name for entry in resources.path("messages").iterdir() if entry.is_dir())
    return sorted({*folders, *_PSEUDO})


def complete() -> list[str]:
    """The languages that have every part, sorted: those the whole program can speak. Others serve letters."""
    parts = {file.name for file in resources.path(f"messages/{SOURCE_LANGUAGE}").glob("*.po")}
    return [
        lang
        for lang in available()
        if lang in _PSEUDO or parts <= {file.name for file in resources.path(f"messages/{lang}").glob("*.po")}
    ]


@cache
def spoken() -> tuple[str, ...]:
    """The languages that people can choose, sorted: the complete ones without those that nobody speaks."""
    return tuple(lang for lang in complete() if lang not in _PSEUDO)


@cache
def _entries(lang: str) -> Mapping[str, _Entry]:
    if lang == SOURCE_LANGUAGE:
        return _folder(SOURCE_LANGUAGE)
    english = _entries(SOURCE_LANGUAGE)
    if lang in _PSEUDO:
        return {key: _changed(entry, _PSEUDO[lang]) for key, entry in english.items()}
    return {**english, **_folder(lang)}


def _changed(entry: _Entry, change: Callable[[str], str]) -> _Entry:
    return _Entry(tuple(change(form) for form in entry.forms), entry.form_for)


def _folder(lang: str) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for part in sorted(resources.path(f"messages/{lang}").glob("*.po")):
        for key, entry in _part(part):
            if key in found:
                msg = f"message {key} stands twice, the second time in {part.name}"
                raise ValueError(msg)
            found[key] = entry
    return found


def _part(file: Path) -> list[tuple[str, _Entry]]:
    return [(one.key, _Entry(one.forms, one.form_for)) for one in po.read(file)]
