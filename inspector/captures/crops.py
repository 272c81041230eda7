# SPDX-License-Identifier: Apache-2.0
"""The part of a picture that a person compares with its reading: the setting's words and its control."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image

from inspector.captures.picture import Picture
from inspector.captures.text.lines import Box
from inspector.domain.captured import Crop, Setting

_MOST: Final = (1600, 1000)
"""Pixels of a crop; a part larger than that is made smaller."""

_AROUND: Final = 1.6
"""Room round the row, in heights of its words: enough to recognise the place on the page."""

_LEAST_AROUND: Final = 24
_ALIKE: Final = 3
"""Steps of a colour by which rows that look the same may differ."""

_ALIKE_ROWS: Final = 2
"""Rows above and below an edge that are alike: strokes that go straight down are rarely all there is."""


def crop_of(picture: Picture, setting: Setting) -> Crop | None:
    """Return the row of a setting with some room round it; None where nobody knows its place."""
    boxes = [box for box in (setting.pixels.label, setting.pixels.control) if box is not None]
    if not boxes:
        return None
    room = max(_LEAST_AROUND, round(_AROUND * min(height for _, _, _, height in boxes)))
    left, top = min(box[0] for box in boxes) - room, min(box[1] for box in boxes) - room
    right = max(box[0] + box[2] for box in boxes) + room
    bottom = max(box[1] + box[3] for box in boxes) + room
    left, right = max(left, 0), min(right, picture.width)
    top = _calm(picture, (left, right), top, (top - room, top + room // 2)) if top > 0 else 0
    below = _calm(picture, (left, right), bottom, (bottom - room // 2, bottom + room))
    bottom = min(below, picture.height)
    return Crop(
        (left, top, right - left, bottom - top), _png(picture, Box(left, top, right - left, bottom - top))
    )


def _calm(picture: Picture, columns: tuple[int, int], wanted: int, between: tuple[int, int]) -> int:
    """Return the row nearest to the wanted one at which nothing is cut in half: those round it are alike.

    Where there is none, as in a photograph, it is the wanted one.
    """
    first, last = max(between[0], 0), min(between[1], picture.height)
    if wanted >= picture.height or last - first <= 2 * _ALIKE_ROWS:
        return wanted
    pixels = picture.part(Box(columns[0], first, columns[1] - columns[0], last - first)).astype(np.int16)
    alike = np.abs(np.diff(pixels, axis=0)).max(axis=(1, 2)) <= _ALIKE
    rows = range(_ALIKE_ROWS, len(alike) - _ALIKE_ROWS + 1)
    calm = [first + row for row in rows if alike[row - _ALIKE_ROWS : row + _ALIKE_ROWS].all()]
    return min(calm, key=lambda row: (abs(row - wanted), row), default=wanted)


def _png(picture: Picture, box: Box) -> bytes:
    image = Image.fromarray(picture.part(box))
    image.thumbnail(_MOST)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
