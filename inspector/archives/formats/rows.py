# SPDX-License-Identifier: Apache-2.0
"""Text to rows of cells as the csv module gives them; one pattern takes the plain rows, which is faster."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from inspector.archives.formats.text import Lines

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How rows are written: what stands between cells, how many there are, whether quotes are the rule.

    What is wrong with the last two costs time only.
    """

    delimiter: str
    width: int
    quoted: bool


def rows(lines: Lines, last: str, dialect: Dialect) -> Iterator[Row]:
    """Yield the rows of the lines not yet taken, and of a line `last` behind them.

    The csv module takes the first block, small tables being no work for a pattern, and in each further one
    all behind a row that is neither plain nor whole in it. Raises csv.Error.
    """
    others = csv.reader(chain(lines, (last,)), delimiter=dialect.delimiter)
    plain: re.Pattern[str] | None = None
    while True:
        block = lines.blocks
        while block == lines.blocks:
            row = next(others, None)
            if row is None:
                return
            yield row
        plain = plain or _plain(dialect)
        for match in plain.finditer(lines.block, lines.place):
            if match.lastindex is not None:
                yield match.groups()
            elif match[0]:
                yield next(csv.reader((match[0],), delimiter=dialect.delimiter))
            else:
                lines.place = match.start()
                break


def _plain(dialect: Dialect) -> re.Pattern[str]:
    """Return the pattern of a row, a group for each cell; of one with doubled quotes without groups.

    It matches nothing where neither stands, so that matches follow each other without gap.
    """
    delimiter, width = dialect.delimiter, dialect.width
    # The csv module has no cell in an empty line.
    bare = rf'(?<!")[^"{delimiter}\r\n]{"++" if width == 1 else "*+"}(?!")'
    cell = '"([^"]*+)"' if dialect.quoted else rf'"?+((?<=")[^"]*+|{bare})"?+'
    doubled = rf'(?:"[^"]*+(?:""[^"]*+)*+"|{bare})'
    whole = delimiter.join([doubled] * width)
    return re.compile(rf"{delimiter.join([cell] * width)}\r?\n|{whole}\r?\n|")
