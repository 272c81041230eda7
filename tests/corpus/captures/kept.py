# SPDX-License-Identifier: Apache-2.0
"""An engine that keeps what it read beside the captures: what follows the text is then tuned quickly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from inspector.captures.picture import Picture
from inspector.captures.text.interface import TextEngine
from inspector.captures.text.lines import Box, Line

_Four = tuple[int, int, int, int]


class _Kept(msgspec.Struct):
    boxes: list[_Four]
    lines: dict[str, tuple[str, float]]


class KeptEngine:
    """Answers from `file` where it can, else asks the engine and remembers. One capture only."""

    def __init__(self, engine: TextEngine, file: Path) -> None:
        self._engine = engine
        self._file = file
        known = file.read_bytes() if file.exists() else b""
        self._kept = msgspec.json.decode(known, type=_Kept) if known else None

    @property
    def letters(self) -> frozenset[str]:
        """Return every letter the engine can name."""
        return self._engine.letters

    def find(self, picture: Picture) -> tuple[Box, ...]:
        """Return the boxes of all lines, from top to bottom."""
        if self._kept is None:
            found = self._engine.find(picture)
            self._kept = _Kept([(box.x, box.y, box.width, box.height) for box in found], {})
        return tuple(Box(*box) for box in self._kept.boxes)

    def read(self, picture: Picture, boxes: Sequence[Box]) -> Iterator[Line]:
        """Yield what stands in these boxes, in their order."""
        if self._kept is None:
            self.find(picture)
        kept = self._kept
        for box in boxes:
            key = f"{box.x},{box.y},{box.width},{box.height}"
            if kept is None or key not in kept.lines:
                (line,) = self._engine.read(picture, (box,))
                if kept is not None:
                    kept.lines[key] = (line.text, line.score)
                yield line
            else:
                text, score = kept.lines[key]
                yield Line(box, text, score)

    def make_room(self) -> None:
        """Give back what memory the engine keeps."""
        self._engine.make_room()

    def keep(self) -> None:
        """Write what is known."""
        if self._kept is not None:
            self._file.write_bytes(msgspec.json.encode(self._kept))
