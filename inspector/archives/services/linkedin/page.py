# SPDX-License-Identifier: Apache-2.0
"""One member being read: its table, its place for facts, its faults, and what the member leaves behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from inspector.archives.dates import DateFormat, Years, read_date
from inspector.archives.formats.rows import Row
from inspector.archives.formats.tables import BadRow, Table, TableShape
from inspector.archives.hours import Hours
from inspector.archives.reader import MemberAt, ReadError
from inspector.archives.services.linkedin.shapes import SERVICE
from inspector.archives.stream import MemberStream
from inspector.domain.facts import Fact, Provenance, Tally
from inspector.domain.moment import UNKNOWN_MOMENT, Moment
from inspector.domain.words import DataClass, FactKind, Grade


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


@dataclass(slots=True)
class Page:
    """What the handlers of single files work with. `latest` is the earliest time of the newest record."""

    member: MemberAt
    stream: MemberStream
    years: Years
    items: bool
    faults: dict[str, ReadError] = field(default_factory=dict)
    latest: datetime | None = None

    def table(self, shape: TableShape) -> Table:
        """Open the member as a table. Raises MemberError."""
        return Table(self.stream, shape, self.bad)

    def bad(self, fault: BadRow) -> None:
        """Note a record that could not be used."""
        before = self.faults.get(fault.key)
        first, count = (before.row, before.count) if before else (fault.row, 0)
        self.faults[fault.key] = ReadError(fault.key, self.member.name, first, count + 1)

    def moment(self, cell: Cell, formats: tuple[DateFormat, ...]) -> Moment | None:
        """Read a date; one that is there and cannot be read is a fault of its record."""
        found = read_date(cell.raw, formats, self.years)
        if found.is_known:
            self.saw(found.not_before)
            return found
        if cell.raw:
            self.bad(BadRow(cell.row, "member.row_bad_date"))
        return None

    def saw(self, time: datetime | None) -> None:
        """Take note of the time of a dated record."""
        if time is not None and (self.latest is None or time > self.latest):
            self.latest = time

    def fact(self, kind: FactKind, value: str, moment: Moment | None, cell: Cell) -> Fact:
        """Return a fact stated at this cell; the hashes are filled in later."""
        place = Provenance("", self.member.name, None, self.member.as_of, cell.locator, cell.raw)
        return Fact(kind, SERVICE, value, Grade.RECORDED, moment or UNKNOWN_MOMENT, provenance=place)

    def item(self, data_class: DataClass, cell: Cell, formats: tuple[DateFormat, ...]) -> Fact:
        """Return the fact that one thing of this class is in the archive."""
        return self.fact(FactKind.ITEM, data_class, read_date(cell.raw, formats, self.years), cell)

    def tally(self, data_class: DataClass, hours: Hours) -> Tally:
        """Return the count of one data class in this member."""
        self.saw(hours.latest())
        return Tally(SERVICE, data_class, hours.bins(), hours.undated, member=self.member.name)


def cell_at(table: Table, number: int, row: Row, place: int | None) -> Cell | None:
    """Return the cell of a record in a column, None where the table or the record does not have it."""
    if place is None or place >= len(row):
        return None
    return Cell(number, table.header[place].strip().lstrip("\ufeff"), row[place].strip())
