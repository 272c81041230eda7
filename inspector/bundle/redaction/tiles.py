# SPDX-License-Identifier: Apache-2.0
"""A picture by its tiles: what is committed to, and the same picture with boxes filled.

The picture is made anew from its pixels, so that no text, place or small copy inside the file comes along.
Boxes are filled with one colour, never blurred: what is blurred can be found again.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from typing import Final

from PIL import Image

from inspector.bundle.redaction.commitments import Part

TILE: Final = 64
"""Pixels of a side of a tile; those at the right and lower edge may be smaller."""

FILL: Final = (0, 0, 0)

Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels of the picture as a person sees it."""


def parts(picture: Image.Image) -> list[Part]:
    """Return every tile as its RGB bytes, row by row."""
    rgb = picture.convert("RGB")
    return [
        Part(
            f"tile {left},{top},{width},{height}", rgb.crop((left, top, left + width, top + height)).tobytes()
        )
        for left, top, width, height in _tiles(rgb.width, rgb.height)
    ]


def without(picture: Image.Image, boxes: Collection[Box]) -> bytes:
    """Return the picture as PNG with the boxes filled, as far as they lie in it."""
    made = Image.new("RGB", picture.size)
    made.paste(picture.convert("RGB"))
    for left, top, width, height in boxes:
        made.paste(
            FILL, (max(left, 0), max(top, 0), min(left + width, made.width), min(top + height, made.height))
        )
    target = io.BytesIO()
    made.save(target, "PNG")
    return target.getvalue()


def _tiles(width: int, height: int) -> Iterator[Box]:
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            yield left, top, min(TILE, width - left), min(TILE, height - top)
