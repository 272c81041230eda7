# SPDX-License-Identifier: Apache-2.0
"""The engine that ships: PP-OCRv6 small, both models loaded once, tall pictures taken piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from inspector.captures.picture import LARGE, Picture
from inspector.captures.text.detect import MOST_PIXELS, LineFinder, scale_for
from inspector.captures.text.lines import Box, Line, Pixels
from inspector.captures.text.recognise import LineReader
from inspector.captures.text.scripts import is_unread

_TALLEST: Final = 2.4
"""Height over width of what is looked at as a whole; a taller picture would be shrunk beyond reading."""

_TALLEST_OF_LARGE: Final = 1.2
_OVERLAP: Final = 0.15
"""What two pieces share, as part of a piece: no line is higher."""

_LEAST_BAND: Final = 200
_SMALL: Final = 22.0
"""Height in the model's pixels below which lines are found too roughly, some not at all: boxes of the smaller
lines of a desktop seen as it is have 22 to 30, of one with 3840 x 2160 pixels shrunk to half 13 to 18."""

_WELL_READ: Final = 26.0
_SHRUNK: Final = 0.7
_PROBES: Final = 4


class Engine:
    """Finds and reads lines with the models inside the program. Raises ModelError where one is missing."""

    @cached_property
    def _finder(self) -> LineFinder:
        return LineFinder()

    @cached_property
    def _reader(self) -> LineReader:
        return LineReader()

    def check(self) -> None:
        """Load both models. Raises ModelError."""
        _ = self._finder, self._reader

    @property
    def letters(self) -> frozenset[str]:
        """Return every letter the engine can name."""
        return self._reader.letters

    def find(self, picture: Picture) -> tuple[Box, ...]:
        """Return the boxes of all lines, from top to bottom."""
        found: list[Box] = []
        closer: float | None = None
        for piece in pieces(picture.box):
            if closer is None:
                scale = scale_for(piece.width, piece.height)
                boxes = self._look(picture, piece, scale)
                closer = closer_than(scale, boxes)
                if closer is None and scale < _SHRUNK and self._is_blurred(picture, boxes):
                    closer = 1.0
                if closer is None:
                    _keep(boxes, piece, picture.box, found)
                    continue
            # What needed a closer look in one piece needs it in those below.
            for band in bands(piece, closer):
                _keep(self._look(picture, band, closer), band, picture.box, found)
        return tuple(sorted(found, key=lambda box: (box.y, box.x)))

    def _look(self, picture: Picture, piece: Box, scale: float) -> list[Box]:
        """Return the boxes of the lines in a piece, at a scale."""
        pixels = picture.part(piece)
        inside = self._finder.find(pixels, scale) if is_written(pixels) else ()
        return [Box(box.x + piece.x, box.y + piece.y, box.width, box.height) for box in inside]

    def _is_blurred(self, picture: Picture, boxes: Sequence[Box]) -> bool:
        """Tell by some lines whether neighbours ran together, so that none of them can be read."""
        some = boxes[:: max(1, len(boxes) // _PROBES)][:_PROBES]
        return 2 * sum(is_unread(line) for line in self.read(picture, some)) >= len(some)

    def read(self, picture: Picture, boxes: Sequence[Box]) -> Iterator[Line]:
        """Yield what stands in these boxes, in their order."""
        for box in boxes:
            pixels = picture.part(box)
            line = self._reader.read(pixels, Box(0, 0, box.width, box.height))
            yield Line(box, line.text, line.score)

    def make_room(self) -> None:
        """Give back what memory is kept from one picture to the next."""
        loaded = self.__dict__
        if "_finder" in loaded:
            self._finder.make_room()
        if "_reader" in loaded:
            self._reader.make_room()


def is_written(pixels: Pixels) -> bool:
    """Tell whether some pixels differ from others: long captures end in much that is of one colour."""
    return bool((pixels != pixels[0, 0]).any())


def pieces(whole: Box) -> list[Box]:
    """Return the pieces in which a picture is looked at, from the top; each shares some with the next."""
    is_large = whole.width * whole.height > LARGE
    tall = round(whole.width * (_TALLEST_OF_LARGE if is_large else _TALLEST))
    if whole.height <= tall:
        return [whole]
    step = round(tall * (1 - _OVERLAP))
    tops = [*range(0, whole.height - tall, step), whole.height - tall]
    return [Box(0, top, whole.width, tall) for top in tops]


def bands(piece: Box, scale: float) -> list[Box]:
    """Return the pieces of a piece, each small enough for the model at a scale, from the top."""
    most = max(_LEAST_BAND, int(MOST_PIXELS / (scale * scale * piece.width)))
    if piece.height <= most:
        return [piece]
    step = round(most * (1 - _OVERLAP))
    tops = [*range(0, piece.height - most, step), piece.height - most]
    return [Box(piece.x, piece.y + top, piece.width, most) for top in tops]


def closer_than(scale: float, boxes: Sequence[Box]) -> float | None:
    """Return the scale for another look where the smaller lines were too small at the first, else None."""
    heights = sorted(box.height * scale for box in boxes)
    if scale >= 1 or not heights or heights[len(heights) // 4] >= _SMALL:
        return None
    return min(1.0, scale * _WELL_READ / heights[len(heights) // 4])


def _keep(boxes: Sequence[Box], piece: Box, whole: Box, found: list[Box]) -> None:
    """Add lines to those found, once: a line cut by the end of its piece is whole in the piece beside it."""
    for box in boxes:
        cut_above = box.y <= piece.y and piece.y > whole.y
        cut_below = box.bottom >= piece.bottom and piece.bottom < whole.bottom
        if not cut_above and not cut_below and not any(_is_same(box, other) for other in found):
            found.append(box)


def _is_same(one: Box, other: Box) -> bool:
    """Tell whether two boxes are one line seen twice."""
    if not one.meets(other):
        return False
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    across = min(one.right, other.right) - max(one.x, other.x)
    smaller = min(one.width * one.height, other.width * other.height)
    return shared * across > smaller / 2
