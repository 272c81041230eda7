# SPDX-License-Identifier: Apache-2.0
"""Reads a box or a circle that is ticked, empty, or neither for sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from PIL import Image

from inspector.captures.controls.candidates import Candidate, Mask
from inspector.captures.controls.colours import Colour, chroma, distance, surface
from inspector.captures.text.lines import Pixels
from inspector.captures.text.shapes import shapes_of

Mark = Literal["ticked", "empty", "unclear"]

_SIDE: Final = 32
_BORDER: Final = 6
"""Pixels of 32 that the border of a box and what mixes with it may take."""

_SAME: Final = 14.0
_DIFFERS: Final = 60.0
_COLOURED: Final = 38.0
_STANDS_OUT: Final = 110.0
_LEAST_MARK: Final = 0.04
_MOST_MARK: Final = 0.55
_UNLIKE: Final = 0.35
"""Share of its pixels in which a tick differs from its mirror image; crosses and dashes do not."""

_HALO: Final = 0.35
"""What belongs to a box differs from the card at least so much, as part of what differs most."""

_WITHIN: Final = 0.72
"""Share of a tick's pixels that lie off the edges; the remains of a border lie on them."""

_ONE_STROKE: Final = 0.75

_DOT: Final = 0.5
_ROUND_CORNER: Final = 4


@dataclass(frozen=True, slots=True)
class Tick:
    """What a box or circle shows. `facts` counts what agrees: a coloured ground and a tick are two."""

    mark: Mark
    is_round: bool
    facts: int


def read_square(pixels: Pixels, candidate: Candidate, card: Colour) -> Tick:
    """Return what the box or circle in a candidate's box of `pixels` shows."""
    crop = Image.fromarray(_tight(pixels, candidate, card))
    values = np.asarray(crop.resize((_SIDE, _SIDE), Image.Resampling.BILINEAR))
    is_round = _is_circle(candidate.filled)
    inner = values[_BORDER:-_BORDER, _BORDER:-_BORDER]
    return _circle(inner, card) if is_round else _box(inner, card)


def _tight(pixels: Pixels, candidate: Candidate, card: Colour) -> Pixels:
    """Return a candidate's pixels without the halo that compression leaves around sharp edges."""
    box = candidate.box
    cut = np.ascontiguousarray(pixels[box.y : box.bottom, box.x : box.right])
    away = distance(cut, card)
    strong = away > _HALO * away.max()
    rows, columns = np.nonzero(strong.any(axis=1))[0], np.nonzero(strong.any(axis=0))[0]
    if not len(rows) or min(rows[-1] - rows[0], columns[-1] - columns[0]) < min(cut.shape[:2]) / 2:
        return cut
    return np.ascontiguousarray(cut[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def _is_circle(filled: Mask) -> bool:
    side = max(1, filled.shape[0] // _ROUND_CORNER // 2)
    corners = (filled[:side, :side], filled[:side, -side:], filled[-side:, :side], filled[-side:, -side:])
    return all(2 * corner.sum() < corner.size for corner in corners)


def _box(inner: Pixels, card: Colour) -> Tick:
    ground = surface(inner)
    mark: Mask = distance(inner, ground) > _DIFFERS
    share = float(mark.mean())
    plain = float(np.abs(ground - card).max()) < _SAME
    if plain and share < _LEAST_MARK / 2:
        return Tick("empty", is_round=False, facts=2)
    if not _LEAST_MARK <= share <= _MOST_MARK or not _is_tick(mark):
        return Tick("unclear", is_round=False, facts=0)
    filled = chroma(ground) > _COLOURED or float(np.abs(ground - card).max()) > _STANDS_OUT
    return Tick("ticked", is_round=False, facts=2 if filled or plain else 1)


def _is_tick(mark: Mask) -> bool:
    """Tell whether a mark is one stroke, off the edges, that looks like neither of its mirror images."""
    if mark[1:-1, 1:-1].sum() < _WITHIN * mark.sum():
        return False
    shapes = shapes_of(mark)
    if shapes.sums(shapes.ends - shapes.starts).max() < _ONE_STROKE * mark.sum():
        return False
    return all(_unlike(mark, mirrored) > _UNLIKE for mirrored in (mark[:, ::-1], mark[::-1, :]))


def _unlike(one: Mask, other: Mask) -> float:
    either = (one | other).sum()
    return float((one ^ other).sum() / either) if either else 0.0


def _circle(inner: Pixels, card: Colour) -> Tick:
    """Return whether a circle holds a dot: its middle differs from the ring around it."""
    rows, columns = np.mgrid[0 : inner.shape[0], 0 : inner.shape[1]]
    middle = (inner.shape[0] - 1) / 2
    away = np.hypot(rows - middle, columns - middle) / middle
    core, ring = inner[away < _DOT * 0.6], inner[(away > 0.8) & (away <= 1)]  # noqa: PLR2004 - clear of the dot's edge
    dot, around = np.median(core, axis=0), np.median(ring, axis=0)
    differs = float(np.abs(dot - around).max())
    if differs > _DIFFERS:
        return Tick("ticked", is_round=True, facts=2)
    if differs < _SAME and float(np.abs(dot - card).max()) < _SAME:
        return Tick("empty", is_round=True, facts=2)
    return Tick("unclear", is_round=True, facts=0)
