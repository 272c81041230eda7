# SPDX-License-Identifier: Apache-2.0
"""Makes any text printable: what no shipped font draws, or nobody could see, becomes a visible code point."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

from inspector.system import resources

BREAK = "\u200b"
"""Marks a place where a long word may break. The template turns it into a break that leaves no character."""

# Zero width joiner and non-joiner shape Arabic and Persian words; every other format character is shown.
_SHAPING = frozenset("\u200c\u200d")
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})

_LONG_WORD = 24
_PIECE = 12
_WORD = re.compile(rf"\S{{{_LONG_WORD},}}")
_AFTER = re.compile(r"(?<=[/\\_.,:;=&?@%+#~|-])")


@cache
def _drawable() -> frozenset[int]:
    """The code points that some font in resources/fonts can draw, from the generated coverage file."""
    ranges = json.loads(resources.path("fonts/coverage.json").read_text("utf-8"))["ranges"]
    return frozenset(point for first, last in ranges for point in range(first, last + 1))


@cache
def _printed(char: str) -> str:
    if char == "\n" or char in _SHAPING:
        return char
    shown = ord(char) in _drawable() and unicodedata.category(char) not in _HIDDEN
    return char if shown else f"[U+{ord(char):04X}]"


def visible(text: str) -> str:
    """The text with `[U+202E]` and the like in place of what could not be drawn or seen."""
    return "".join(map(_printed, text.replace("\r\n", "\n")))


def breakable(text: str) -> str:
    """The text with BREAK inside words too long for a line: after punctuation, else every 12 characters."""
    return _WORD.sub(lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    pieces: list[str] = []
    for part in filter(None, _AFTER.split(word)):
        cuts = range(0, len(part), _PIECE)
        pieces.extend(part[cut : cut + _PIECE] for cut in cuts)
    return BREAK.join(pieces)


def printable(value: object) -> object:
    """The same JSON value with every string in it visible and breakable; keys stay as they are."""
    if isinstance(value, str):
        return breakable(visible(value))
    if isinstance(value, list):
        return [printable(item) for item in value]
    if isinstance(value, dict):
        return {key: printable(item) for key, item in value.items()}
    return value
