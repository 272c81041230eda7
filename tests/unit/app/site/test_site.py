# SPDX-License-Identifier: Apache-2.0
"""The pages of the site: whole, escaped, citing every source, referring to nothing elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from datetime import UTC, date, datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from inspector.app.site.lanes import lanes, said_apart, scale
from inspector.app.site.markup import Markup, dated, joined, tag
from inspector.app.site.writing import site, write_site
from inspector.catalog.entry import ServiceEntry
from inspector.catalog.index import Catalog
from inspector.domain.text import worded
from inspector.system import resources
from inspector.system.messages import Messages
from inspector.system.phrases import forbidden_phrases

NOW = datetime(2026, 11, 23, tzinfo=UTC)
CATALOG = Catalog.load()
FILES = site(CATALOG, Messages(), NOW)
PAGES = {name: data.decode() for name, data in FILES.items() if name.endswith(".html")}
LOADING = {("link", "href"), ("script", "src"), ("img", "src"), ("image", "href"), ("use", "href")}


class Page(HTMLParser):
    """What a page refers to and what it holds."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.ids: list[str] = []
        self.inline: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "link", "input", "br", "hr", "img"}:
            self.open.append(tag)
        self._read(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._read(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def _read(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        for name, value in attrs:
            if (tag, name) in LOADING and value and told.get("rel") != "alternate":
                self.loads.append(value)
            if name == "href" and value and (tag == "a" or told.get("rel") == "alternate"):
                self.leads.append(value)
            if name == "id" and value:
                self.ids.append(value)
            if name.startswith("on") or name == "style":
                self.inline.append(name)


READ = {name: Page(text) for name, text in PAGES.items()}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_formed_and_loads_only_what_lies_beside_it(name: str) -> None:
    page = READ[name]
    assert page.open == []
    assert page.inline == []
    up = "../" * name.count("/")
    assert set(page.loads) <= {"data:,", f"{up}style.css", f"{up}search.js"}
    assert all(count == 1 for count in Counter(page.ids).values())


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_the_site_leads_somewhere(name: str) -> None:
    for target in READ[name].leads:
        if urlsplit(target).scheme:
            assert urlsplit(target).scheme in ("http", "https"), target
            continue
        path, _, fragment = target.partition("#")
        other = name if not path else posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        assert other in FILES, target
        if fragment:
            assert fragment in READ[other].ids, target


def test_style_and_script_refer_to_nothing() -> None:
    style, script = FILES["style.css"].decode(), FILES["search.js"].decode()
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search(r"https?://|fetch|import\(|XMLHttp", script)


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("entry", CATALOG.services(), ids=lambda entry: entry.id)
def test_a_page_holds_every_row_label_event_and_source(entry: ServiceEntry, lang: str) -> None:
    folder = "" if lang == "en" else f"{lang}/"
    text = unescape(re.sub(r"<[^>]+>", "", PAGES[f"{folder}services/{entry.id}.html"]))
    for control in entry.controls:
        assert control.id in text
        for row in control.rows:
            assert dict(row.text)[lang] in text, row.id
        for label in control.labels:
            assert label.text in text
    for source in entry.sources:
        assert worded(source.title, lang) in text
        assert worded(source.publisher, lang) in text
        assert worded(source.note, lang) in text
        assert (source.sha256 or "") in text
    for event in entry.events:
        if event.controls:
            assert dict(event.title)[lang] in text


def test_the_first_page_names_every_setting_and_how_old_its_sources_are() -> None:
    index = unescape(PAGES["index.html"])
    for entry in CATALOG.services():
        assert f"services/{entry.id}.html" in index
        assert all(control.name.text("en") in index for control in entry.controls)
    assert "sources read on 2026-11-21" in index
    assert CATALOG.sha256 in index


def test_what_is_out_of_date_is_said() -> None:
    later = site(CATALOG, Messages(), datetime(2028, 1, 1, tzinfo=UTC))
    assert "out of date since 2027-05-21" in later["index.html"].decode()
    assert "They are out of date since 2027-05-21" in later["services/linkedin.html"].decode()


@pytest.mark.parametrize("lang", ["en", "xx-long"])
def test_no_page_claims_more_than_a_document_says(lang: str) -> None:
    for name, data in site(CATALOG, Messages(lang), NOW).items():
        if name.endswith(".html"):
            assert not forbidden_phrases(data.decode(), "en"), name


def test_every_page_is_there_in_german_and_each_leads_to_the_other() -> None:
    english = sorted(name for name in PAGES if not name.startswith("de/"))
    assert sorted(f"de/{name}" for name in english) == sorted(
        name for name in PAGES if name.startswith("de/")
    )
    for name in english:
        assert '<html lang="en">' in PAGES[name]
        assert '<html lang="de">' in PAGES[f"de/{name}"]
        assert posixpath.relpath(f"de/{name}", posixpath.dirname(name) or ".") in READ[name].leads
        assert posixpath.relpath(name, posixpath.dirname(f"de/{name}")) in READ[f"de/{name}"].leads
    assert "KI-Training" in PAGES["de/index.html"]
    assert "Vereinigtes Königreich" in PAGES["de/services/linkedin.html"]
    assert "Europäischer Wirtschaftsraum" in PAGES["de/services/facebook.html"]


def test_the_german_pages_say_no_sentence_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    plain = Messages.text

    def listening(self: Messages, key: str, /, **values: object) -> str:
        if self.lang == "de":
            asked.add(key)
        return plain(self, key, **values)

    monkeypatch.setattr(Messages, "text", listening)
    site(CATALOG, Messages(), NOW)
    parts = sorted(resources.path("messages/de").glob("*.po"))
    german = "".join(part.read_text("utf-8") for part in parts)
    assert len(asked) > 120
    assert not [key for key in sorted(asked) if f'msgid "{key}"' not in german]


def test_german_pages_claim_no_more_than_a_document_says() -> None:
    for name, text in PAGES.items():
        if name.startswith("de/"):
            assert not forbidden_phrases(text, "de"), name


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", '<b> & "x"', class_='a"b') == '<p class="a&quot;b">&lt;b&gt; &amp; &quot;x&quot;</p>'
    assert tag("p", Markup("<b>x</b>"), None, ["a", "<"]) == "<p><b>x</b>a&lt;</p>"
    assert tag("input", hidden=True, disabled=False) == "<input hidden>"
    assert joined(("a", "<b>"), ", ") == "a, &lt;b&gt;"
    assert dated("2024-08-01 .. <x>") == '<span class="day">2024-08-01</span> .. &lt;x&gt;'


def test_lanes_hold_every_row_once_and_tile_time() -> None:
    for entry in CATALOG.services():
        for control in entry.controls:
            found = lanes(control, CATALOG.regions)
            rows = [
                row.id
                for lane in found
                for part in said_apart(lane)
                for course in part.courses
                for row in course.rows
            ]
            assert set(rows) == {row.id for row in control.rows}
            for lane in found:
                assert lane.rows[0].start is None
                assert lane.rows[-1].end is None


def test_the_scale_begins_before_the_first_change_and_ends_with_the_year() -> None:
    rows = CATALOG.service("linkedin").controls[0].rows
    found = scale(rows, NOW.date())
    assert (found.first, found.last) == (date(2023, 1, 1), date(2027, 1, 1))
    assert found.place(datetime(2025, 1, 1, tzinfo=UTC)) == pytest.approx(50.0, abs=0.1)
    assert found.place(datetime(2010, 1, 1, tzinfo=UTC)) == 0.0
    assert found.years() == (2023, 2024, 2025, 2026)


def test_files_are_written_beside_others_and_whole(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("stays")
    first = write_site(tmp_path, {"index.html": b"x", "services/a.html": b"y"})
    assert first == tmp_path / "index.html"
    assert (tmp_path / "services" / "a.html").read_bytes() == b"y"
    assert (tmp_path / "own.txt").read_text() == "stays"
    assert not list(tmp_path.rglob("*.part"))
