# SPDX-License-Identifier: Apache-2.0
"""Records of pages: the same by every way of reading, and none swallows the next."""

from __future__ import annotations

import pytest

from inspector.archives.formats import html_records as module
from inspector.archives.formats.html_feed import fed
from inspector.archives.formats.html_parts import HtmlPart, HtmlShape
from inspector.archives.formats.html_records import html_records
from inspector.archives.formats.records import Fault, Record
from tests.unit.archives.formats.pieces import cut

CELL = HtmlShape("div", "outer-cell")
HEAD = b"<html><head><style>.outer-cell{}</style><title>Activity</title></head><body><div class='grid'>"
TAIL = b"</div><p>footer</p></body></html>"


def cell(number: int) -> bytes:
    return (
        '<div class="outer-cell mdl"><div class="content"><p>Search<br></p>Searched for&nbsp;'
        f'<a href="https://example.com/?a=1&amp;b={number}">thing {number}</a><br>'
        "Jan 2, 2026, 10:03:04\u202fAM UTC<br></div><div></div></div>"
    ).encode()


def part(number: int) -> HtmlPart:
    texts = ("Search", "Searched for", f"thing {number}", "Jan 2, 2026, 10:03:04\u202fAM UTC")
    return HtmlPart(texts, (f"https://example.com/?a=1&b={number}",))


PAGE = HEAD + b"\n".join(cell(number) for number in range(400)) + TAIL


def parts(data: bytes, size: int = 1000, shape: HtmlShape = CELL) -> list[HtmlPart]:
    return [one.value for one in html_records(cut(data, size), shape) if isinstance(one, Record)]


@pytest.mark.parametrize("size", [7, 1000, 1 << 20])
def test_every_record_gives_its_texts_and_links(size: int) -> None:
    found = [*html_records(cut(PAGE, size), CELL)]
    assert found == [Record(part(number), number + 1, f"record {number + 1}") for number in range(400)]


def test_without_the_opener_the_same_records_are_found() -> None:
    other = PAGE.replace(b'<div class="outer-cell mdl"', b"<div  id=x class='mdl outer-cell'")
    assert parts(other) == parts(PAGE)


def test_the_streaming_parser_finds_the_same_records() -> None:
    assert [*fed([PAGE], CELL)] == parts(PAGE)


def test_a_record_that_is_left_open_does_not_swallow_the_next() -> None:
    for left_open in (b'<div class="outer-cell"><div><b>x', b'<div class="outer-cell"><table><td>x'):
        found = parts(HEAD + left_open + cell(1) + cell(2))
        assert found == [HtmlPart(("x",), ()), part(1), part(2)]


@pytest.mark.parametrize(
    "opened", [b"<!--", b"<script>", b"<textarea>", b"<title>", b"<style>", b'<a href="']
)
def test_markup_that_is_never_closed_hides_its_own_record_alone(opened: bytes) -> None:
    found = parts(cell(0) + b'<div class="outer-cell">' + opened + cell(1) + cell(2))
    assert (found[0], found[-2:]) == (part(0), [part(1), part(2)])


def test_a_longer_class_is_another_class() -> None:
    assert parts(b'<div class="outer-cells">x</div>' + cell(1)) == [part(1)]


def test_elements_are_records_by_their_tag_alone_where_no_class_is_given() -> None:
    page = b"<ul><li>Name: <b>A</b><li>Created on: 2010<ul><li>inner</ul></ul><p>x"
    assert [one.texts for one in parts(page, shape=HtmlShape("li"))] == [
        ("Name:", "A"),
        ("Created on: 2010", "inner"),
    ]


def test_scripts_are_no_text() -> None:
    assert parts(b"<li>a<script>b</script><style>c</style>d", shape=HtmlShape("li")) == [
        HtmlPart(("a", "d"), ())
    ]


def test_a_record_that_is_too_long_is_a_fault_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LONGEST", 5000)
    page = cell(0) + b'<div class="outer-cell">' + b"x" * 20_000 + b"</div>" + cell(2)
    assert [*html_records(cut(page, 1000), CELL)] == [
        Record(part(0), 1, "record 1"),
        Fault(2, "member.record_long"),
        Record(part(2), 3, "record 3"),
    ]


def test_text_that_could_not_be_read_marks_its_record() -> None:
    found = [*html_records([b'<div class="outer-cell">caf\xe9</div>' + cell(1)], CELL)]
    assert [one.altered for one in found if isinstance(one, Record)] == [True, False]


@pytest.mark.parametrize("data", [b"", b"text", b"<p>x</p>", b"\xff\xfe<\x00p\x00>\x00", b"<!DOCTYPE html>"])
def test_a_page_without_records_yields_nothing(data: bytes) -> None:
    assert [*html_records([data], CELL)] == []


def test_a_deep_record_is_read_without_a_tree() -> None:
    page = b'<div class="outer-cell">' + b"<div>" * 5000 + b"x" + b"</div>" * 5001 + cell(1)
    assert parts(page) == [HtmlPart(("x",), ()), part(1)]


@pytest.mark.parametrize(
    "name", ["solid", "p(x", "#ccc}.a{border:1px", "1st", "é", "a\\", "a.b", "*", ":not(p)"]
)
def test_a_class_of_any_signs_is_a_class(name: str) -> None:
    page = f'<div class="{name} x">one</div><div class="other">no</div><div class="{name}">two</div>'
    assert parts(page.encode(), shape=HtmlShape("div", name)) == [
        HtmlPart(("one",), ()),
        HtmlPart(("two",), ()),
    ]
