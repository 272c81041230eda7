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

from inspector.bundle.redaction.boxes import Box, inside, touch
from inspector.bundle.redaction.commitments import Part

TILE: Final = 64
"""Pixels of a side of a tile; those at the right and lower edge may be smaller."""

FILL: Final = (0, 0, 0)


def path_of(tile: Box) -> str:
    """Return how a tile is named."""
    return "tile {},{},{},{}".format(*tile)


def parts_of(picture: Image.Image) -> Iterator[Part]:
    """Yield every tile as its RGB bytes, row by row; no more than one is held."""
    rgb = picture if picture.mode == "RGB" else picture.convert("RGB")
    for left, top, width, height in _tiles(*rgb.size):
        pixels = rgb.crop((left, top, left + width, top + height)).tobytes()
        yield Part(path_of((left, top, width, height)), pixels)


def parts(picture: Image.Image) -> list[Part]:
    """Return all of them."""
    return list(parts_of(picture))


def touched(size: tuple[int, int], boxes: Collection[Box]) -> list[Box]:
    """Return the tiles of a picture that share a pixel with a box."""
    return [tile for tile in _tiles(*size) if any(touch(tile, box) for box in boxes)]


def without(picture: Image.Image, boxes: Collection[Box]) -> bytes:
    """Return the picture as PNG with the boxes filled, as far as they lie in it."""
    made = Image.new("RGB", picture.size)
    made.paste(picture.convert("RGB"))
    for box in boxes:
        found = inside(box, made.size)
        if found is not None:
            made.paste(FILL, (found[0], found[1], found[0] + found[2], found[1] + found[3]))
    target = io.BytesIO()
    made.save(target, "PNG")
    return target.getvalue()


def is_filled(picture: Image.Image, box: Box) -> bool:
    """Tell whether all pixels under a box are of the one colour; none is outside the picture."""
    found = inside(box, picture.size)
    if found != box:
        return False
    left, top, width, height = box
    return picture.crop((left, top, left + width, top + height)).getcolors() == [(width * height, FILL)]


def _tiles(width: int, height: int) -> Iterator[Box]:
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            yield left, top, min(TILE, width - left), min(TILE, height - top)
