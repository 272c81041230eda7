# SPDX-License-Identifier: Apache-2.0
"""Tables of an export, record by record: named dialects, columns by name, bad rows named beside good ones."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from inspector.archives.container import MemberError
from inspector.archives.formats.records import Fault
from inspector.archives.formats.rows import Dialect, Row, rows
from inspector.archives.formats.text import LONGEST, Lines, as_windows_1252, is_foreign
from inspector.archives.stream import MemberStream

Columns = dict[str, list[int]]
"""Normalised column name to its places; a name may stand more than once."""

_DELIMITERS: Final = (",", "\t", ";")
# Lines before the header that hold text: LinkedIn's Connections has two. More are no preamble.
_PREAMBLE_MOST: Final = 10
# Stands after the last line; where a quote was left open it ends up inside the last record.
_END: Final = "\0end of table\0"

csv.field_size_limit(LONGEST)


def column_key(name: str) -> str:
    """Return a column name as it is compared: without case, spaces and signs, which vary by year."""
    return "".join(char for char in name.casefold() if char.isalnum())


@dataclass(frozen=True, slots=True)
class TableShape:
    """What makes a line the header: it has one column of each group of `needs`, by normalised name.

    `opener` matches the start of a line that begins a record, for files whose line breaks are not quoted.
    `nothing` are whole files, stripped, that state that there is nothing.
    """

    needs: tuple[frozenset[str], ...] = ()
    opener: re.Pattern[str] | None = None
    nothing: frozenset[str] = frozenset()

    def fits(self, columns: Columns) -> bool:
        """Tell whether a line with these columns is the header."""
        return all(any(name in columns for name in group) for group in self.needs)


class Table:
    """The header and the records of one member. `bad` is called for each record that cannot be used."""

    def __init__(self, stream: MemberStream, shape: TableShape, bad: Callable[[Fault], None]) -> None:
        """Find the header. Raises MemberError where there is none."""
        self._lines = Lines(stream)
        self._shape = shape
        self._bad = bad
        self.header: list[str] = []
        self.columns: Columns = {}
        self._number = 0
        self._dialect = Dialect(",", 0, quoted=False)
        self._find_header()

    def column(self, *names: str) -> int | None:
        """Return the place of the first of these columns that the table has, by normalised name."""
        return next((self.columns[name][0] for name in names if name in self.columns), None)

    def records(self) -> Iterator[tuple[int, Row]]:
        """Yield each record with its row number, the header being row 1; blank rows are passed over.

        Raises MemberError where the rest of the table cannot be read.
        """
        if not self.header:
            return
        number = self._number
        try:
            for row in self._rows():
                number += 1
                if not row:
                    continue
                if row[-1].endswith(_END):
                    self._ended(row, number)
                    return
                if not (row[0] or any(row)):
                    continue
                if self._lines.suspect:
                    row = self._looked_at(row, number)  # noqa: PLW2901 - the row goes on as it can be read
                if row:
                    yield number, row
        except csv.Error as error:
            raise MemberError("damaged", "member.row_open_quote", number + 1) from error

    def _looked_at(self, row: Row, number: int) -> Row:
        """Return a row as it can be read, empty where it cannot."""
        if self._lines.may_have_nul and any("\0" in cell for cell in row):
            self._bad(Fault(number, "member.row_nul"))
            return ()
        if self._lines.may_be_foreign and is_foreign(row):
            self._bad(Fault(number, "member.row_encoding"))
            return as_windows_1252(row)
        return row

    def _ended(self, row: Row, number: int) -> None:
        if row != [_END]:
            self._bad(Fault(number, "member.row_open_quote"))

    def _rows(self) -> Iterator[Row]:
        if self._shape.opener is None:
            return rows(self._lines, _END, self._dialect)
        return _opened(chain(self._lines, (_END,)), self._shape.opener, self._dialect.delimiter)

    def _find_header(self) -> None:
        preamble: list[str] = []
        for line in self._lines:
            self._number += 1
            if self._is_header(line):
                return
            if line.strip():
                preamble.append(line.strip())
            if len(preamble) >= _PREAMBLE_MOST:
                break
        if preamble and preamble[0] not in self._shape.nothing:
            raise MemberError("unsupported", "member.columns")

    def _is_header(self, line: str) -> bool:
        if not line.strip():
            return False
        for delimiter in _DELIMITERS:
            cells = next(csv.reader([line], delimiter=delimiter))
            columns: Columns = {}
            for place, cell in enumerate(cells):
                columns.setdefault(column_key(cell), []).append(place)
            if self._shape.fits(columns):
                self.header, self.columns = cells, columns
                self._dialect = Dialect(delimiter, len(cells), quoted=line.startswith('"'))
                return True
        return False


def _opened(lines: Iterator[str], opener: re.Pattern[str], delimiter: str) -> Iterator[Row]:
    """Yield the first row of each record, where a record lasts until the next line that opens one."""
    record: list[str] = []
    for line in lines:
        opens = line == _END or opener.match(line) is not None
        if opens and record:
            yield next(csv.reader(record, delimiter=delimiter))
            record = []
        record.append(line)
    yield next(csv.reader(record, delimiter=delimiter))
