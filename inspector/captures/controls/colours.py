# SPDX-License-Identifier: Apache-2.0
"""Colours as a switch uses them: what differs from the card it lies on, and what is coloured at all."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from inspector.captures.text.lines import Pixels

Colour = NDArray[np.float64]
"""Red, green and blue, 0 to 255."""

_LETTERS: Final = 0.97
"""All but the strongest pixels of a line are ground, or edges where both mix."""

_TINTED: Final = (0.45, 0.93)
"""Blue over red of a white or grey card under a warm tint."""

_COARSE: Final = 3
"""Bits dropped of each channel so that shades of one surface fall together."""


def surface(pixels: Pixels) -> Colour:
    """Return the colour that most pixels have: that of the card behind a text."""
    flat = pixels.reshape(-1, 3)
    coarse = (flat >> _COARSE).astype(np.int64)
    keys = (coarse[:, 0] << 16) | (coarse[:, 1] << 8) | coarse[:, 2]
    known, place, counts = np.unique(keys, return_inverse=True, return_counts=True)
    del known
    result: Colour = flat[place == counts.argmax()].mean(axis=0)
    return result


def distance(pixels: NDArray[np.generic], colour: Colour) -> NDArray[np.float64]:
    """Return for every pixel its largest difference in one channel, 0 to 255."""
    result: NDArray[np.float64] = np.abs(pixels.astype(np.float64) - colour).max(axis=-1)
    return result


def balanced(pixels: Pixels, card: Colour) -> Pixels:
    """Return pixels as they were before a warm tint, a night mode or a lamp, lay on them and the card."""
    red, green, blue = card
    if not (red >= green > blue and _TINTED[0] < blue / max(red, 1.0) < _TINTED[1]):
        return pixels
    scaled = pixels.astype(np.float64) * (red / card)
    result: Pixels = np.clip(scaled, 0, 255).astype(np.uint8)
    return result


def chroma(colour: Colour) -> float:
    """Return how coloured a colour is, from 0 for greys to 255."""
    return float(colour.max() - colour.min())


def ink(pixels: Pixels) -> float:
    """Return how much the letters in some pixels stand out from their ground, 0 to 255."""
    return float(np.quantile(distance(pixels, surface(pixels)), _LETTERS))
