# SPDX-License-Identifier: Apache-2.0
"""Shapes in a picture that may be a switch or a box, by size and outline alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from inspector.captures.controls.colours import Colour, distance
from inspector.captures.text.lines import Box, Pixels
from inspector.captures.text.shapes import Shapes, shapes_of

Mask = NDArray[np.bool_]

_DIFFERENCES: Final = (9.0, 16.0, 30.0, 60.0)
"""Faint tracks need the first, shapes that shadows join need the last."""

_LOWEST: Final = 0.5
_HIGHEST: Final = 2.7
"""Height of a control in heights of the text beside it."""

_PILL: Final = (1.3, 2.75)
_SQUARE: Final = (0.82, 1.22)
"""Width over height."""

_CORNER: Final = 0.12
"""Side of the corner of a shape that a round end leaves empty, as part of its height."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A shape that may be a control. `filled` is its outline with everything inside.

    `again`: the same shape as it looks without its faintest pixels, such as a shadow.
    """

    kind: Literal["pill", "square"]
    box: Box
    filled: Mask
    again: tuple[Candidate, ...] = ()


def candidates(pixels: Pixels, card: Colour, text_height: float) -> tuple[Candidate, ...]:
    """Return the shapes in some pixels that differ from the card and are as large as a control."""
    away = distance(pixels, card)
    found: list[Candidate] = []
    for least in _DIFFERENCES:
        shapes = shapes_of(away > least)
        for number, (left, top, right, bottom) in enumerate(shapes.bounds()):
            box = Box(int(left), int(top), int(right - left), int(bottom - top))
            kind = _kind(box, text_height)
            known = [place for place, other in enumerate(found) if _alike(box, other.box)]
            if kind is None or (known and kind == "square"):
                continue
            filled = _filled(shapes, number, box)
            one = Candidate(kind, box, filled)
            if known:
                _add(one, found, known[0])
            elif kind == "square" or _is_round(filled):
                found.append(one)
    return tuple(_outermost(found))


def _add(one: Candidate, found: list[Candidate], place: int) -> None:
    """Note that a shape known already was seen again, by a larger difference."""
    known = found[place]
    if known.kind == one.kind and _is_round(one.filled):
        found[place] = replace(known, again=(*known.again, one))


def _kind(box: Box, text_height: float) -> Literal["pill", "square"] | None:
    if not _LOWEST * text_height <= box.height <= _HIGHEST * text_height:
        return None
    shape = box.width / box.height
    if _PILL[0] <= shape <= _PILL[1]:
        return "pill"
    return "square" if _SQUARE[0] <= shape <= _SQUARE[1] else None


def _alike(one: Box, other: Box) -> bool:
    shared_x = min(one.right, other.right) - max(one.x, other.x)
    shared_y = min(one.bottom, other.bottom) - max(one.y, other.y)
    if shared_x <= 0 or shared_y <= 0:
        return False
    larger = max(one.width * one.height, other.width * other.height)
    return shared_x * shared_y > 0.75 * larger


def _filled(shapes: Shapes, number: int, box: Box) -> Mask:
    """Return a shape's pixels and all between its leftmost and rightmost ones in each row."""
    own = shapes.labels == number
    rows, starts, ends = shapes.rows[own] - box.y, shapes.starts[own] - box.x, shapes.ends[own] - box.x
    left = np.full(box.height, box.width)
    right = np.zeros(box.height, dtype=np.int64)
    np.minimum.at(left, rows, starts)
    np.maximum.at(right, rows, ends)
    columns = np.arange(box.width)
    result: Mask = (columns >= left[:, np.newaxis]) & (columns < right[:, np.newaxis])
    return result


def _is_round(filled: Mask) -> bool:
    """Tell whether at least three corners are empty, as the ends of a switch are round."""
    side = max(1, round(filled.shape[0] * _CORNER))
    corners = (
        filled[:side, :side],
        filled[:side, -side:],
        filled[-side:, :side],
        filled[-side:, -side:],
    )
    empty = sum(bool(corner.mean() < 0.5) for corner in corners)  # noqa: PLR2004 - more empty than not
    return empty >= len(corners) - 1


def _outermost(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what lies in no other candidate of its kind: a knob is inside its switch, not beside it."""
    for one in found:
        inside = (
            other is not one
            and other.box.x <= one.box.x
            and other.box.y <= one.box.y
            and other.box.right >= one.box.right
            and other.box.bottom >= one.box.bottom
            and other.kind in {one.kind, "pill"}
            for other in found
        )
        if not any(inside):
            yield one
