# SPDX-License-Identifier: Apache-2.0
"""Finds lines of text: the model gives each pixel a share of text, connected pixels make a line.

The model is trained for differentiable binarization (Liao et al., 2020): what it marks is the core of a line,
smaller than the line, so that neighbours stay apart; each core is grown back by its area over its outline.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PIL import Image

from inspector.captures.text.lines import Box, Pixels
from inspector.captures.text.models import FINDS
from inspector.captures.text.sessions import Floats, ModelSession
from inspector.captures.text.shapes import Shapes, shapes_of

_MARKED: Final = 0.3
_SURE: Final = 0.5
_GROWTH: Final = 1.6
_STEP: Final = 32
"""The model halves a picture five times; each side must be a multiple of this."""

_SHORT_SIDE: Final = 736
_LONG_SIDE: Final = 2000
_LIKE_PHONE: Final = 1.3
"""Height over width of what is hardly a desktop: a phone has large letters, so that less of it will do."""

MOST_PIXELS: Final = 2_200_000
"""A screen of 1920 x 1080 is looked at as it is; what has more has larger letters. Memory grows with it."""

_LEAST: Final = 3
"""Pixels of the model's picture that a core must be wide and high."""


class LineFinder:
    """The loaded model that finds lines."""

    def __init__(self) -> None:
        self._model = ModelSession(FINDS)

    def find(self, picture: Pixels, scale: float) -> tuple[Box, ...]:
        """Return the boxes of all lines in a picture scaled for the model, from top to bottom."""
        height, width = picture.shape[:2]
        shares = self._model.run(_prepared(picture, scale))[0, 0]
        across, down = width / shares.shape[1], height / shares.shape[0]
        boxes = (_grown(core, across, down, width, height) for core in _cores(shares))
        return tuple(sorted(boxes, key=lambda box: (box.y, box.x)))

    def make_room(self) -> None:
        """Give back the memory that is kept from picture to picture."""
        self._model.make_room(np.zeros((1, 3, _STEP, _STEP), np.float32))


def scale_for(width: int, height: int) -> float:
    """Return by how much a picture is scaled for the model: not too small to read, not larger than needed."""
    short, long = min(width, height), max(width, height)
    wanted = _SHORT_SIDE / short if height >= _LIKE_PHONE * width else max(1.0, _SHORT_SIDE / short)
    return min(wanted, max(_LONG_SIDE / long, 0.1), math.sqrt(MOST_PIXELS / (width * height)))


def _prepared(picture: Pixels, scale: float) -> Floats:
    height, width = picture.shape[:2]
    size = [max(_STEP, round(side * scale / _STEP) * _STEP) for side in (width, height)]
    resized = Image.fromarray(picture).resize((size[0], size[1]), Image.Resampling.BILINEAR)
    # The model was trained on blue, green, red from -1 to 1.
    values = np.asarray(resized, dtype=np.float32)[:, :, ::-1] / 127.5 - 1.0
    return np.ascontiguousarray(values.transpose(2, 0, 1)[np.newaxis])


def _cores(shares: Floats) -> list[tuple[int, int, int, int]]:
    """Return left, top, right, bottom of the cores that are surely text."""
    mask = shares > _MARKED
    # Thin gaps inside a letter do not part a line.
    mask[:, 1:] |= mask[:, :-1].copy()
    mask[1:] |= mask[:-1].copy()
    shapes = shapes_of(mask)
    if not shapes.count:
        return []
    sure = _mean_shares(shares, shapes) >= _SURE
    return [
        (int(left), int(top), int(right), int(bottom))
        for (left, top, right, bottom), keep in zip(shapes.bounds(), sure, strict=True)
        if keep and right - left >= _LEAST and bottom - top >= _LEAST
    ]


def _mean_shares(shares: Floats, shapes: Shapes) -> Floats:
    """Return the mean share of every shape over its own pixels."""
    sums = np.cumsum(np.pad(shares.astype(np.float64), ((0, 0), (1, 0))), axis=1)
    inside = sums[shapes.rows, shapes.ends] - sums[shapes.rows, shapes.starts]
    totals = np.bincount(shapes.labels, inside, shapes.count)
    sizes = np.bincount(shapes.labels, shapes.ends - shapes.starts, shapes.count)
    return (totals / sizes).astype(np.float32)


def _grown(core: tuple[int, int, int, int], across: float, down: float, width: int, height: int) -> Box:
    """Return the box of a line in pixels of the picture, from its core in those of the model."""
    left, top, right, bottom = core
    wide, high = right - left, bottom - top
    by = wide * high * _GROWTH / (2 * (wide + high))
    x, y = max(0, int((left - by) * across)), max(0, int((top - by) * down))
    end_x = min(width, int(np.ceil((right + by) * across)))
    end_y = min(height, int(np.ceil((bottom + by) * down)))
    return Box(x, y, max(1, end_x - x), max(1, end_y - y))
