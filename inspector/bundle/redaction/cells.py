# SPDX-License-Identifier: Apache-2.0
"""A table by its cells: what is committed to, and the same table with some of them withheld.

It is written anew from what was read, so that nothing of a withheld cell stays behind, not even its length.
Rows and cells are counted from 1, the header and lines before it included.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from typing import Final

from inspector.bundle.redaction.commitments import Part
from inspector.bundle.redaction.marks import mark

_PATH: Final = re.compile(r"row (\d+), cell (\d+)")


class NoTableError(Exception):
    """The bytes cannot be read as a table in UTF-8."""


def path_of(row: int, cell: int) -> str:
    """Return how a cell is named."""
    return f"row {row}, cell {cell}"


def parts(data: bytes, delimiter: str = ",") -> list[Part]:
    """Return every cell. Raises NoTableError."""
    return list(parts_of(data, delimiter))


def parts_of(data: bytes, delimiter: str) -> Iterator[Part]:
    """Yield every cell. Raises NoTableError."""
    for at, row in enumerate(rows(data, delimiter), 1):
        for place, cell in enumerate(row, 1):
            yield Part(path_of(at, place), cell.encode())


def without(data: bytes, withheld: Collection[str], delimiter: str = ",") -> bytes:
    """Return the table with marks in the cells named. Raises NoTableError, KeyError for a cell it has not."""
    marks = {path: mark(number) for number, path in enumerate(sorted(withheld, key=_place), 1)}
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    for at, row in enumerate(rows(data, delimiter), 1):
        writer.writerow([marks.pop(path_of(at, place), cell) for place, cell in enumerate(row, 1)])
    if marks:
        raise KeyError(next(iter(marks)))
    return target.getvalue().encode()


def _place(path: str) -> tuple[int, int]:
    found = _PATH.fullmatch(path)
    if found is None:
        raise KeyError(path)
    return int(found[1]), int(found[2])


def rows(data: bytes, delimiter: str) -> Iterator[list[str]]:
    """Yield the cells row by row. Raises NoTableError."""
    try:
        text = data.decode("utf-8-sig")
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except (UnicodeDecodeError, csv.Error) as error:
        raise NoTableError from error
