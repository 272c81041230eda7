# SPDX-License-Identifier: Apache-2.0
"""The finished PDF, looked at with the tools that a stranger would use."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pikepdf
import pytest

from inspector.app.setting import set_pages
from inspector.report.render import render
from tests.unit.report import samples
from tests.unit.report.make_golden import CASES
from tests.unit.report.rendering import GOLDEN, document, opened, pdf, prose, text, tool, words
from tests.unit.report.sample_parts import FINGERPRINT

ALL = (*CASES, "two_settings", "many_members", "hostile", "incomplete")


@pytest.mark.parametrize("name", ALL)
def test_qpdf_finds_no_fault(name: str, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf(name))
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", str(file), given=b"")


def test_the_same_input_gives_the_same_bytes() -> None:
    assert render(document("contradiction"), set_pages) == pdf("contradiction")


@pytest.mark.parametrize("name", ALL)
def test_it_declares_pdf_a_3a_and_pdf_ua_1(name: str) -> None:
    with opened(pdf(name)) as file:
        metadata = file.open_metadata()
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "en"


def test_it_is_tagged_with_headings_tables_and_a_described_drawing() -> None:
    tree = tool("pdfinfo", "-struct", "-", given=pdf("moved_from_us_to_germany"))
    for tag in ("H1", "H2", "H3", "Table", "THead", "TH", "Figure", "Link", "L "):
        assert re.search(rf"^\s*{tag}", tree, re.MULTILINE), tag
    with opened(pdf("moved_from_us_to_germany")) as file:
        figures = [item for item in file.objects if _is_figure(item)]
        assert len(figures) == 2
        assert all("ON from 2025-11-03 until still so" in str(figure.Alt) for figure in figures)


def _is_figure(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name.Figure


@pytest.mark.parametrize("name", ALL)
def test_every_font_is_embedded(name: str) -> None:
    listed = tool("pdffonts", "-", given=pdf(name)).splitlines()[2:]
    assert listed
    for line in listed:
        assert "+" in line.split()[0]
        assert line.split()[-5] == "yes"


def test_the_findings_are_attached_with_their_relationship() -> None:
    with opened(pdf("hostile")) as file:
        (name,) = file.attachments
        assert name == "findings.json"
        attached = file.attachments[name]
        assert str(attached.obj.AFRelationship) == "/Data"
        assert json.loads(attached.get_file().read_bytes()) == samples.hostile()


def test_pdfdetach_lists_the_attachment(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf("contradiction"))
    assert "findings.json" in tool("pdfdetach", "-list", str(file), given=b"")


def test_page_one_alone_answers() -> None:
    first = " ".join(tool("pdftotext", "-l", "1", "-", "-", given=pdf("moved_from_us_to_germany")).split())
    for said in (
        "Was sharing for AI training ON for this LinkedIn account?",
        "Data for Generative AI Improvement",
        "Since when 3 November 2025",
        "How this is known Default",
        "What is not known",
        "Who made this report",
        "Alex Example",
        "How to check it",
        "catalog of documented practices 2026.11.1",
        FINGERPRINT,
    ):
        assert said in first


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("lang", ["en", "xx-long"])
def test_page_one_holds_the_answer_and_the_chapter_starts_on_page_two(name: str, lang: str) -> None:
    with opened(pdf(name, lang)) as file:
        outline = file.open_outline()
        destination = outline.root[0].destination
        assert isinstance(destination, pikepdf.Array)
        assert file.pages.index(pikepdf.Page(destination[0])) == 1


def test_every_page_carries_the_fingerprint_and_its_number() -> None:
    pages = text(pdf("moved_from_us_to_germany")).split("\f")[:-1]
    short = " ".join(FINGERPRINT[at : at + 4] for at in range(0, 16, 4))
    for number, page in enumerate(pages, 1):
        assert f"Bundle {short} …" in page
        assert f"Page {number} of {len(pages)}" in page


def test_hostile_texts_are_printed_letter_by_letter() -> None:
    said = words(pdf("hostile"))
    for literal in (
        '#import "@preview/cetz:0.3.1": *',
        "$x^2$ *bold* _it_ @ref <label> \\ `raw` // comment",
        "invoice[U+202E]fdp.exe",
        "smile [U+1F600] and [U+0000] and [U+FEFF] and [U+D800]",
        '#read("/etc/passwd") [[#panic("x")]]',
        "line two[U+0009]after a tab",
        "設定 生成AI 设置 설정",
    ):
        assert literal in said
    assert "root:x:0:0" not in said


def test_nothing_leaves_the_page() -> None:
    boxes = tool("pdftotext", "-bbox", "-", "-", given=pdf("hostile"))
    lefts = [float(x) for x in re.findall(r'<word xMin="([\d.]+)"', boxes)]
    rights = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)]
    width = 595.28
    assert min(lefts) > 60
    assert max(rights) < width - 60


def test_hashes_come_out_whole_when_copied() -> None:
    source = samples.many_members()["sources"][0]
    said = words(pdf("many_members"))
    assert all(member["sha256"] in said for member in source["members"])
    assert source["sha256"] in said


@pytest.mark.parametrize("name", CASES)
def test_the_text_is_as_it_was_looked_at(name: str) -> None:
    assert prose(pdf(name)) == (GOLDEN / f"{name}.txt").read_text("utf-8")
