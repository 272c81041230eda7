# SPDX-License-Identifier: Apache-2.0
"""Places in a table, and how a cell of a record is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from inspector.archives.formats.rows import Row
from inspector.archives.formats.tables import Table


class Place(Protocol):
    """Where in a member something stands: the number of its record, the place as facts name it, its text."""

    @property
    def row(self) -> int:
        """Return the number of the record."""

    @property
    def locator(self) -> str:
        """Return the place as facts name it."""

    @property
    def raw(self) -> str:
        """Return the text that stands there."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table: row counted in records with the header as 1, the column's name as written, text."""

    row: int
    column: str
    raw: str

    @property
    def locator(self) -> str:
        """Return the place as facts name it."""
        return f"row {self.row}, column {self.column}"


def cell_at(table: Table, number: int, row: Row, place: int | None) -> Cell | None:
    """Return the cell of a record in a column, None where the table or the record does not have it."""
    if place is None or place >= len(row):
        return None
    return Cell(number, table.header[place].strip().lstrip("\ufeff"), row[place].strip())
