# SPDX-License-Identifier: Apache-2.0
"""Packs for authorities: within the limits of forms, beside the bundle, and whole or not there at all."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from pypdf import PdfReader

from inspector.app.export import Order, Wish, order
from inspector.app.packs import KEEP, SEND, Form, bundle_in, forms, make_pack
from inspector.app.session import Session
from inspector.app.underway import Watch
from inspector.bundle.contents import BundleError
from inspector.bundle.verifying import verify
from inspector.cases.acts import ActKind
from inspector.cases.post import post_detail
from inspector.report.complaint import Case, characters, complaint, cover
from inspector.report.document import ReportDocument
from inspector.report.editions import LEVELS, blocks_of, parts, smaller
from inspector.report.views import CatalogView
from tests.unit.app.cases import demo
from tests.unit.archives.ways import NOW
from tests.unit.report.rendering import document
from tests.unit.report.samples import moved_from_us_to_germany

FORMS = {form.id: form for form in forms()}


@pytest.fixture(scope="module")
def session() -> Session:
    found = demo()
    action = next(one.id for one in found.inspection().checklist if one.action == "object")
    found.case.append(ActKind.SENT, NOW, post_detail(action, NOW.date()))
    return found


def asked(session: Session, folder: Path) -> Order:
    wish = Wish(bundle_in(folder), "en", maker="Jo Example")
    return order(session.case, session.inspection(), wish, NOW)


@pytest.mark.parametrize("name", FORMS)
def test_a_pack_keeps_the_limits_of_its_form(name: str, session: Session, tmp_path: Path) -> None:
    form, folder = FORMS[name], tmp_path / "pack"
    pack = make_pack(asked(session, folder), session.catalog, form, folder)
    sent = {path.name: path for path in (folder / SEND).iterdir()}
    assert set(sent) == set(pack.files)
    papers = [path for path in sent.values() if path.suffix == ".pdf"]
    assert len(papers) <= (form.files if form.files is not None else 4)
    assert all(path.stat().st_size <= (form.file_bytes or 10**9) for path in papers)
    text = sent["complaint-en.txt"].read_text("utf-8")
    assert characters(text) <= (form.characters or 10**9)
    for known in ("LinkedIn", "ON since", pack.fingerprint, "sent ", "no answer noted"):
        assert known in text
    checked = verify(bundle_in(folder), pack.fingerprint)
    assert checked.ok
    assert checked.expected
    assert [path.name for path in (folder / KEEP).iterdir()] == ["privacy-evidence.zip"]


def test_the_cover_note_is_one_page_in_two_languages(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    pack = make_pack(asked(session, folder), session.catalog, FORMS["ico"], folder)
    pages = PdfReader(folder / SEND / "cover-note.pdf").pages
    text = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    for words in ("Cover note", "Begleitzettel", "ON since 2025-11-03", "AN seit 03.11.2025", "report.pdf"):
        assert words in text
    assert pack.fingerprint in text.replace(" ", "")


def many() -> Case:
    findings = moved_from_us_to_germany()
    findings["findings"] = findings["findings"] * 40
    return Case(findings, (), CatalogView(()), "ab" * 32)


def test_a_long_complaint_is_cut_at_whole_findings_and_says_so() -> None:
    text = complaint(many(), "en", 2000)
    assert 1500 < characters(text) <= 2000
    assert " more in the report" in text
    assert "ab" * 32 in text
    assert characters("a\nb\n") == 6
    with pytest.raises(ValueError, match=r"^100$"):
        complaint(many(), "en", 100)


def test_a_cover_note_of_many_findings_names_some_and_counts_the_rest() -> None:
    assert "34 more in the report" in str(cover(many(), ("en",), ("report.pdf",)))


def with_pictures(count: int) -> ReportDocument:
    made = document("moved_from_us_to_germany")
    out = io.BytesIO()
    Image.frombytes("RGB", (200, 200), Random(1).randbytes(120_000)).save(out, "PNG")

    picture = {
        "block": "picture",
        "data": base64.b64encode(out.getvalue()).decode(),
        "alt": "A picture",
        "caption": ["A picture"],
    }
    return {**made, "blocks": [*blocks_of(made), *[picture] * count]}


def test_each_edition_is_smaller_than_the_one_before() -> None:
    large = with_pictures(3)
    sizes = [len(str(smaller(large, level))) for level in range(LEVELS + 1)]
    assert sizes == sorted(sizes, reverse=True)
    assert smaller(large, 0) == large
    assert not smaller(large, 1)["attachments"]
    assert "picture" not in {block["block"] for block in blocks_of(smaller(large, 2))}


def test_parts_hold_every_chapter_once_and_link_to_nothing_outside() -> None:
    whole = document("moved_from_us_to_germany")
    found = parts(whole, 3)
    assert len(found) == 3
    titles = [block["text"] for part in found for block in blocks_of(part) if block["block"] == "heading"]
    assert titles == [block["text"] for block in blocks_of(whole) if block["block"] == "heading"]
    for part in found:
        anchors = set(_values(part["blocks"], "anchor")) | set(_values(part["blocks"], "to", "anchor"))
        assert set(_values(part["blocks"], "to", "link")) <= anchors


def _values(value: object, key: str, style: str | None = None) -> list[str]:
    if isinstance(value, list):
        return [each for one in value for each in _values(one, key, style)]
    if not isinstance(value, dict):
        return []
    own = [value[key]] if value.get(key) and (style is None or value.get("style") == style) else []
    return [*own, *(each for one in value.values() for each in _values(one, key, style))]


def test_a_report_that_is_too_large_is_split_and_one_that_stays_so_is_refused(
    session: Session, tmp_path: Path
) -> None:
    whole = tmp_path / "whole"
    make_pack(asked(session, whole), session.catalog, FORMS["ico"], whole)
    size = (whole / SEND / "report.pdf").stat().st_size
    form = replace(FORMS["ico"], file_bytes=size * 3 // 4)
    folder = tmp_path / "split"
    pack = make_pack(asked(session, folder), session.catalog, form, folder)
    papers = [path for path in (folder / SEND).iterdir() if path.suffix == ".pdf"]
    assert max(path.stat().st_size for path in papers) <= size * 3 // 4
    assert len(papers) <= 4
    assert pack.files[1] == "cover-note.pdf"
    tiny = replace(FORMS["ico"], file_bytes=1000)
    refused(tiny, session, tmp_path / "tiny", "pack.refused.size")


def refused(form: Form, session: Session, folder: Path, key: str) -> None:
    with pytest.raises(BundleError) as caught:
        make_pack(asked(session, folder), session.catalog, form, folder)
    assert caught.value.note.key == key


def test_nothing_is_left_where_none_can_be_made(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    refused(replace(FORMS["ico"], characters=50), session, folder, "pack.refused.text")
    assert not folder.exists()
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    refused(FORMS["ico"], session, folder, "pack.refused.folder")
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    refused(FORMS["ico"], session, tmp_path / "no" / "where", "pack.refused.space")


def test_the_person_can_stop_it(session: Session, tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop() -> None:
        raise StoppedError

    folder = tmp_path / "pack"
    watch = Watch(stop, lambda: True, lambda _done, _total: None)
    with pytest.raises(StoppedError):
        make_pack(asked(session, folder), session.catalog, FORMS["ico"], folder, watch)
    assert not folder.exists()


def test_every_form_names_its_sources_and_its_authority(session: Session) -> None:
    known = {one.id for one in session.catalog.authorities}
    for form in forms():
        assert form.sources
        assert form.authority is None or form.authority in known
