# SPDX-License-Identifier: Apache-2.0
"""Pages printed to PDF: label and word are read, dates kept, and a person is always asked."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from inspector.captures.labels.index import LabelIndex
from inspector.captures.pages.printed import pdf_time
from inspector.captures.pages.reading import read_print
from inspector.catalog.index import Catalog
from tests.makers.captures.pages import LINKEDIN_URL

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PAGE = f"""#set page(footer: [#link("{LINKEDIN_URL}")[{LINKEDIN_URL.replace("//", "/" + chr(92) + "/")}]])
= Data for Generative AI Improvement
Use my data for training content creation AI models

Off
"""


@pytest.fixture(scope="module")
def index() -> LabelIndex:
    return LabelIndex(Catalog.load().services())


def printed(folder: Path, date: str = "D:20260110093015+01'00'", password: str | None = None) -> Path:
    source, path = folder / "page.typ", folder / "page.pdf"
    source.write_text(PAGE, "utf-8")
    path.write_bytes(typst.compile(str(source)))
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.add_metadata({"/CreationDate": date, "/Producer": "Skia/PDF m140", "/ModDate": date})
    if password:
        writer.encrypt(password, algorithm="AES-256")
    writer.write(path)
    return path


def test_a_print_says_label_word_address_and_date_and_is_asked(index: LabelIndex, tmp_path: Path) -> None:
    found = read_print(printed(tmp_path), index, NOW)
    assert found.setting is not None
    assert found.setting.control == "linkedin/generative-ai-improvement"
    assert (found.setting.state, found.setting.asked) == ("off", True)
    assert found.url == LINKEDIN_URL
    assert found.moment.not_before == datetime(2026, 1, 10, 8, 30, 15, tzinfo=UTC)


def test_a_print_that_opens_with_a_password_only_is_refused(index: LabelIndex, tmp_path: Path) -> None:
    found = read_print(printed(tmp_path, password="fictional"), index, NOW)
    assert found.status == "refused"
    assert found.reason is not None
    assert found.reason.key == "page.pdf_encrypted"


def test_damaged_prints_end_in_a_named_state(index: LabelIndex, tmp_path: Path) -> None:
    whole = printed(tmp_path).read_bytes()
    chance = random.Random(7)
    for _ in range(60):
        data = bytearray(whole[: chance.randrange(10, len(whole))])
        for _ in range(20):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = tmp_path / "bad.pdf"
        path.write_bytes(bytes(data))
        found = read_print(path, index, NOW)
        assert found.status in ("read", "partial", "refused")
        assert found.setting is None or found.setting.asked


@pytest.mark.parametrize(
    ("text", "zone"),
    [("D:20260110083015Z", "stated"), ("D:20260110083015", "none"), ("D:2026", None), ("yesterday", None)],
)
def test_dates_of_a_print_state_a_zone_or_none(text: str, zone: str | None) -> None:
    assert pdf_time(text).zone == zone
