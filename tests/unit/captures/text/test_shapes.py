# SPDX-License-Identifier: Apache-2.0
"""Connected shapes of a mask, compared with a plain flood fill."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from inspector.captures.text.engine import is_written, pieces
from inspector.captures.text.lines import Box
from inspector.captures.text.shapes import shapes_of

Mask = NDArray[np.bool_]
MASKS = arrays.arrays(np.bool_, st.tuples(st.integers(1, 9), st.integers(1, 9)))


def flooded(mask: Mask) -> list[set[tuple[int, int]]]:
    """Shapes found the slow way: from every set pixel to all that touch it."""
    left = {(int(row), int(column)) for row, column in np.argwhere(mask)}
    shapes = []
    while left:
        shape, border = set(), [left.pop()]
        while border:
            row, column = border.pop()
            shape.add((row, column))
            near = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= near
            border += near
        shapes.append(shape)
    return shapes


def bounds_of(shape: set[tuple[int, int]]) -> tuple[int, int, int, int]:
    rows, columns = [row for row, _ in shape], [column for _, column in shape]
    return min(columns), min(rows), max(columns) + 1, max(rows) + 1


@given(MASKS)
def test_shapes_are_those_a_flood_finds(mask: Mask) -> None:
    expected = flooded(mask)
    found = shapes_of(mask)
    assert found.count == len(expected)
    assert sorted(found.sums(found.ends - found.starts)) == sorted(len(shape) for shape in expected)
    bounds = sorted(bounds_of(shape) for shape in expected)
    assert sorted(tuple(int(value) for value in row) for row in found.bounds()) == bounds


@given(st.integers(24, 3000), st.integers(24, 60_000))
def test_pieces_cover_a_picture_and_overlap(width: int, height: int) -> None:
    parts = pieces(Box(0, 0, width, height))
    assert parts[0].y == 0
    assert parts[-1].bottom == height
    assert all(part.x == 0 and part.width == width for part in parts)
    assert all(after.y < before.bottom for before, after in pairwise(parts))


@given(MASKS)
def test_a_piece_of_one_colour_is_not_looked_at(mask: Mask) -> None:
    pixels = np.repeat(mask[:, :, np.newaxis], 3, axis=2).astype(np.uint8) * 200
    assert is_written(pixels) == (mask.any() and not mask.all())
