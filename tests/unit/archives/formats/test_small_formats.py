# SPDX-License-Identifier: Apache-2.0
"""Lines of JSON, JSON in JavaScript, bytes taken for letters, and times counted from 1970."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inspector.archives.container import MemberError
from inspector.archives.dates import Years
from inspector.archives.formats import json_lines as lines_module
from inspector.archives.formats.epochs import read_epoch
from inspector.archives.formats.json_lines import json_lines
from inspector.archives.formats.mojibake import repaired, repaired_text
from inspector.archives.formats.records import Fault, Record
from inspector.archives.formats.wrapped_json import unwrapped
from inspector.archives.reader import ReadError
from tests.unit.archives.formats.pieces import cut


@pytest.mark.parametrize("size", [1, 3, 100])
def test_a_bad_line_is_one_fault_and_the_next_one_is_read(size: int) -> None:
    data = b'\xef\xbb\xbf{"a":1}\r\n\n{"a":\n[]\n\0\n{"a":"\\ud800"}\n{"a":2}'
    assert [*json_lines(cut(data, size), dict)] == [
        Record({"a": 1}, 1, "line 1"),
        Fault(3, "member.record_broken"),
        Fault(4, "member.record_form"),
        Fault(5, "member.record_broken"),
        Record({"a": "\ufffd"}, 6, "line 6", altered=True),
        Record({"a": 2}, 7, "line 7"),
    ]


def test_a_line_without_end_is_dropped_and_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "LONGEST", 100)
    data = b'{"a":"' + b"x" * 1000 + b'"}\n{"a":2}\n' + b"y" * 1000
    assert [*json_lines(cut(data, 64), dict)] == [
        Fault(1, "member.record_long"),
        Record({"a": 2}, 2, "line 2"),
        Fault(3, "member.record_long"),
    ]


@pytest.mark.parametrize(
    "start",
    [
        b"window.YTD.tweets.part0 = ",
        b"window.YTD.direct_messages.part12=",
        b"\xef\xbb\xbfvar config =\n",
        b"window.__THAR_CONFIG = ",
    ],
)
@pytest.mark.parametrize("end", [b"", b"\n", b";", b" ;\n"])
@pytest.mark.parametrize("size", [1, 7, 5000])
def test_what_is_assigned_is_read_alone(start: bytes, end: bytes, size: int) -> None:
    json = b'[ {"tweet" : ";"} ]'
    assert b"".join(unwrapped(cut(start + json + end, size))).strip() == json


@pytest.mark.parametrize("data", [b"", b"[1]", b"alert(1)", b"x = 5", b"x = f([1])", b"<html>", b"a" * 9000])
def test_other_scripts_are_refused(data: bytes) -> None:
    with pytest.raises(MemberError, match=r"member\.json_form"):
        list(unwrapped([data]))


def test_code_after_the_value_is_not_swallowed() -> None:
    assert b"".join(unwrapped([b"x = [1]; f()"])) == b"[1]; f()"
    assert b"".join(unwrapped([b"x = [1];;"])) == b"[1];"


@pytest.mark.parametrize("meant", ["é", "naïve 😀", "日本", "plain"])
def test_letters_written_byte_by_byte_are_put_right(meant: str) -> None:
    assert repaired_text(meant.encode().decode("latin-1")) == meant


@pytest.mark.parametrize("text", ["é", "Ã", "naïve", "Ã© and 望", "\x80\x81", "😀"])
def test_what_is_not_certainly_mistaken_stays(text: str) -> None:
    assert repaired_text(text) == text


def test_keys_are_put_right_too_and_what_was_read_stays() -> None:
    read = {"Ã©tat": ["Ã©", 1, None, {"x": True}]}
    assert repaired(read) == {"état": ["é", 1, None, {"x": True}]}
    assert read == {"Ã©tat": ["Ã©", 1, None, {"x": True}]}


def test_keys_that_would_become_the_same_stay_as_they_are() -> None:
    assert repaired({"Ã©": 1, "é": 2}) == {"Ã©": 1, "é": 2}


@pytest.mark.parametrize(
    "value", [1767323045, 1767323045.9, 1767323045123, 1767323045123456, "1767323045", "1767323045123"]
)
def test_the_unit_of_an_epoch_follows_from_its_size(value: float | str) -> None:
    found = read_epoch(value)
    assert found.not_before == found.not_after == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (found.raw, found.zone) == (str(value), "stated")


@pytest.mark.parametrize(
    "value", [0, "0", 10**30, float("inf"), float("nan"), "", "2026", True, "9" * 5000, -(10**16), "١٢٣"]
)
def test_what_is_no_time_of_this_age_keeps_its_text_alone(value: float | str) -> None:
    found = read_epoch(value, Years(2003, 2027))
    assert not found.is_known
    assert found.raw == str(value)


def test_an_epoch_before_1970_is_read_where_its_year_is_asked_for() -> None:
    assert read_epoch(-86400, Years(1969, 1969)).not_before == datetime(1969, 12, 31, tzinfo=UTC)


def test_a_record_with_gaps_in_its_text_says_so_and_counts() -> None:
    whole, altered = json_lines([b'{"a": "x"}\n{"a": "\xff"}\n'], dict)
    assert isinstance(whole, Record)
    assert isinstance(altered, Record)
    assert whole.fault is None
    assert altered.fault == Fault(2, "member.record_altered")
    assert not ReadError(altered.fault.key, "a.json", altered.fault.number).lost
