# SPDX-License-Identifier: Apache-2.0
"""The part of a picture that a person compares with its reading: the setting's words and its control."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image

from inspector.captures.picture import Picture
from inspector.captures.text.lines import Box
from inspector.domain.captured import Crop, Setting

_MOST: Final = (1600, 1000)
"""Pixels of a crop; a part larger than that is made smaller."""

_AROUND: Final = 1.6
"""Room round the row, in heights of its words: enough to recognise the place on the page."""

_LEAST_AROUND: Final = 24


def crop_of(picture: Picture, setting: Setting) -> Crop | None:
    """Return the row of a setting with some room round it; None where nobody knows its place."""
    boxes = [box for box in (setting.pixels.label, setting.pixels.control) if box is not None]
    if not boxes:
        return None
    room = max(_LEAST_AROUND, round(_AROUND * min(height for _, _, _, height in boxes)))
    left, top = min(box[0] for box in boxes) - room, min(box[1] for box in boxes) - room
    right = max(box[0] + box[2] for box in boxes) + room
    bottom = max(box[1] + box[3] for box in boxes) + room
    left, top = max(left, 0), max(top, 0)
    right, bottom = min(right, picture.width), min(bottom, picture.height)
    return Crop(
        (left, top, right - left, bottom - top), _png(picture, Box(left, top, right - left, bottom - top))
    )


def _png(picture: Picture, box: Box) -> bytes:
    image = Image.fromarray(picture.part(box))
    image.thumbnail(_MOST)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
