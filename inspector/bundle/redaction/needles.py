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
        met = {_plain(word).strip(".'-+") for word in _WORDS.findall(unicodedata.normalize("NFKC", text))}
        return [self._words[word] for word in met & self._words.keys()]

    def _long_in(self, plain: str) -> Iterable[str]:
        if not self._by_beginning:
            return ()
        met = {plain[at : at + _LONG] for at in range(len(plain) - _LONG + 1)} & self._by_beginning.keys()
        return [value for start in met for whole, value in self._by_beginning[start] if whole in plain]


def _plain(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
