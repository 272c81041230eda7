# SPDX-License-Identifier: Apache-2.0
"""Reads a switch that slides: on which side its knob lies, and how its track is coloured.

Knobs of many sizes and places are laid over the switch; the one that splits its pixels into two surfaces best
is the knob. Looking at a few points fails: a wide knob covers the middle, an outline has the knob's colour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inspector.captures.controls.candidates import Candidate
from inspector.captures.controls.colours import Colour, chroma
from inspector.captures.text.lines import Pixels

Floats = NDArray[np.float64]
Side = Literal["left", "right", "unclear"]
Track = Literal["on", "off", "unclear"]

_HEIGHT: Final = 32
_KNOB_HEIGHTS: Final = (0.40, 0.50, 0.60, 0.70, 0.80, 0.90, 1.0)
_KNOB_SHAPES: Final = (1.0, 1.55)
_PLACES: Final = 17
_LEFT: Final = 0.42
_MIDDLE: Final = 0.46
"""Where the middle of a knob lies, as part of the switch; right of the middle mirrored."""

_BETTER: Final = 0.12
"""By how much the best place must explain more than the best one of the other side and of the middle."""

_LEAVES: Final = 0.6
"""Or: what it leaves unexplained, as part of what those leave."""

_NEARLY_ALL: Final = 0.85
_A_BIT: Final = 0.03
"""A knob half as wide as its switch covers much of the middle: if it explains nearly all, a bit is enough."""

_EXPLAINS: Final = 0.62
_COLOURED: Final = 38.0
_GREY: Final = 30.0
_STANDS_OUT: Final = 185.0
_STANDS_BACK: Final = 170.0
"""A grey track means on where it is nearly black on white or white on black, and its knob like the card."""

_LIKE_CARD: Final = 60.0


@dataclass(frozen=True, slots=True)
class Slide:
    """What a switch that slides shows. `margin`: by how much the knob's place beats any other, 0 to 1."""

    side: Side
    track: Track
    margin: float
    explained: float
    chroma: float
    contrast: float


@dataclass(frozen=True, slots=True)
class _Knobs:
    """All knobs for one width of switch: `masks` is knob x pixel, `places` the middles of knobs, 0 to 1."""

    masks: Floats
    places: Floats


def read_pill(pixels: Pixels, candidate: Candidate, card: Colour) -> Slide:
    """Return what the switch in a candidate's box of `pixels` shows, with and without its faintest pixels.

    Where those differ in what they say it is unclear.
    """
    first, *others = [_read(pixels, one, card) for one in (candidate, *candidate.again)]
    sides = {one.side for one in (first, *others)} - {"unclear"}
    tracks = {one.track for one in (first, *others)} - {"unclear"}
    side = sides.pop() if len(sides) == 1 else "unclear"
    return replace(first, side=side, track=tracks.pop() if len(tracks) == 1 else "unclear")


def _read(pixels: Pixels, candidate: Candidate, card: Colour) -> Slide:
    values, inside = _normalised(pixels, candidate)
    knobs = _knobs(values.shape[1])
    explained = _explained(values.reshape(-1, 3), inside.ravel(), knobs.masks)
    best = int(explained.argmax())
    side, margin = _side(explained, knobs.places)
    mask = knobs.masks[best].reshape(values.shape[:2]) > 0
    track = np.median(values[inside & ~mask], axis=0) if (inside & ~mask).any() else card
    knob = np.median(values[inside & mask], axis=0) if (inside & mask).any() else track
    away = float(np.abs(track - card).max())
    cut_out = float(np.abs(knob - card).max()) < _LIKE_CARD
    says = _track(chroma(track), away, cut_out=cut_out)
    return Slide(side, says, margin, float(explained[best]), chroma(track), away)


def _normalised(pixels: Pixels, candidate: Candidate) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the switch at one height, and which of its pixels lie inside its outline."""
    box = candidate.box
    width = max(_HEIGHT, round(_HEIGHT * box.width / box.height))
    crop = Image.fromarray(np.ascontiguousarray(pixels[box.y : box.bottom, box.x : box.right]))
    values = np.asarray(crop.resize((width, _HEIGHT), Image.Resampling.BILINEAR), dtype=np.float64)
    outline = Image.fromarray(candidate.filled.astype(np.uint8) * 255)
    inside = np.asarray(outline.resize((width, _HEIGHT), Image.Resampling.BILINEAR)) > 200  # noqa: PLR2004 - whole pixels
    return values, _shaved(_shaved(_shaved(inside)))


def _shaved(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask without its outermost pixels, where colours mix."""
    padded = np.pad(mask, 1)
    return padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:] & mask


@lru_cache(maxsize=256)
def _knobs(width: int) -> _Knobs:
    rows, columns = np.mgrid[0:_HEIGHT, 0:width] + 0.5
    masks, places = [], []
    for height in _KNOB_HEIGHTS:
        for shape in _KNOB_SHAPES:
            half = height * _HEIGHT / 2
            long = half * shape
            if 2 * long > 0.8 * width:
                continue
            for place in np.linspace(0, 1, _PLACES):
                middle = long + place * (width - 2 * long)
                beyond = np.maximum(np.abs(columns - middle) - (long - half), 0)
                masks.append((beyond**2 + (rows - _HEIGHT / 2) ** 2 <= half**2).ravel())
                places.append(middle / width)
    return _Knobs(np.array(masks, dtype=np.float64), np.array(places))


def _explained(values: Floats, inside: NDArray[np.bool_], masks: Floats) -> Floats:
    """Return for every knob the share of the colour variance inside the outline that it explains."""
    kept, weights = values[inside], masks[:, inside]
    if not len(kept):
        return np.zeros(len(masks))
    centred = kept - kept.mean(axis=0)
    total = float((centred**2).sum())
    count = weights.sum(axis=1)
    rest = len(kept) - count
    usable = (count > 0) & (rest > 0)
    sums = weights @ centred
    share = (sums**2).sum(axis=1) * (1 / np.maximum(count, 1) + 1 / np.maximum(rest, 1))
    return np.where(usable, share / max(total, 1.0), 0.0)


def _side(explained: Floats, places: Floats) -> tuple[Side, float]:
    """Return where the knob lies and by how much that place beats the other side and the middle."""
    left = float(explained[places < _LEFT].max())
    right = float(explained[places > 1 - _LEFT].max())
    middle = float(explained[(places >= _MIDDLE) & (places <= 1 - _MIDDLE)].max())
    best, other = max(left, right), max(min(left, right), middle)
    margin = best - other
    distinct = margin >= _BETTER or (
        best > _NEARLY_ALL and (margin > _A_BIT or 1 - best <= _LEAVES * (1 - other))
    )
    if best < max(_EXPLAINS, float(explained.max()) - _BETTER / 2) or not distinct:
        return "unclear", margin
    return ("left" if left > right else "right"), margin


def _track(coloured: float, away: float, *, cut_out: bool) -> Track:
    """Return what the colour of the track says, unclear where it fits both or neither.

    `cut_out`: the knob has the colour of the card, as if it were a hole in the track.
    """
    says_on = coloured > _COLOURED or (away > _STANDS_OUT and cut_out)
    says_off = coloured < _GREY and away < _STANDS_BACK
    if says_on == says_off:
        return "unclear"
    return "on" if says_on else "off"
