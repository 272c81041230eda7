# SPDX-License-Identifier: Apache-2.0
"""Text to rows of cells as the csv module gives them; one pattern takes the plain rows, which is faster."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from inspector.archives.formats.text import Lines

Row = Sequence[str]


def rows(lines: Lines, last: str, delimiter: str, width: int) -> Iterator[Row]:
    """Yield the rows of the lines not yet taken, and of a line `last` behind them.

    A row that is not plain, or not whole in its block, is left to the csv module with all up to the end of
    the block. Raises csv.Error.
    """
    plain = _plain(delimiter, width)
    others = csv.reader(chain(lines, (last,)), delimiter=delimiter)
    row: Row | None = ()
    while row is not None:
        for match in plain.finditer(lines.block, lines.place):
            if match.lastindex is not None:
                yield match.groups()
            elif match[0]:
                yield next(csv.reader((match[0],), delimiter=delimiter))
            else:
                lines.place = match.start()
                break
        block = lines.blocks
        while block == lines.blocks and (row := next(others, None)) is not None:
            yield row


def _plain(delimiter: str, width: int) -> re.Pattern[str]:
    """Return the pattern of a row, a group for each cell; of one with doubled quotes without groups.

    It matches nothing where neither stands, so that matches follow each other without gap.
    """
    bare = rf'(?<!")[^"{delimiter}\r\n]*+(?!")'
    cell = rf'"?+((?<=")[^"]*+|{bare})"?+'
    doubled = rf'(?:"[^"]*+(?:""[^"]*+)*+"|{bare})'
    whole = delimiter.join([doubled] * width)
    return re.compile(rf"{delimiter.join([cell] * width)}\r?\n|{whole}\r?\n|")
