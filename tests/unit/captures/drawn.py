# SPDX-License-Identifier: Apache-2.0
"""Small settings pages drawn for tests, with an engine that knows what was written on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from inspector.captures.picture import Picture
from inspector.captures.text.lines import Box, Line

FONT: Final = Path(__file__).parents[3] / "resources" / "fonts" / "NotoSans-Regular.ttf"
GREEN: Final = (1, 117, 79)
GREY: Final = (200, 200, 203)


@dataclass
class Page:
    """A page that is drawn on; `lines` is what stands on it."""

    width: int = 420
    height: int = 240
    ground: tuple[int, int, int] = (255, 255, 255)
    ink: tuple[int, int, int] = (20, 20, 20)
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (self.width, self.height), self.ground)
        self.pen = ImageDraw.Draw(self.image)

    def text(self, x: int, y: int, text: str, size: int = 16, score: float = 0.99) -> None:
        """Write a line; its box is a little larger than its letters, as engines see it."""
        font = ImageFont.truetype(str(FONT), size)
        left, top, right, bottom = (round(value) for value in self.pen.textbbox((x, y), text, font))
        self.pen.text((x, y), text, self.ink, font)
        del top, bottom
        self.lines.append(Line(Box(left - 3, y, right - left + 6, round(size * 1.4)), text, score))

    def slide(self, x: int, y: int, share: float, track: tuple[int, int, int]) -> None:
        """Draw a switch of 51 x 31 whose knob lies at a share of its way."""
        large = Image.new("RGB", (51 * 4, 31 * 4), self.ground)
        pen = ImageDraw.Draw(large)
        pen.rounded_rectangle((0, 0, 203, 123), 62, track)
        left = round(8 + share * 80)
        pen.ellipse((left, 8, left + 107, 115), (255, 255, 255))
        self.image.paste(large.resize((51, 31), Image.Resampling.LANCZOS), (x, y))

    def box(self, x: int, y: int, mark: str) -> None:
        """Draw a check box of 18 x 18: `tick`, `dash` or empty."""
        fill = (10, 90, 220) if mark else self.ground
        self.pen.rounded_rectangle((x, y, x + 17, y + 17), 2, fill, (95, 99, 104) if not mark else fill, 2)
        if mark == "tick":
            self.pen.line((x + 4, y + 9, x + 7, y + 12, x + 13, y + 5), (255, 255, 255), 2)
        if mark == "dash":
            self.pen.line((x + 4, y + 9, x + 13, y + 9), (255, 255, 255), 2)

    def circle(self, x: int, y: int, *, chosen: bool) -> None:
        """Draw the circle of an option, 20 x 20."""
        line = (10, 90, 220) if chosen else (95, 99, 104)
        self.pen.ellipse((x, y, x + 19, y + 19), self.ground, line, 2)
        if chosen:
            self.pen.ellipse((x + 5, y + 5, x + 14, y + 14), line)

    def picture(self) -> Picture:
        """Return the page as an opened picture."""
        return Picture(self.image, frames=1, form="PNG")


class Knowing:
    """An engine that finds what was written on a page, in the order asked for."""

    def __init__(self, page: Page) -> None:
        self._lines = {line.box: line for line in page.lines}
        self.asked: list[Box] = []

    @property
    def letters(self) -> frozenset[str]:
        """Return every letter on the page."""
        return frozenset("".join(line.text for line in self._lines.values()))

    def find(self, picture: Picture) -> tuple[Box, ...]:
        """Return the boxes of all lines, from top to bottom."""
        del picture
        return tuple(sorted(self._lines, key=lambda box: (box.y, box.x)))

    def read(self, picture: Picture, boxes: Sequence[Box]) -> Iterator[Line]:
        """Yield what stands in these boxes."""
        del picture
        for box in boxes:
            self.asked.append(box)
            yield self._lines[box]

    def make_room(self) -> None:
        """Keep nothing anyway."""
