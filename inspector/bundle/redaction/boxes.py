# SPDX-License-Identifier: Apache-2.0
"""Boxes on a picture: which part of one lies in it, and whether two share a pixel."""

from __future__ import annotations

Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels of the picture as a person sees it."""


def inside(box: Box, size: tuple[int, int]) -> Box | None:
    """Return the part of a box that lies in a picture, None where none does."""
    left, top = max(box[0], 0), max(box[1], 0)
    right, bottom = min(box[0] + box[2], size[0]), min(box[1] + box[3], size[1])
    return (left, top, right - left, bottom - top) if left < right and top < bottom else None


def touch(one: Box, other: Box) -> bool:
    """Tell whether two boxes share a pixel."""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
