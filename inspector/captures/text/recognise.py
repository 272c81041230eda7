# SPDX-License-Identifier: Apache-2.0
"""Reads one line of text: the model names a letter or none for each step along the line.

Equal letters in a row are one letter unless a step of none parts them (connectionist temporal classification,
Graves et al., 2006).
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PIL import Image

from inspector.captures.text.lines import Box, Line, Pixels
from inspector.captures.text.models import READS
from inspector.captures.text.sessions import Floats, ModelSession

_HEIGHT: Final = 48
_NARROWEST: Final = 48
_WIDEST: Final = 3200
"""Columns of the model's picture: a line of some 400 letters. Longer ones are pressed together."""

_NONE: Final = 0


class LineReader:
    """The loaded model that reads lines, with its letters."""

    def __init__(self) -> None:
        self._model = ModelSession(READS)
        # The first number is none, the last a space; the letters in between are the model's own list.
        self._letters = ["", *self._model.text("character").split("\n"), " "]

    @property
    def letters(self) -> frozenset[str]:
        """Return every letter that the model can name."""
        return frozenset(self._letters)

    def read(self, picture: Pixels, box: Box) -> Line:
        """Return what stands in a box."""
        # One line at a time: in a batch all are padded to the longest, and that costs more than it saves.
        shares = self._model.run(_prepared(picture[box.y : box.bottom, box.x : box.right]))[0]
        steps, sure = shares.argmax(axis=1), shares.max(axis=1)
        named = np.concatenate(([True], steps[1:] != steps[:-1])) & (steps != _NONE)
        text = "".join(self._letters[step] for step in steps[named])
        score = float(sure[named].mean()) if named.any() else 0.0
        return Line(box, text, score)

    def make_room(self) -> None:
        """Give back the memory that is kept from line to line."""
        self._model.make_room(np.zeros((1, 3, _HEIGHT, _NARROWEST), np.float32))


def _prepared(crop: Pixels) -> Floats:
    height, width = crop.shape[:2]
    wide = min(_WIDEST, max(_NARROWEST, math.ceil(_HEIGHT * width / height)))
    resized = Image.fromarray(crop).resize((wide, _HEIGHT), Image.Resampling.BILINEAR)
    values = np.asarray(resized, dtype=np.float32)[:, :, ::-1] / 127.5 - 1.0
    return np.ascontiguousarray(values.transpose(2, 0, 1)[np.newaxis])
