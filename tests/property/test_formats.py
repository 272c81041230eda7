# SPDX-License-Identifier: Apache-2.0
"""Decoders against generated input: nothing raises, nothing depends on blocks, and peers agree."""

from __future__ import annotations

import csv
import io
import json
import math
import random
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.archives.container import MemberError
from inspector.archives.formats import json_groups
from inspector.archives.formats.html_feed import fed
from inspector.archives.formats.html_parts import HtmlShape
from inspector.archives.formats.html_records import html_records
from inspector.archives.formats.json_lines import json_lines
from inspector.archives.formats.json_records import json_records
from inspector.archives.formats.json_values import json_document
from inspector.archives.formats.mbox import mbox_records
from inspector.archives.formats.mojibake import repaired_text
from inspector.archives.formats.records import Fault, Record
from inspector.archives.formats.rows import Dialect, rows
from inspector.archives.formats.tables import Table, TableShape
from inspector.archives.formats.text import Lines
from inspector.archives.stream import MemberStream
from tests.unit.archives.formats.pieces import cut

SIZES = st.integers(1, 40)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
# The parser for large files takes the lowest of 64 bits for an overflow.
NUMBERS = st.integers(1 - 2**63, 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
RECORDS = st.lists(st.dictionaries(TEXTS, VALUES, max_size=4) | VALUES, max_size=6)
CELL = HtmlShape("div", "outer-cell")
TABLE = TableShape((frozenset({"date"}), frozenset({"text"})))
SEEDS: dict[str, tuple[bytes, ...]] = {
    "json": (
        b'[{"a":1},{"a":"\\ud800x","b":[{"a":1}]},{"a":"},{\\"a\\":"},null,1.5e3]',
        b'{"a":[{"x":"\\ud83d\\ude00"}]} ',
        b'{"a":1}\n{"b":NaN}\n',
    ),
    "html": (
        b'<div class="outer-cell">a<br>b</div><div class="outer-cell x">c<a href="u">d</a></div>',
        b'<div class="outer-cell"><table><td><!-- <script><svg>&amp;<div class="outer-cell"><b>x',
    ),
    "csv": (
        b'Date,Text\na,b\n"c","d""e\nf"\n',
        b"x\n\nDate;Text\r1;2\r",
        "Date\tText\né\t\n".encode("utf-16"),
    ),
    "mbox": (
        b"From a Mon Jan 05 10:00:00 2026\nA: b\n\nbody\n\nFrom a Mon Jan 05 10:00:00 2026\nC: d\n\n\n",
    ),
}


def json_of(values: Any, indent: int | None, *, ascii_only: bool) -> bytes:
    return json.dumps(values, indent=indent, ensure_ascii=ascii_only).encode()


@given(RECORDS, SIZES, st.sampled_from([None, 0, 2]), st.booleans(), st.sampled_from([8, 64, 1 << 20]))
def test_json_gives_back_what_was_written(
    values: list[Any], size: int, indent: int | None, ascii_only: bool, group: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_groups, "SMALL", group)
        patch.setattr(json_groups, "GROUP", group)
        found = [*json_records(cut(json_of(values, indent, ascii_only=ascii_only), size), object)]
    assert [one.value for one in found if isinstance(one, Record)] == values
    assert len(found) == len(values)


@given(RECORDS, st.integers(0, 200), SIZES)
def test_json_that_is_cut_off_gives_whole_records_and_one_fault(
    values: list[Any], end: int, size: int
) -> None:
    whole = json_of(values, None, ascii_only=True)
    found = [*json_records(cut(whole[: min(end, len(whole) - 1)], size), object)]
    assert isinstance(found[-1], Fault)
    records = [one.value for one in found if isinstance(one, Record)]
    assert len(records) == len(found) - 1
    # A number may be cut to a shorter one.
    assert records[:-1] == values[: len(records)][:-1]


def refuse(_: str) -> NoReturn:
    raise ValueError


def finite(digits: str) -> float:
    if not math.isfinite(float(digits)):
        raise ValueError
    return float(digits)


def by_peer(data: bytes) -> bool:
    """Whether the standard library takes the whole for a list or an object."""
    try:
        return isinstance(json.loads(data, parse_constant=refuse, parse_float=finite), list | dict)
    except (ValueError, RecursionError):
        return False


def table(data: bytes, size: int) -> tuple[list[tuple[int, list[str]]], list[Fault], str]:
    bad: list[Fault] = []
    stream = MemberStream(cut(data, size), lambda _: None)
    try:
        records = Table(stream, TABLE, bad.append).records()
        return [(number, list(row)) for number, row in records], bad, ""
    except MemberError as error:
        return [], bad, error.key


def check_json(data: bytes, size: int) -> None:
    found = [*json_records(cut(data, size), object)]
    assert found == [*json_records([data], object)]
    assert [one.number for one in found] == [*range(1, len(found) + 1)]
    blanks = b"\x0b" in data or b"\x0c" in data  # blanks to the parser, though not to the standard
    if not by_peer(data) and data.isascii() and not blanks:
        assert any(isinstance(one, Fault) for one in found)
    assert [*json_lines(cut(data, size), object)] == [*json_lines([data], object)]
    try:
        json_document(cut(data, size), object)
    except MemberError:
        return


def check_html(data: bytes, size: int) -> None:
    found = [*html_records(cut(data, size), CELL)]
    assert found == [*html_records([data], CELL)]
    assert [*fed(cut(data, size), CELL)] == [*fed([data], CELL)]


def check_csv(data: bytes, size: int) -> None:
    assert table(data, size) == table(data, 1 << 20)


def check_mbox(data: bytes, size: int) -> None:
    found = [*mbox_records(cut(data, size), lambda head: b"A" in head)]
    assert found == [*mbox_records([data], lambda head: b"A" in head)]


CHECKS = {"json": check_json, "html": check_html, "csv": check_csv, "mbox": check_mbox}


def spoiled(data: bytes, dice: random.Random) -> bytes:
    """Some bytes taken out, doubled, swapped for others, or cut off."""
    found = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(found) + 1)
        match dice.randrange(5):
            case 0:
                del found[place : place + dice.randint(1, 8)]
            case 1:
                found[place:place] = found[: dice.randint(0, 20)]
            case 2:
                found[place:place] = bytes([dice.randrange(256)])
            case 3:
                found[place : place + 1] = dice.choice(
                    [b'"', b"\\", b"[", b"}", b"<", b"\n", b"\0", b"\xff", b","]
                )
            case _:
                del found[place:]
    return bytes(found)


@pytest.mark.parametrize("form", sorted(CHECKS))
def test_spoiled_files_never_raise_and_never_depend_on_their_blocks(form: str) -> None:
    dice = random.Random(form)
    for _ in range(1500):
        data = spoiled(dice.choice(SEEDS[form]), dice)
        CHECKS[form](data, dice.randint(1, 40))


@given(st.sampled_from(sorted(CHECKS)), st.binary(max_size=200), SIZES)
def test_any_bytes_never_raise(form: str, data: bytes, size: int) -> None:
    CHECKS[form](data, size)


@given(TEXTS)
def test_repairing_is_certain_or_changes_nothing(text: str) -> None:
    once = repaired_text(text)
    assert once == text or once.encode() == text.encode("latin-1")
    assert repaired_text(text.encode().decode("latin-1")) == text


CELLS = st.sampled_from(
    ["", "a", '"', '""', '"a"', '"a,b"', '"a""b"', '"a\nb"', '"a\r\nb"', 'a"', '"a"b', '"a', " "]
)
LINES = st.tuples(st.lists(CELLS, min_size=1, max_size=4), st.sampled_from(["\n", "\n", "\r\n", "\r"]))


@settings(max_examples=1000)
@given(
    st.lists(LINES, max_size=30),
    st.builds(Dialect, st.sampled_from(",\t;"), st.integers(1, 3), st.booleans()),
    SIZES,
)
def test_rows_are_those_of_the_csv_module_wherever_blocks_end(
    lines: list[tuple[list[str], str]], dialect: Dialect, size: int
) -> None:
    delimiter = dialect.delimiter
    text = "".join(delimiter.join(cells) + end for cells, end in lines)
    expected = list(csv.reader([*io.StringIO(text, newline=""), "last"], delimiter=delimiter))
    found = rows(Lines(MemberStream(cut(text.encode(), size), lambda _: None)), "last", dialect)
    assert [list(row) for row in found] == expected
