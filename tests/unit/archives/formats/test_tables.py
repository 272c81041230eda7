# SPDX-License-Identifier: Apache-2.0
"""Tables: encodings by their marks, dialects by name, bad rows named beside good ones."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.archives.container import MemberError
from inspector.archives.formats.records import Fault
from inspector.archives.formats.rows import Row
from inspector.archives.formats.tables import Table, TableShape, column_key
from inspector.archives.stream import MemberStream

SHAPE = TableShape((frozenset({"date"}), frozenset({"text", "comment"})))
HEADER = "Date,Text\n"


def blocks(data: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


def opened(data: bytes, shape: TableShape = SHAPE, size: int = 7) -> tuple[Table, list[Fault]]:
    bad: list[Fault] = []
    return Table(MemberStream(blocks(data, size), lambda _: None), shape, bad.append), bad


def rows(data: bytes, shape: TableShape = SHAPE) -> tuple[list[tuple[int, Row]], list[Fault]]:
    table, bad = opened(data, shape)
    return [(number, list(row)) for number, row in table.records()], bad


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_dialect_gives_the_same_rows(delimiter: str, newline: str, encoding: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL)
    writer.writerows([["Date", "Text"], ["2026-01-01", "a,b;c\td"], ["2026-01-02", "é望🐝"]])
    found, bad = rows(out.getvalue().encode(encoding))
    assert found == [(2, ["2026-01-01", "a,b;c\td"]), (3, ["2026-01-02", "é望🐝"])]
    assert not bad


def test_columns_are_found_by_name_whatever_their_case_spaces_and_signs() -> None:
    table, _ = opened(b"Link,DATE ,Share Comment\n", TableShape((frozenset({"date"}),)))
    assert table.column("date") == 1
    assert table.column("nothing", "sharecomment") == 2
    assert table.column("nothing") is None
    assert column_key("Ad clicked Date/Time") == "adclickeddatetime"


def test_a_column_that_stands_twice_keeps_both_places() -> None:
    table, _ = opened(b"Date,Text,Text\n")
    assert table.columns["text"] == [1, 2]


def test_a_preamble_before_the_header_is_passed_over() -> None:
    found, _ = rows(b'Notes:\n"When exporting, ""you"" may notice"\n\n' + HEADER.encode() + b"a,b\n")
    assert found == [(5, ["a", "b"])]
    assert rows(b"\n" * 50 + HEADER.encode() + b"a,b\n")[0] == [(52, ["a", "b"])]


def test_line_breaks_inside_quotes_belong_to_the_cell() -> None:
    found, _ = rows(HEADER.encode() + b'd,"one\ntwo\r\nthree"\ne,f\n')
    assert found == [(2, ["d", "one\ntwo\r\nthree"]), (3, ["e", "f"])]


def test_blank_rows_are_passed_over_and_still_counted() -> None:
    found, bad = rows(HEADER.encode() + b'a,b\n\n"",""\nc,d\n\n')
    assert [number for number, _ in found] == [2, 5]
    assert not bad


def test_the_last_line_may_lack_its_end() -> None:
    assert rows(b"Date,Text\na,b")[0] == [(2, ["a", "b"])]


@pytest.mark.parametrize("data", [b"", b"\n\n", HEADER.encode(), HEADER.strip().encode()])
def test_files_without_rows_have_none(data: bytes) -> None:
    assert rows(data) == ([], [])


def test_a_file_that_says_there_is_nothing_has_no_header() -> None:
    table, _ = opened(
        b"No conversations found\n", TableShape(SHAPE.needs, nothing=frozenset({"No conversations found"}))
    )
    assert not table.header
    assert list(table.records()) == []


@pytest.mark.parametrize("data", [b"Datum,Text\na,b\n", b"\x00\x01\x02\x03" * 50, b"%PDF-1.7\n"])
def test_a_file_without_the_columns_is_no_table_of_ours(data: bytes) -> None:
    with pytest.raises(MemberError) as raised:
        opened(data)
    assert (raised.value.status, raised.value.key) == ("unsupported", "member.columns")


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_workbook_is_told_by_its_first_bytes(start: bytes) -> None:
    with pytest.raises(MemberError, match=r"member\.workbook"):
        opened(start + bytes(100), size=64)


def test_a_row_with_a_nul_is_left_out_and_named() -> None:
    found, bad = rows(HEADER.encode() + b"a,b\nc,\0d\ne,f\n")
    assert [number for number, _ in found] == [2, 4]
    assert bad == [Fault(3, "member.row_nul")]


def test_a_nul_in_utf16_is_found_too() -> None:
    found, bad = rows((HEADER + "a,b\nc,\0d\n").encode("utf-16"))
    assert [number for number, _ in found] == [2]
    assert bad == [Fault(3, "member.row_nul")]


def test_text_in_another_encoding_is_read_as_windows_1252_and_named() -> None:
    found, bad = rows(HEADER.encode() + "a,étoile\n".encode("cp1252") + "b,étoile\n".encode())
    assert found == [(2, ["a", "étoile"]), (3, ["b", "étoile"])]
    assert bad == [Fault(2, "member.row_encoding")]


def test_broken_utf16_is_named() -> None:
    data = (HEADER + "a,b\n").encode("utf-16") + b"\x00\xd8" + "c,d\n".encode("utf-16-le")
    found, bad = rows(data)
    assert [number for number, _ in found] == [2, 3]
    assert bad == [Fault(3, "member.row_encoding")]


def test_a_quote_that_is_never_closed_is_named_and_its_row_left_out() -> None:
    found, bad = rows(HEADER.encode() + b'a,b\nc,"d\ne,f\ng,h\n')
    assert found == [(2, ["a", "b"])]
    assert bad == [Fault(3, "member.row_open_quote")]


def test_a_cell_without_end_stops_the_table() -> None:
    data = HEADER.encode() + b'a,b\nc,"' + (b"x" * 1023 + b"\n") * (17 << 10)
    table, _ = opened(data, size=1 << 18)
    with pytest.raises(MemberError) as raised:
        list(table.records())
    assert (raised.value.key, raised.value.row) == ("member.row_open_quote", 3)


def test_a_line_without_end_stops_the_table_before_it_fills_the_memory() -> None:
    table, _ = opened(HEADER.encode() + b"a," + b"x" * (17 << 20), size=1 << 18)
    with pytest.raises(MemberError, match=r"member\.endless_line"):
        list(table.records())


OPENER = TableShape(SHAPE.needs, re.compile(r'"?\d{4}-\d\d-\d\d"?,'))


def test_records_whose_line_breaks_are_not_quoted_are_joined() -> None:
    data = HEADER.encode() + b'2026-01-01,one\nand "two\n\nmore\n2026-01-02,"three\nfour"\n2026-01-03,end\n'
    found, bad = rows(data, OPENER)
    assert [(number, row[0]) for number, row in found] == [
        (2, "2026-01-01"),
        (3, "2026-01-02"),
        (4, "2026-01-03"),
    ]
    assert found[1][1][1] == "three\nfour"
    assert not bad


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=8), st.sampled_from([",", "\t"]), st.integers(1, 64))
def test_what_a_writer_writes_is_read_back(cells: list[tuple[str, str]], delimiter: str, size: int) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([("Date", "Text"), *cells])
    table, bad = opened(out.getvalue().encode(), size=size)
    assert [tuple(row) for _, row in table.records()] == [pair for pair in cells if any(pair)]
    assert not bad


@given(st.binary(max_size=300), st.integers(1, 50))
def test_no_bytes_make_reading_raise_anything_but_a_member_error(data: bytes, size: int) -> None:
    for start in (b"", HEADER.encode(), b"\xff\xfe" + HEADER.encode("utf-16-le")):
        with suppress(MemberError):
            table, _ = opened(start + data, size=size)
            assert all(row for _, row in table.records())
