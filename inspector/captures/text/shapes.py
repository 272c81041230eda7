# SPDX-License-Identifier: Apache-2.0
"""Connected shapes of a black-and-white picture, found by runs of set pixels that touch from row to row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shapes:
    """The runs of a mask and the shape each belongs to.

    Run `i` fills columns `starts[i]` to before `ends[i]` of row `rows[i]`; `labels[i]` numbers its shape,
    from 0 without gaps.
    """

    rows: Numbers
    starts: Numbers
    ends: Numbers
    labels: Numbers
    count: int

    def sums(self, values: Numbers) -> Numbers:
        """Return the sum of one number per run, for every shape."""
        return np.bincount(self.labels, values, self.count).astype(np.int64)

    def bounds(self) -> Numbers:
        """Return left, top, right and bottom of every shape, the last two just outside it."""
        result = np.empty((self.count, 4), dtype=np.int64)
        result[:, :2] = np.iinfo(np.int64).max
        result[:, 2:] = -1
        np.minimum.at(result[:, 0], self.labels, self.starts)
        np.minimum.at(result[:, 1], self.labels, self.rows)
        np.maximum.at(result[:, 2], self.labels, self.ends)
        np.maximum.at(result[:, 3], self.labels, self.rows + 1)
        return result


def shapes_of(mask: Mask) -> Shapes:
    """Return the shapes of the set pixels; pixels that touch at a corner belong together."""
    edges = np.diff(np.pad(mask.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    parents = np.arange(len(rows))
    for upper, lower in _touching(rows, starts, ends):
        _join(parents, upper, lower)
    roots = np.array([_root(parents, run) for run in range(len(rows))], dtype=np.int64)
    known, labels = np.unique(roots, return_inverse=True)
    return Shapes(rows, starts, ends, labels.astype(np.int64), len(known))


def _touching(rows: Numbers, starts: Numbers, ends: Numbers) -> Iterator[tuple[int, int]]:
    """Yield pairs of runs in neighbouring rows that touch."""
    first = np.searchsorted(rows, np.arange(rows[-1] + 2 if len(rows) else 1))
    for row in range(1, len(first) - 1):
        upper, lower = range(first[row - 1], first[row]), range(first[row], first[row + 1])
        above = upper.start
        for below in lower:
            while above < upper.stop and ends[above] < starts[below]:
                above += 1
            beside = above
            while beside < upper.stop and starts[beside] <= ends[below]:
                yield beside, below
                beside += 1


def _join(parents: Numbers, one: int, other: int) -> None:
    one, other = _root(parents, one), _root(parents, other)
    parents[max(one, other)] = min(one, other)


def _root(parents: Numbers, run: int) -> int:
    while parents[run] != run:
        parents[run] = parents[parents[run]]
        run = int(parents[run])
    return run
