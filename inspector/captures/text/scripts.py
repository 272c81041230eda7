# SPDX-License-Identifier: Apache-2.0
"""Tells whether a picture is written in letters that the engine cannot name.

Measured on made pages: of Cyrillic, Korean, Arabic, Hebrew and Devanagari lines the models read nothing, or
some signs with low certainty; of lines in scripts they know less than a quarter, small or blurred, end so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from inspector.captures.text.lines import Line

_UNREAD: Final = 0.4
"""Share of long lines from which on the script is taken for unknown."""

_FEWEST: Final = 2
_LONG: Final = 2.5
"""Width over height of a line that surely holds several letters."""

_UNSURE: Final = 0.75
_LEAST_LETTERS: Final = 0.35
"""Letters per height of a line; ideographs, the widest, have about one."""


def is_readable(lines: Sequence[Line]) -> bool:
    """Tell whether most lines were read. Few lines say nothing: those count as read."""
    long = [line for line in lines if line.box.width >= _LONG * line.box.height]
    unread = sum(is_unread(line) for line in long)
    return unread < _FEWEST or unread < _UNREAD * len(long)


def is_unread(line: Line) -> bool:
    """Tell whether a line holds writing of which next to nothing was read."""
    letters = sum(letter.isalnum() for letter in line.text)
    return line.score < _UNSURE or letters < _LEAST_LETTERS * line.box.width / line.box.height
