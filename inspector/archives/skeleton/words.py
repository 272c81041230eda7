# SPDX-License-Identifier: Apache-2.0
"""Names, keys and columns with only those words left in them that exports are known to use.

A name in an archive may hold the name of a person, and a key may be one. Nothing about a word tells: so a
word is shown only if it stands in a list that ships with the program (resources/skeleton/words.txt), and all
else becomes `*`, digits `#`. What a skeleton shows is therefore made of that list, signs and counts, and of
nothing else. Not told apart is a person's text that is made of such words alone, used as a name or a key.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from inspector.system import resources

NAMELESS: Final = "{key}"
"""Stands for a key in which no word is known: a name, an id, a date, a text."""

_UNKNOWN: Final = "*"
_NUMBER: Final = "#"
_STAND_INS: Final = frozenset({_UNKNOWN, _NUMBER, "?"})
_MOST_WORDS: Final = 8
_SHORT: Final = 2
# A version such as v2, numbers, words of ASCII in one case or capitalized, any other letters, any sign.
_TOKEN: Final = re.compile(
    r"(?P<version>(?<![^\W_])[vV][1-9](?![^\W_]))|(?P<number>\d+)"
    r"|(?P<word>[A-Z]?[a-z]+|[A-Z]+(?![a-z]))|(?P<letters>[^\W\d_]+)|(?P<sign>.)",
    re.DOTALL,
)
_SIGNS: Final = frozenset(" _-.,:&()[]'+$/")
_ABBREVIATIONS: Final = frozenset({"ID", "IP", "AI", "AD", "UI", "URL", "OS"})


@cache
def known_words() -> frozenset[str]:
    """Return the words that may be shown, in lower case."""
    lines = resources.path("skeleton/words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=4096)
def shown_key(key: str) -> str:
    """Return a key or a column as it may be shown; NAMELESS where no word of it is known."""
    shown, known, words = _shown(key)
    return shown if known and words <= _MOST_WORDS else NAMELESS


def shown_path(path: str) -> str:
    """Return the path of a member as it may be shown, folder by folder; `*` where nothing of one is known."""
    return "/".join(_shown_part(part) for part in path.replace("\\", "/").split("/"))


def is_shown_key(text: str) -> bool:
    """Tell whether this could come from `shown_key`: listed words, signs and what stands for all else."""
    return text == NAMELESS or _is_shown(text)


def is_shown_path(text: str) -> bool:
    """Tell whether this could come from `shown_path`."""
    return all(_is_shown(part) for part in text.split("/"))


def _is_shown(text: str) -> bool:
    return all(_may_stay(found) for found in _TOKEN.finditer(text))


def _may_stay(found: re.Match[str]) -> bool:
    text = found[0]
    if text in _STAND_INS or found.lastgroup == "version":
        return True
    return text in _SIGNS if found.lastgroup == "sign" else _token(found)[1] == "known"


def _shown_part(part: str) -> str:
    shown, known, words = _shown(part)
    return shown if (known and words <= _MOST_WORDS) or not part else _UNKNOWN


def _shown(text: str) -> tuple[str, int, int]:
    """Return the text as it may be shown, how many of its words are known, and how many there are."""
    tokens = [_token(found) for found in _TOKEN.finditer(text)]
    pieces = [piece for piece, _ in tokens]
    words = sum(kind != "sign" for _, kind in tokens)
    known = sum(kind == "known" for _, kind in tokens)
    if words == 1 and known and len(text) <= _SHORT and text not in _ABBREVIATIONS and text.lower() != "id":
        # Two letters that stand alone may be a country, a language or initials.
        known = 0
    if "@" in text:
        # The address of a person, whatever words it is made of.
        known = 0
    return re.sub(r"\*[*#]+|#[*#]+", _UNKNOWN, "".join(pieces)), known, words


def _token(found: re.Match[str]) -> tuple[str, str]:
    """Return a token as it may be shown, and whether it is `known`, `unknown` or a `sign`."""
    text, kind = found[0], found.lastgroup
    if kind == "sign":
        return (text if text in _SIGNS else "?"), "sign"
    if kind == "number":
        return _NUMBER, "unknown"
    if kind == "version":
        return text, "unknown"
    if kind == "word" and len(text) > 1 and text.lower() in known_words() and not _initials(text):
        return text, "known"
    return _UNKNOWN, "unknown"


def _initials(text: str) -> bool:
    return len(text) <= _SHORT and text.isupper() and text not in _ABBREVIATIONS
