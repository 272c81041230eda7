# SPDX-License-Identifier: Apache-2.0
"""Tables as bytes in the dialects that exports have used."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table becomes bytes."""

    quoting: Literal["minimal", "all", "none"] = "minimal"
    delimiter: str = ","
    newline: str = "\n"
    encoding: str = "utf-8"
    bom: bytes = b""
    final_newline: bool = True
    blank_last_row: bool = False


PLAIN = Dialect()
CRLF = Dialect(newline="\r\n")
ALL_QUOTED = Dialect(quoting="all")
BARE = Dialect(quoting="none")
UTF16_TSV = Dialect(quoting="all", delimiter="\t", encoding="utf-16-le", bom=b"\xff\xfe")


def table(header: Row, rows: Iterable[Row], dialect: Dialect = PLAIN) -> bytes:
    """Header and rows in one dialect; cells are written as given, their line breaks too."""
    return whole("".join(record(row, dialect) for row in (header, *rows)), dialect)


def whole(text: str, dialect: Dialect) -> bytes:
    """Records as a file, with the end and the encoding that the dialect asks for."""
    if not dialect.final_newline:
        text = text.removesuffix(dialect.newline)
    if dialect.blank_last_row:
        text += dialect.newline
    return dialect.bom + text.encode(dialect.encoding)


def record(row: Row, dialect: Dialect) -> str:
    """One record. Quoting "none" joins the cells as they are, as some exports do."""
    if dialect.quoting == "none":
        return dialect.delimiter.join(row) + dialect.newline
    out = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if dialect.quoting == "all" else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=dialect.delimiter, quoting=quoting, lineterminator=dialect.newline)
    writer.writerow(row)
    return out.getvalue()
