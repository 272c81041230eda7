# SPDX-License-Identifier: Apache-2.0
"""Finds withheld values in text, however it is broken into lines, in any case and form of its letters."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 3
"""Values with fewer letters and digits stand in any text; they cannot be looked for."""

_LONG: Final = 8
_AROUND: Final = 16
"""So many signs on each side of a short word must be legible: among packed bytes any three letters occur."""

_NOT_READ: Final = "\N{REPLACEMENT CHARACTER}"
_WORDS: Final = re.compile(r"[\w@.+'-]+")
# Space, and what is not seen: soft hyphens, joiners, marks of direction.
_UNSEEN: Final = re.compile(r"[\s\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


class Needles:
    """Withheld values to look for: longer ones anywhere in a text, shorter ones as words of their own."""

    def __init__(self, values: Iterable[str]) -> None:
        self._words: dict[str, str] = {}
        self._by_beginning: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for value in sorted(set(values)):
            plain = _plain(value)
            if sum(char.isalnum() for char in plain) < SHORTEST:
                continue
            if len(plain) < _LONG:
                self._words[plain] = value
            else:
                self._by_beginning[plain[:_LONG]].append((plain, value))

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self._words or self._by_beginning)

    def found_in(self, text: str) -> list[str]:
        """Return the values that stand in a text, in their order."""
        return sorted({*self._words_in(text), *self._long_in(_plain(text))})

    def _words_in(self, text: str) -> Iterable[str]:
        if not self._words:
            return ()
        whole = unicodedata.normalize("NFKC", text)
        met = {
            plain
            for word in _WORDS.finditer(whole)
            if (plain := _plain(word[0]).strip(".'-+")) in self._words and _is_legible(whole, word)
        }
        return [self._words[word] for word in met]

    def _long_in(self, plain: str) -> Iterable[str]:
        if not self._by_beginning:
            return ()
        met = {plain[at : at + _LONG] for at in range(len(plain) - _LONG + 1)} & self._by_beginning.keys()
        return [value for start in met for whole, value in self._by_beginning[start] if whole in plain]


def _is_legible(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word stands in text rather than in bytes that were read as such."""
    around = text[max(word.start() - _AROUND, 0) : word.end() + _AROUND]
    return _NOT_READ not in around and all(char.isprintable() or char.isspace() for char in around)


def _plain(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
