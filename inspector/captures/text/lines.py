# SPDX-License-Identifier: Apache-2.0
"""Rectangles in a picture, and lines of text that stand in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""A picture as rows of red, green and blue: height x width x 3."""


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle in pixels of the original picture. `x`, `y` is its upper left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Return the first column behind the box."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Return the first row below the box."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Return the height at which a line through the box runs."""
        return self.y + self.height / 2

    def around(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def meets(self, other: Box) -> bool:
        """Tell whether the boxes share a pixel."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as read. `score` is the mean certainty of its letters, 0 to 1."""

    box: Box
    text: str
    score: float
