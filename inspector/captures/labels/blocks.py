# SPDX-License-Identifier: Apache-2.0
"""Lines that may be one label broken over several: they follow each other and share an edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

from inspector.captures.labels.folding import folded
from inspector.captures.text.lines import Box, Line

_MOST_LINES: Final = 12
_GAP: Final = 1.1
_SHARES_EDGE: Final = 0.8
_LIKE_HEIGHT: Final = 1.6
_LEVEL: Final = 0.2
_SPACE: Final = 0.7
"""What words of one line differ in height, and stand apart, at most; a button stands further off."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines that read as one text."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return the text of the lines, joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def box(self) -> Box:
        """Return the smallest box around the lines."""
        return reduce(Box.around, (line.box for line in self.lines))

    @property
    def score(self) -> float:
        """Return the certainty of the least certain line."""
        return min(line.score for line in self.lines)

    @property
    def line_height(self) -> float:
        """Return the mean height of a line."""
        return sum(line.box.height for line in self.lines) / len(self.lines)


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield every line alone and with those that continue it. Signs without letters are in no block."""
    written = (line for line in lines if folded(line.text))
    ordered = sorted(written, key=lambda line: (line.box.y, line.box.x))
    for place, first in enumerate(ordered):
        yield from _from(first, ordered[place + 1 :])


def _from(first: Line, following: Sequence[Line]) -> Iterator[Block]:
    chain = [first]
    yield Block((first,))
    for line in following:
        if line.box.y > chain[-1].box.bottom + _GAP * chain[-1].box.height or len(chain) == _MOST_LINES:
            return
        if _continues(chain[-1], line):
            chain.append(line)
            yield Block(tuple(chain))


def _continues(line: Line, following: Line) -> bool:
    """Tell whether a line goes on in the next row, or in the same one right beside."""
    one, other = line.box, following.box
    height = min(one.height, other.height)
    if max(one.height, other.height) > _LIKE_HEIGHT * height:
        return False
    if abs(one.middle - other.middle) < height / 2:
        level = abs(one.middle - other.middle) < _LEVEL * height
        return level and 0 <= other.x - one.right < _SPACE * height
    if other.middle < one.middle:
        return False
    edge = min(abs(one.x - other.x), abs(one.right - other.right))
    return edge < _SHARES_EDGE * height and other.y - one.bottom < _GAP * height
