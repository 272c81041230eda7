# SPDX-License-Identifier: Apache-2.0
"""Reads two options, on and off, of which one is chosen: by the dot before it, or by its coloured ground."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np

from inspector.captures.controls.candidates import candidates
from inspector.captures.controls.colours import Colour, chroma, distance, surface
from inspector.captures.controls.square import Mark, read_square
from inspector.captures.controls.words import SaidHere
from inspector.captures.text.lines import Box, Pixels

Chosen = Literal["on", "off", "unknown"]

_BEFORE: Final = 2.6
"""How far before its word a circle may begin, in heights of the word."""

_NEAR: Final = 0.1
_FAR: Final = 1.6
_CORE: Final = 0.7
"""Where the ground of a neighbour is looked for, from the end of a word on, in heights of the word."""

_BROAD: Final = 0.35
"""Share of that place which such a ground fills; an arrow fills a tenth."""

_COLOURED: Final = 38.0
_PLAIN: Final = 16.0


def chosen(pixels: Pixels, origin: Box, card: Colour, words: Sequence[SaidHere]) -> tuple[Chosen, Box | None]:
    """Return which of two options is chosen, and the box around its mark. `pixels` are those of `origin`."""
    if len(words) != 2 or words[0].state == words[1].state or any(word.verb for word in words):  # noqa: PLR2004 - one of each
        return "unknown", None
    if not any(word.sure for word in words):
        return "unknown", None
    dots = [_dot(pixels, origin, card, word.box) for word in words]
    if {dots[0], dots[1]} == {"ticked", "empty"}:
        return _picked(words, dots.index("ticked"))
    if any(dot is not None for dot in dots):
        return "unknown", None
    grounds = [surface(_inside(pixels, origin, word.box)) for word in words]
    coloured = [
        chroma(ground) > _COLOURED and float(np.abs(ground - card).max()) > _COLOURED for ground in grounds
    ]
    plain = [float(distance(ground, card)) < _PLAIN for ground in grounds]
    for place in (0, 1):
        if coloured[place] and plain[1 - place]:
            return _picked(words, place)
    return "unknown", None


def is_lone_option(pixels: Pixels, origin: Box, card: Colour, words: Sequence[SaidHere]) -> bool:
    """Tell whether a single state is one of several options: a circle stands before it, or it is set off."""
    if len(words) != 1 or words[0].verb:
        return False
    word = words[0].box
    ground = surface(_inside(pixels, origin, word))
    # What stands behind a word, an arrow, belongs to a list that opens.
    before = _circle_in(pixels, origin, card, word, -round(_BEFORE * word.height))
    return before is not None or float(distance(ground, card)) > _COLOURED


def is_beside_option(pixels: Pixels, origin: Box, card: Colour, word: Box) -> bool:
    """Tell whether a broad coloured ground stands right beside a word, as that of another choice."""
    high, near, far = word.height, round(_NEAR * word.height), round(_FAR * word.height)
    above = round(high * (1 - _CORE) / 2)
    for left in (word.x - far, word.right + near):
        start = max(origin.x, left)
        core = Box(start, word.y + above, min(origin.right, left + far - near) - start, high - 2 * above)
        area = _inside(pixels, origin, core) if core.width > 0 else pixels[:0]
        if area.size and float((distance(area, card) > _COLOURED).mean()) > _BROAD:
            return True
    return False


def _picked(words: Sequence[SaidHere], place: int) -> tuple[Chosen, Box]:
    return words[place].state, words[0].box.around(words[1].box)


def _inside(pixels: Pixels, origin: Box, box: Box) -> Pixels:
    top, left = max(0, box.y - origin.y), max(0, box.x - origin.x)
    return pixels[top : box.bottom - origin.y, left : box.right - origin.x]


def _dot(pixels: Pixels, origin: Box, card: Colour, word: Box) -> Mark | None:
    """Return what the circle right before or behind a word shows, None where no circle stands there."""
    reach = round(_BEFORE * word.height)
    before = _circle_in(pixels, origin, card, word, -reach)
    return before or _circle_in(pixels, origin, card, word, reach)


def _circle_in(pixels: Pixels, origin: Box, card: Colour, word: Box, reach: int) -> Mark | None:
    """Return what the only circle beside a word shows, within `reach` columns: before it where negative."""
    left, right = (word.x + reach, word.x) if reach < 0 else (word.right, word.right + reach)
    above, start = word.height // 3, max(origin.x, left)
    side = Box(start, word.y - above, min(origin.right, right) - start, word.height + 2 * above)
    if side.width < word.height // 2:
        return None
    area = _inside(pixels, origin, side)
    middle = word.middle - max(side.y, origin.y)
    level = [
        one
        for one in candidates(area, card, word.height)
        if one.kind == "square" and abs(one.box.middle - middle) < above
    ]
    ticks = [read_square(area, one, card) for one in level]
    return ticks[0].mark if len(ticks) == 1 and ticks[0].is_round else None
