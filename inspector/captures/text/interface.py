# SPDX-License-Identifier: Apache-2.0
"""The one small interface behind which an engine finds and reads lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from inspector.captures.picture import Picture
from inspector.captures.text.lines import Box, Line


class TextEngine(Protocol):
    """Finds lines in a picture, and reads those that are asked for."""

    @property
    def letters(self) -> frozenset[str]:
        """Return every letter the engine can name; what is written in others it cannot read."""

    def find(self, picture: Picture) -> tuple[Box, ...]:
        """Return the boxes of all lines, from top to bottom."""

    def read(self, picture: Picture, boxes: Sequence[Box]) -> Iterator[Line]:
        """Yield what stands in these boxes, in their order."""

    def make_room(self) -> None:
        """Give back what memory is kept from one picture to the next: a large one needs it."""
