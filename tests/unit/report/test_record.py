# SPDX-License-Identifier: Apache-2.0
"""Sheets of items and drafts to sign: only what files and log say, and blanks where only the person knows."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from inspector.app.recording import sheets
from inspector.app.second_hash import second_hashes
from inspector.app.session import Session
from inspector.app.taking import Taken, add
from inspector.cases.acts import ActKind, Detail
from inspector.cases.post import post_detail
from inspector.cases.story import Story
from inspector.catalog.index import Catalog
from inspector.report.context import context
from inspector.report.declarations import declarations
from inspector.report.document import Sheets
from inspector.report.findings import findings_object
from inspector.report.items import LARGEST_CROP, letters
from inspector.report.items import sheets as pages
from inspector.report.views import CatalogView
from inspector.report.words import Words
from inspector.system import resources
from inspector.system.messages import Messages
from tests.unit.app.cases import demo

SCHEMA = json.loads(resources.path("schemas/record-1.json").read_text("utf-8"))
AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
PICTURE = resources.path("selftest/settings.png")


def recorded(session: Session) -> Sheets:
    found = sheets(
        session.inspection(),
        session.case.readings,
        session.case.acts,
        session.read_in_captures,
        lambda: None,
    )
    jsonschema.validate(found.record, SCHEMA)
    return found


def blocks_of(session: Session) -> list[dict[str, Any]]:
    found = recorded(session)
    words = Words(Messages())
    view = CatalogView(())
    answer = findings_object(session.inspection(), words.messages)
    case = context(answer, view, words, AT, fingerprint=None, maker=None)
    return [*pages(case, found.record, found.captured), *letters(case, found.record)]


@pytest.fixture
def pictured(tmp_path: Path) -> Session:
    """The demo with a picture that the program took, in which a setting was read."""
    session = demo()
    path = tmp_path / "Screenshot_20261121-101500.png"
    path.write_bytes(PICTURE.read_bytes())
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    add(session, Taken(path.read_bytes(), sha256, AT, "Linux 6.1", "screen"), path, None)
    source = next(one for one in session.sources if one.sha256 == sha256)
    session.learn(source, session.capture_readers.read(path, AT))
    session.rest()
    return session


def test_an_item_has_two_families_of_hash_taken_from_its_own_bytes() -> None:
    session = demo()
    (item,) = recorded(session).record["items"]
    (source,) = session.sources
    data = source.path.read_bytes()
    assert item["sha256"] == hashlib.sha256(data).hexdigest()
    assert item["sha512"] == hashlib.sha512(data).hexdigest()
    assert item["taken"] is None
    assert item["kept"] is None


def test_a_file_that_has_changed_or_was_hashed_when_it_came_in_is_not_hashed_again(tmp_path: Path) -> None:
    session = Session(Catalog.load())
    path = tmp_path / "page.png"
    path.write_bytes(PICTURE.read_bytes())
    session.add(session.read(path))
    assert len(second_hashes(session.case.readings, session.case.acts, lambda: None)) == 1
    path.write_bytes(b"another")
    assert not second_hashes(session.case.readings, session.case.acts, lambda: None)
    path.unlink()
    assert not second_hashes(session.case.readings, session.case.acts, lambda: None)
    sha256 = session.sources[0].sha256
    row: dict[str, Detail] = {"name": "page.png", "sha256": sha256, "sha512": "1" * 128, "bytes": 3}
    session.case.append(ActKind.KEPT, AT, {"source": sha256, "how": "copied", "files": [row], "count": 1})
    (item,) = recorded(session).record["items"]
    assert (item["sha512"], item["kept"]) == ("1" * 128, "copied")


def test_a_picture_tells_how_it_was_taken_what_was_read_and_what_was_said(pictured: Session) -> None:
    item = recorded(pictured).record["items"][1]
    assert item["how"] == "taken"
    assert item["taken"]["system"] == "Linux 6.1"
    assert {"name", "mtime"} <= {one["what"] for one in item["dates"]}
    assert item["readings"][0]["control"] == "linkedin/generative-ai-improvement"
    assert not item["said"]
    source = next(one for one in pictured.sources if one.kind == "capture")
    pictured.reject(source, 0)
    assert recorded(pictured).record["items"][1]["said"] == [
        {"act": len(pictured.case.acts), "at": recorded(pictured).record["items"][1]["said"][0]["at"],
         "what": "rejected", "withdrawn": False, "setting": 0}
    ]  # fmt: skip


def test_the_sheet_of_a_picture_shows_the_part_that_was_compared(pictured: Session) -> None:
    found = blocks_of(pictured)
    pictures = [block for block in found if block["block"] == "picture"]
    assert len(pictures) == 1
    assert "S2, pixels" in str(pictures[0]["caption"])
    assert len(pictures[0]["data"]) < LARGEST_CROP * 2
    text = str(found)
    assert "The program took it from the screen" in text
    assert "Not relied on" in text or "% sure" in text
    assert "A picture can be edited" in text


def test_letters_have_the_days_that_the_person_gave() -> None:
    session = demo()
    action = session.inspection().checklist[0].id
    day = AT.date()
    session.case.append(ActKind.SENT, AT, post_detail(action, day))
    session.case.append(ActKind.ANSWERED, AT, post_detail(action, day + timedelta(days=9)))
    (row,) = recorded(session).record["letters"]
    assert (row["sent"], row["received"], row["answered"]) == ("2026-11-21", None, "2026-11-30")
    assert "2026-11-30" in str(blocks_of(session))


def test_drafts_hold_what_is_known_and_leave_blanks_for_the_rest() -> None:
    session = demo()
    record = recorded(session).record
    text = declarations(record, "1.2.3", "ab" * 32, None).decode()
    (item,) = record["items"]
    for known in (item["name"], item["sha256"], item["sha512"][:64], item["sha512"][64:], "ab" * 32, "1.2.3"):
        assert known in text
    assert "I am [name, address]." in text
    assert "[when and on which" in text
    for form in ("28 U.S.C. § 1746", "902(14)", "Practice Direction 22", "under penalty of", "Anderswo"):
        assert form in text
    assert "I am Jo Example." in declarations(record, "1.2.3", "ab" * 32, "Jo Example").decode()
    assert max(map(len, text.splitlines())) <= 80


def test_a_name_cannot_turn_a_line_of_a_draft_around() -> None:
    record = recorded(demo()).record
    record["items"][0]["name"] = "a\u202eb\nc.zip"
    text = declarations(record, "1", "ab" * 32, "x\u202ey").decode()
    assert "\u202e" not in text
    assert "x[U+202E]y" in text


def sheet_lines(session: Session, maker: str | None = None) -> dict[str, str]:
    """The lines of the first sheet, their runs put together."""
    found = recorded(session)
    words = Words(Messages())
    answer = findings_object(session.inspection(), words.messages)
    case = context(answer, CatalogView(()), words, AT, fingerprint=None, maker=maker)
    sheet = next(block for block in pages(case, found.record, found.captured) if block["block"] == "exhibit")
    rows: Any = sheet["rows"]
    return {
        name: "".join(one if isinstance(one, str) else one["text"] for one in runs) for name, runs in rows
    }


def test_how_it_was_got_stands_on_its_sheet_as_the_word_of_the_person() -> None:
    session = demo()
    (source,) = session.sources
    assert not [name for name in sheet_lines(session) if name.startswith("How it was got")]
    assert recorded(session).record["items"][0]["story"] is None
    session.tell_story(source, Story(asked="2026-03", chosen="CSV, all", got="2026-03-04", more="a\nb\u202e"))
    line = sheet_lines(session)["How it was got, as the person says"]
    assert line.splitlines()[:3] == ["Asked for: March 2026", "Chosen: CSV, all", "Got: 4 March 2026"]
    assert "a\nb" in line
    assert f"Told in act {len(session.case.acts)}, " in line
    assert "How it was got, as Aza Demo says" in sheet_lines(session, "Aza Demo")
    story = recorded(session).record["items"][0]["story"]
    assert (story["grade"], story["asked"], story["came"]) == ("declared", "2026-03", None)


def test_only_the_later_story_stands_on_the_sheet() -> None:
    session = demo()
    (source,) = session.sources
    session.tell_story(source, Story(came="by post"))
    session.tell_story(source, Story(came="in the app"))
    line = sheet_lines(session)["How it was got, as the person says"]
    assert "Came: in the app" in line
    assert "by post" not in line
