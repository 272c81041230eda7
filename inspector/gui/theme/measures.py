# SPDX-License-Identifier: Apache-2.0
"""Sizes of the window in device-independent pixels, and its five sizes of type."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

STEP = 4
"""All distances are multiples of this."""
CARD_RADIUS = 12
CONTROL_RADIUS = 8
LIFT = 11
"""Room above words beside a small link, with which their first line stands as high as the link's."""
SCROLL_BAR = 12
"""The width of a scroll bar with the room beside it."""
RING = 2
"""The width of the ring round whatever has the keyboard. Every control keeps this much room for it."""
TARGET = 44 + 2 * RING
"""The least height of what a hand must hit: 44 that are seen, and the room of the ring."""
CHARACTERS = 75
"""The most characters in a line of running text."""
SMALLEST = (900, 600)
"""What pages have room in."""
UNSCROLLED = (900, 520)
"""A smaller window scrolls as a whole; this one still fits on a usual screen at 200 %."""
LEAST = (480, 320)
"""What a window may be made as small as: a usual screen at 300 % has hardly more."""
USUAL = (1180, 760)


class Step(Enum):
    """A size of type: pixels, weight, line height as a multiple of the size."""

    PAGE = (26, QFont.Weight.DemiBold, 1.25)
    NAME = (18, QFont.Weight.DemiBold, 1.25)
    STRONG = (15, QFont.Weight.DemiBold, 1.5)
    TEXT = (15, QFont.Weight.Normal, 1.5)
    ASIDE = (13, QFont.Weight.Normal, 1.5)
    ASIDE_STRONG = (13, QFont.Weight.DemiBold, 1.5)
    SCALE = (11, QFont.Weight.Normal, 1.25)

    @property
    def pixels(self) -> int:
        """Return the size of the type."""
        return int(self.value[0])

    @property
    def line(self) -> int:
        """Return the height of one line."""
        return round(self.value[0] * self.value[2])

    def font(self) -> QFont:
        """Return the program's face in this size."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.pixels)
        font.setWeight(self.value[1])
        return font


def steps(count: float) -> int:
    """Return `count` steps in pixels."""
    return round(count * STEP)
