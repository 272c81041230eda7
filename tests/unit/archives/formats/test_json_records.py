# SPDX-License-Identifier: Apache-2.0
"""Records of JSON: the same however blocks are cut, faults beside the good ones, each with its place."""

from __future__ import annotations

import json
from typing import Any, TypedDict

import msgspec
import pytest

from inspector.archives.formats import json_groups, json_records
from inspector.archives.formats.json_records import json_records as records
from inspector.archives.formats.records import Fault, Record
from tests.unit.archives.formats.pieces import cut


class Post(msgspec.Struct):
    title: str
    time: float = 0.0


class Inner(TypedDict, total=False):
    c: str | int | float | bool | None


class Wanted(TypedDict, total=False):
    a: str | int | float | bool | None
    b: dict[str, Inner] | None


def plain(data: bytes, at: str = "", size: int = 7) -> list[Record[Any] | Fault]:
    return [*records(cut(data, size), object, at)]


def values(found: list[Record[Any] | Fault]) -> list[Any]:
    return [one.value for one in found if isinstance(one, Record)]


def faults(found: list[Record[Any] | Fault]) -> list[Fault]:
    return [one for one in found if isinstance(one, Fault)]


@pytest.mark.parametrize("size", [1, 2, 7, 64, 1 << 20])
@pytest.mark.parametrize("indent", [None, 1, "\t"])
def test_a_list_gives_its_elements_with_number_and_pointer(size: int, indent: str | None) -> None:
    data = [{"title": f"{number}", "inner": [{"title": "},{"}, []]} for number in range(5)]
    found = plain(json.dumps(data, indent=indent).encode(), size=size)
    assert values(found) == data
    assert [(one.number, one.locator) for one in found if isinstance(one, Record)] == [
        (index + 1, f"/{index}") for index in range(5)
    ]


def test_groups_are_cut_between_records_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_groups, "SMALL", 64)
    monkeypatch.setattr(json_groups, "GROUP", 64)
    data = [{"id": 1, "below": [{"id": 2, "text": '},{"id":3'}] * (number % 4)} for number in range(200)]
    for separators in ((",", ":"), (", ", ": ")):
        assert values(plain(json.dumps(data, separators=separators).encode(), size=50)) == data


@pytest.mark.parametrize("data", ["[]", " [ ] ", '{"list": []}'])
def test_an_empty_list_has_no_records_and_no_fault(data: str) -> None:
    assert plain(data.encode(), "/list" if "list" in data else "") == []


def test_a_list_is_found_by_its_pointer() -> None:
    data = {"a/b": {"~": [{"x": 1}, {"x": 2}]}, "other": [3]}
    found = plain(json.dumps(data).encode(), "/a~1b/~0")
    assert values(found) == [{"x": 1}, {"x": 2}]
    assert [one.locator for one in found if isinstance(one, Record)] == ["/a~1b/~0/0", "/a~1b/~0/1"]


def test_a_list_behind_a_pointer_streams_where_the_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "MOST_IN_MEMORY", 100)
    data = {"before": ["x"] * 100, "list": [{"x": number} for number in range(20)]}
    text = json.dumps(data).encode()
    assert values(plain(text, "/list")) == data["list"]
    assert plain(text, "/nowhere") == [Fault(1, "member.json_form")]


def test_a_file_that_is_an_object_is_one_record() -> None:
    assert plain(b'{"a": 1}') == [Record({"a": 1}, 1, "")]


@pytest.mark.parametrize(
    ("data", "at"), [(b"<html>", ""), (b'"text"', ""), (b'{"x": 1}', "/list"), (b'{"list": 1}', "/list")]
)
def test_a_file_without_the_list_gives_a_fault_and_never_silence(data: bytes, at: str) -> None:
    assert plain(data, at) == [Fault(1, "member.json_form")]


@pytest.mark.parametrize("data", [b"", b"  \n", b"[", b'[{"a":1},{"a":2', b'[{"a":1},{"a":2}', b'{"a":1'])
def test_an_early_end_is_told_after_the_whole_records(data: bytes) -> None:
    found = plain(data)
    whole = data.count(b"}")
    assert found[-1] == Fault(whole + 1, "member.rest_cut")
    assert len(values(found)) == whole


@pytest.mark.parametrize(
    "rest", [b"x", b'"', b'":2}', b"{}", b"[2]", b"]", b"tru", b"12"], ids=lambda rest: rest.decode()
)
@pytest.mark.parametrize("start", [b'[{"a":1}]\n', b'{"a":1} '])
def test_anything_after_the_end_is_told(start: bytes, rest: bytes) -> None:
    found = plain(start + rest)
    assert values(found) == [{"a": 1}]
    assert faults(found)[0].key in ("member.rest_broken", "member.rest_cut")


@pytest.mark.parametrize(
    "bad", [b"NaN", b"Infinity", b"-Infinity", b"'x'", b"1,", b"undefined", b"01", b"{,}"]
)
def test_what_is_no_json_stops_the_file_where_it_stands(bad: bytes) -> None:
    found = plain(b'[{"a":1},{"a":%s},{"a":3}]' % bad)
    assert found == [Record({"a": 1}, 1, "/0"), Fault(2, "member.rest_broken")]


def test_a_record_of_another_form_is_left_out_and_the_next_is_read() -> None:
    found = [*records([b'[{"title":"a"},{"title":5},{"time":1},{"title":"b","time":2.5}]'], Post)]
    assert found == [
        Record(Post("a"), 1, "/0"),
        Fault(2, "member.record_form"),
        Fault(3, "member.record_form"),
        Record(Post("b", 2.5), 4, "/3"),
    ]


def test_lists_of_other_things_than_objects_are_typed_too() -> None:
    assert [*records([b'["a", 5, "b"]'], str)] == [
        Record("a", 1, "/0"),
        Fault(2, "member.record_form"),
        Record("b", 3, "/2"),
    ]


@pytest.mark.parametrize("escape", [r"\ud800", r"\udc00", r"\udc00\ud800", r"\uD83D\uD83D\uDE00"])
def test_a_lone_surrogate_is_replaced_and_its_record_marked(escape: str) -> None:
    data = r'[{"a":"x"},{"a":"ESCAPE"},{"a":"\ud83d\ude00"},{"a":"\\ud800"}]'.replace("ESCAPE", escape)
    for size in (1, 5, 1000):
        found = plain(data.encode(), size=size)
        assert [one.altered for one in found if isinstance(one, Record)] == [False, True, False, False]
        assert values(found)[2:] == [{"a": "😀"}, {"a": "\\ud800"}]
        assert "\ufffd" in values(found)[1]["a"]


def test_bytes_outside_utf8_are_replaced_and_their_record_marked() -> None:
    found = plain(b'[{"a":"caf\xe9"},{"a":"ok"}]', size=3)
    assert found == [Record({"a": "caf\ufffd"}, 1, "/0", altered=True), Record({"a": "ok"}, 2, "/1")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_an_encoding_are_stripped(encoding: str) -> None:
    assert values(plain('[{"a":"é"}]'.encode(encoding), size=1)) == [{"a": "é"}]


def test_a_record_that_nests_too_deep_is_left_out_and_the_next_is_read() -> None:
    deep = b"[" * 300 + b"]" * 300
    assert plain(b'[{"a":%s},{"a":1}]' % deep) == [
        Fault(1, "member.record_deep"),
        Record({"a": 1}, 2, "/1"),
    ]


TWICE = b'{"a":1,"a":2}'


def test_a_record_of_a_small_file_in_which_a_key_stands_twice_is_left_out_and_the_next_is_read() -> None:
    expected = [Fault(1, "member.record_double_key"), Record({"a": 1}, 2, "/1")]
    assert plain(b"[" + TWICE + b',{"a":1}]') == expected
    at = [*records([b'{"x":[' + TWICE + b',{"a":1}]}'], object, "/x")]
    assert at == [expected[0], Record({"a": 1}, 2, "/x/1")]
    assert plain(b'{"x":[{"a":1}],"x":[{"a":2}]}', "/x") == expected[:1]
    assert plain(b'{"y":%s,"x":[{"a":1}]}' % TWICE, "/x") == expected[:1]
    assert plain(TWICE) == [Fault(1, "member.record_double_key")]
    assert plain(b'[{"b":[[{"c":%s}]]}]' % TWICE) == [Fault(1, "member.record_double_key")]


def test_in_a_large_file_the_last_value_of_a_key_counts() -> None:
    many = b",".join([TWICE] * 100_000)
    assert values([*records([b"[" + many + b"]"], object)]) == [{"a": 2}] * 100_000


def test_of_a_record_only_the_wanted_keys_are_made() -> None:
    data = b'[{"a":1,"x":[{}],"b":{"k":{"c":1.0,"d":2}}},{"x":1},{"a":null,"b":null}]'
    found = [*records([data], Wanted)]
    assert values(found) == [{"a": 1, "b": {"k": {"c": 1.0}}}, {}, {"a": None, "b": None}]
    assert [type(one["a"]) for one in values(found) if one.get("a")] == [int]


@pytest.mark.parametrize("odd", [b"5", b"[]", b'{"a":[1],"x":2}', b'{"b":{"k":[]}}', b'{"b":[{"c":1}]}'])
def test_a_record_in_another_form_comes_whole_beside_the_others(odd: bytes) -> None:
    found = [*records([b'[{"a":1,"x":1},' + odd + b',{"a":2,"x":1}]'], Wanted)]
    assert values(found) == [{"a": 1}, json.loads(odd), {"a": 2}]


def test_text_that_cannot_be_read_marks_a_record_also_outside_of_what_is_wanted() -> None:
    for bad in (b'"\\ud800"', b'"caf\xe9"', b'"\\ufffd"', b'"\\uFFFD"', b'["\\udc00"]', b'{"\\ud800":1}'):
        found = [*records([b'[{"a":1,"x":%s},{"a":2}]' % bad], Wanted)]
        assert [(one.value, one.altered) for one in found if isinstance(one, Record)] == [
            ({"a": 1}, True),
            ({"a": 2}, False),
        ]


def test_what_nests_deep_outside_of_what_is_wanted_harms_nothing_as_far_as_it_can_be_gone_through() -> None:
    def deep(depth: int) -> bytes:
        return b'[{"a":1,"x":%s},{"a":2}]' % (b"[" * depth + b"]" * depth)

    assert [*records([deep(300)], Wanted)] == [Record({"a": 1}, 1, "/0"), Record({"a": 2}, 2, "/1")]
    assert [*records([deep(100_000)], Wanted)] == [Fault(1, "member.rest_deep")]


def test_who_looks_hears_of_every_record_that_can_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []
    for data, at in (
        (b'[{"a":1},{"x":"\\ud800"}]', ""),
        (b'{"x":[{"a":1},{"a":2,"a":3}]}', "/x"),
        (b"{}", ""),
    ):
        assert [*records([data], Wanted, at, heard.append)]
    assert heard == [b'{"a":1}', b'{"x":"\\ufffd"}', b'{"a":1}', b"{}"]
    heard.clear()
    monkeypatch.setattr(json_records, "MOST_IN_MEMORY", 10)
    assert (
        len([*records([b'{"before":"xxxxxxxxxx","x":[{"a":1,"y":2},{"a":2}]}'], Wanted, "/x", heard.append)])
        == 2
    )
    assert heard == [b'{"a":1,"y":2}', b'{"a":2}']
