# SPDX-License-Identifier: Apache-2.0
"""The row of a setting: how far above and below its label something still belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from inspector.captures.labels.blocks import Block
from inspector.captures.text.lines import Box, Line

_TO_NEXT: Final = 0.45
"""Share of the gap to the next text that belongs to the row; neighbours often stand the other way."""

_DESCRIBES: Final = 0.6
"""Largest gap between a label and its description, in heights of a line."""

_TOUCHES: Final = 0.12
"""Gap below which lines that look alike are one paragraph."""

_SMALLER: Final = 0.93
_MUCH_SMALLER: Final = 0.78
_FAINTER: Final = 0.86
"""What explains a label is written a little smaller, or in a colour that stands out less.

Below a heading, what is much smaller and as dark is the first label of a list, whose control is its own.
"""

_LEVEL: Final = 0.4
"""How far a control may be off the height of its label, or of the middle of all that is said beside it.

Measured on made pages: at most 0.34 of a line. What is further off belongs to a text that was mistaken for
one that explains the label.
"""

_SAME_EDGE: Final = 0.7
_STACKED: Final = 1.6
"""Largest gap between the text of a row and what stands below it, in heights of a line."""


@dataclass(frozen=True, slots=True)
class Band:
    """The stretch of the picture, from `top` to `bottom`, in which a control belongs to one label.

    `texts`: the lines of the label and of what explains it. `end`: where the next text begins that is not of
    this row, the height of the picture where none does. `low`: where the row's own text ends.
    """

    top: int
    bottom: int
    label: Box
    text_height: float
    texts: tuple[Line, ...]
    low: int
    end: int

    def holds(self, box: Box) -> bool:
        """Tell whether a box lies in the row, level with it; what stands above a label is another one's."""
        above = box.middle < self.label.y and box.x < self.label.right and self.label.x < box.right
        return not above and self.top <= box.middle <= self.bottom and self._is_level(box)

    def _is_level(self, box: Box) -> bool:
        """Tell whether a box is level with the label, or with the middle of all the row's text."""
        slack, middle = _LEVEL * self.text_height, box.middle
        beside = self.label.y - slack <= middle <= self.label.bottom + slack
        return beside or abs(middle - (self.label.y + self.low) / 2) <= slack

    def holds_below(self, box: Box, *, rtl: bool) -> bool:
        """Tell whether a box stands right below the text, at its edge, before the next text begins."""
        apart = abs(box.right - self.label.right) if rtl else abs(box.x - self.label.x)
        near = box.y - self.low < _STACKED * self.text_height and box.y > self.low - self.text_height / 3
        return near and apart < _SAME_EDGE * self.text_height and box.bottom <= self.end

    def holds_word(self, box: Box) -> bool:
        """Tell whether a word stands right below the text, within its width, before the next text begins."""
        near = -self.text_height / 3 < box.y - self.low < _STACKED * self.text_height
        return near and self.label.x - self.text_height < box.x < self.label.right and box.bottom <= self.end


Ink = Callable[[Box], float]
"""How much the letters in a box stand out from their ground, 0 to 255."""


def band(
    block: Block, lines: Sequence[Line], height: int, ink: Ink, loose: frozenset[Line] = frozenset()
) -> Band:
    """Return the row of a label among all lines of a picture that is `height` pixels high.

    `loose`: lines that belong to controls, such as states; they neither explain a label nor end its row.
    """
    box, unit = block.box, block.line_height
    others = [
        line
        for line in lines
        if line not in block.lines and line not in loose and _is_in_column(line.box, box)
    ]
    texts, low = _described(block, others, unit, ink)
    left = [line.box for line in others if line not in texts]
    below = [other.y for other in left if other.y >= low - unit / 3]
    above = [other.bottom for other in left if other.bottom <= box.y + unit / 3]
    down = min([unit, *(max(0.0, _TO_NEXT * (edge - low)) for edge in below)])
    up = min([unit, *(max(0.0, _TO_NEXT * (box.y - edge)) for edge in above)])
    top, bottom = max(0, round(box.y - up)), min(height, round(low + down))
    return Band(top, bottom, box, unit, (*block.lines, *texts), low, min([height, *below]))


def _described(block: Block, others: Sequence[Line], unit: float, ink: Ink) -> tuple[tuple[Line, ...], int]:
    """Return the lines right below a label that explain it, and where they end."""
    texts: list[Line] = []
    low, strong, faint = block.box.bottom, ink(block.lines[0].box), 0.0
    for line in sorted(others, key=lambda one: one.box.y):
        gap = line.box.y - low
        if not -unit / 2 <= gap < _DESCRIBES * unit:
            continue
        shade = ink(line.box)
        smaller = _MUCH_SMALLER * unit < line.box.height < _SMALLER * unit
        explains = smaller or shade < _FAINTER * strong
        # What is darker again than the lines that explain a label is the next label.
        alike = not texts or shade < faint / _FAINTER
        if alike and (explains or (texts and gap < _TOUCHES * unit)):
            texts.append(line)
            low, faint = max(low, line.box.bottom), shade
    return tuple(texts), low


def _is_in_column(box: Box, label: Box) -> bool:
    """Tell whether a text stands above or below a label rather than beside it."""
    return box.x < label.right and label.x < box.right
