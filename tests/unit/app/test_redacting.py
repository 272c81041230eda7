# SPDX-License-Identifier: Apache-2.0
"""A redacted bundle: nothing that was withheld stands in it, what is left can be checked, any part opened."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from inspector.app import checking, questions, specs
from inspector.app.confirming import confirmed
from inspector.app.export import Order, Wish, note, order
from inspector.app.redacting import make, report_of
from inspector.app.request import Said
from inspector.app.revealing import Holder, reveal
from inspector.app.session import Session
from inspector.bundle.contents import BundleError
from inspector.bundle.redaction.rules import ItemRules, Rule, Rules
from inspector.bundle.redaction.tiles import FILL
from inspector.bundle.verification import Check
from inspector.cases.story import Story
from inspector.catalog.index import Catalog
from inspector.domain.moment import instant
from inspector.domain.words import Switch
from inspector.system.clock import now
from inspector.system.messages import Messages
from tests.makers.captures.photos import MODEL, OWNER, noted
from tests.makers.linkedin import ERA_2026, of_era
from tests.unit.captures.drawn import GREY, Page

Json = dict[str, Any]
CATALOG = Catalog.load()
CONTROL = "linkedin/generative-ai-improvement"
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
ARCHIVE = "Export of Ilse Moor.zip"
SHOT = "Ilse settings.png"
FRIEND = "Torvald Quist"
BOX = (20, 20, 300, 40)
STORY = Story(chosen="JSON", came="sent by my neighbour Ottilie", kept="drawer under the stairs", more="x")


def screen() -> bytes:
    page = Page(700, 160)
    page.text(30, 30, FRIEND, 20)
    page.text(30, 80, "Use my data for training content creation AI models", 20)
    page.slide(600, 76, 0.0, GREY)
    return noted("PNG", page.image)


@dataclass
class Case:
    session: Session
    folder: Path

    def order(self, rules: Rules | None, name: str = "red.zip", **wish: Any) -> Order:
        wanted = Wish(self.folder / name, "en", redact=rules, **wish)
        found = self.session
        return order(found.case, found.inspection(), wanted, NOW, found.read_in_captures)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("redacting")
    (folder / ARCHIVE).write_bytes(of_era(ERA_2026).zip())
    (folder / SHOT).write_bytes(screen())
    session = Session(CATALOG)
    session.declare_residence(specs.residence("DE", CATALOG))
    session.note_consent(f"{FRIEND} agreed to this")
    session.add(session.read(folder / ARCHIVE))
    session.add(session.read(folder / SHOT, looks=True))
    session.rest()
    for source in session.sources:
        session.tell_story(source, STORY)
    (one,) = (each for each in questions.questions(session) if each.captured is not None)
    assert one.captured is not None
    questions.confirm(session, one, confirmed(one.captured, one.number, folder / SHOT, now()))
    return Case(session, folder)


@dataclass
class Bundle:
    """A bundle as anyone has it."""

    path: Path
    fingerprint: str
    order: Order

    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.path) as opened:
            return {name.partition("/")[2]: opened.read(name) for name in opened.namelist()}

    def json(self, path: str) -> Json:
        found: Json = json.loads(self.files()[path])
        return found


RULES = Rules(words=("Quist",), items={(SHOT, None): ItemRules(boxes=(BOX,))})


@pytest.fixture(scope="module")
def redacted(case: Case) -> Bundle:
    whole = case.order(None, "whole.zip", seal=False)
    note(case.session.case, whole, "ab" * 32)
    asked = case.order(RULES)
    return Bundle(case.folder / "red.zip", make(asked, CATALOG), asked)


def everything(bundle: Bundle) -> str:
    """All that can be read in a bundle, taken out with nothing of the program."""
    found = []
    for path, data in bundle.files().items():
        streams = [data]
        if path.endswith(".pdf"):
            starts = [match.end() for match in re.finditer(rb"stream\r?\n", data)]
            streams += [inflated(data[start:]) for start in starts]
        for one in streams:
            found += [
                one.decode("utf-8", "replace"),
                one.decode("utf-16-be", "replace"),
                one.decode("latin-1"),
            ]
    return "\n".join(found)


def inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def cells(case: Case, member: str) -> list[list[str]]:
    with zipfile.ZipFile(case.folder / ARCHIVE) as opened:
        return list(csv.reader(io.StringIO(opened.read(member).decode("utf-8-sig"), newline="")))


def test_no_name_address_or_message_of_the_files_is_found_anywhere(case: Case, redacted: Bundle) -> None:
    text = everything(redacted)
    for secret in (ARCHIVE, SHOT, FRIEND, MODEL, OWNER, *(one.sha256 for one in case.session.sources)):
        assert secret not in text
    with zipfile.ZipFile(case.folder / ARCHIVE) as opened:
        titled = [name for name in opened.namelist() if name.startswith("Articles/")]
    assert titled
    assert not any(name.rpartition("/")[2] in text for name in titled)
    shown = {"".join(row) for row in cells(case, "Registration.csv")}
    for member in ("messages.csv", "Connections.csv", "Receipts_v2.csv", "Profile.csv"):
        for row in cells(case, member)[4:]:
            for cell in row:
                if len(cell) > 12 and not cell[0].isdigit() and cell not in shown:
                    assert cell not in text, member


def test_the_answers_stay(case: Case, redacted: Bundle) -> None:
    plain = case.order(None, "plain.zip", seal=False)
    make(plain, CATALOG)
    whole = Bundle(case.folder / "plain.zip", "", plain).json("data/findings.json")["findings"]
    found = redacted.json("data/findings.json")["findings"]
    for one, other in zip(found, whole, strict=True):
        for key in ("state", "since", "grade", "spans", "switch", "exposure"):
            assert one[key] == other[key]


def test_pixels_under_a_box_are_constant_and_nothing_else_of_the_file_comes_along(redacted: Bundle) -> None:
    rows = redacted.json("data/originals.json")["originals"]
    (row,) = (one for one in rows if one["kind"] == "capture")
    assert row["withheld"] == ["bytes", "sha256"]
    data = redacted.files()[row["files"][0]["file"]]
    with Image.open(io.BytesIO(data)) as image:
        left, top, width, height = BOX
        assert image.crop((left, top, left + width, top + height)).getcolors() == [(width * height, FILL)]
        assert image.info == {}


def check(bundle: Bundle, opening: bytes | None = None, path: Path | None = None) -> Check:
    found = checking.verify(path or bundle.path, opening=opening)
    assert opening is not None or path is not None or found.ok, found
    return next(one for one in found.checks if one.name == "redaction")


def test_it_checks_out_and_says_what_was_withheld_and_why(redacted: Bundle) -> None:
    assert check(redacted).ok
    found = redacted.json("data/redaction.json")
    assert found["sealed_original"] == "ab" * 32
    assert {one["form"] for one in found["items"]} == {"table", "picture", "log"}
    assert {"facts", "members", "hashes", "names", "words"} <= {one["what"] for one in found["left_out"]}
    acts = redacted.json("data/custody.json")["acts"]
    (consent,) = (act for act in acts if act["kind"] == "consent_noted")
    assert consent["details"] == {"note": "[REDACTED]"}


def test_it_can_be_locked(case: Case) -> None:
    asked = case.order(RULES, "locked.zip", lock="seven small telescopes")
    made = make(asked, CATALOG)
    found = checking.verify(asked.wish.target, made, password="seven small telescopes")
    assert (found.ok, found.expected) == (True, True)
    assert {one.name: one.ok for one in found.checks}["redaction"]
    assert not checking.verify(asked.wish.target).ok


def test_the_pages_to_look_at_before_are_those_without_what_is_withheld(case: Case, redacted: Bundle) -> None:
    shown = json.dumps(report_of(redacted.order, CATALOG), ensure_ascii=False)
    assert "redacted edition" in shown
    assert not any(secret in shown for secret in (ARCHIVE, SHOT, FRIEND, MODEL, OWNER))
    assert case.session.sources[0].sha256 not in shown


def item_of(bundle: Bundle, **wanted: str) -> Json:
    found: list[Json] = bundle.json("data/redaction.json")["items"]
    return next(one for one in found if all(one[key] == value for key, value in wanted.items()))


def holder(case: Case, bundle: Bundle) -> Holder:
    found = case.session
    return Holder(found.case.acts, found.case.readings, found.passwords, bundle.order.secret)


@pytest.mark.parametrize(
    ("item", "part"),
    [
        ({"member": "Registration.csv"}, "row 2, cell 2"),
        ({"member": "Registration.csv"}, "sha256"),
        ({"form": "picture"}, "tile 0,0,64,64"),
        ({"form": "log"}, "act 3"),
    ],
)
def test_any_part_can_be_opened_later_and_no_other_passes_for_it(
    case: Case, redacted: Bundle, item: dict[str, str], part: str
) -> None:
    wanted = item_of(redacted, **item)["id"]
    shown = reveal(holder(case, redacted), redacted.path, wanted, part)
    opened = check(redacted, shown)
    assert (opened.ok, opened.notes[-1].key) == (True, "bundle.redaction.opened")
    if part == "row 2, cell 2":
        assert json.loads(shown)["text"] == cells(case, "Registration.csv")[1][1]
    wrong = json.dumps({**json.loads(shown), "salt": "00" * 16}).encode()
    assert (check(redacted, wrong).ok, check(redacted, wrong).notes[-1].key) == (
        False,
        "bundle.redaction.refused",
    )


def test_without_the_secret_nothing_can_be_opened(case: Case, redacted: Bundle) -> None:
    wanted = item_of(redacted, member="Registration.csv")["id"]
    stranger = replace(holder(case, redacted), secret=bytes(32))
    with pytest.raises(BundleError) as error:
        reveal(stranger, redacted.path, wanted, "row 2, cell 2")
    assert error.value.note.key == "redaction.refused.no_part"


def unpacked(bundle: Bundle, folder: Path, changes: dict[str, bytes]) -> Path:
    for path, data in {**bundle.files(), **changes}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def uncovered(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        made = image.copy()
    made.putpixel((BOX[0] + 1, BOX[1] + 1), (9, 9, 9))
    target = io.BytesIO()
    made.save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize("attack", ["cell", "shown", "pixel", "note", "gone", "bad"])
def test_what_was_changed_in_a_redacted_file_is_named(redacted: Bundle, tmp_path: Path, attack: str) -> None:
    table = item_of(redacted, member="Registration.csv")["file"]
    shot = item_of(redacted, form="picture")["file"]
    files = redacted.files()
    key, path, data = {
        "cell": ("differs", table, files[table].replace(b"Registered At", b"Registered On")),
        "shown": ("shown", table, files[table].replace(b"[REDACTED 00001]", b"192.0.2.1")),
        "pixel": ("pixels", shot, uncovered(files[shot])),
        "note": ("notes", shot, files[shot] + b"Torvald"),
        "gone": ("shown", table, b""),
        "bad": ("unreadable", "data/redaction.json", b"{}"),
    }[attack]
    found = check(redacted, path=unpacked(redacted, tmp_path, {path: data}))
    assert found.ok is False
    assert found.notes[0].key == f"bundle.redaction.{key}"
    assert found.sentences(Messages())


def test_a_value_that_still_stands_somewhere_stops_the_bundle(case: Case) -> None:
    stands_anyway = replace(RULES, words=("Quist", "AI training"))
    with pytest.raises(BundleError) as error:
        make(case.order(stands_anyway, "leak.zip", seal=False), CATALOG)
    assert error.value.note.key == "redaction.refused.leak"
    told = dict(error.value.note.values)
    assert "report.pdf" in str(told["places"]) or "VERIFY.txt" in str(told["places"])
    assert not (case.folder / "leak.zip").exists()


@pytest.mark.parametrize(
    ("rules", "goes_in"),
    [
        (Rules(), False),
        (Rules(items={("settings.html", None): ItemRules("whole")}), True),
        (Rules(frozenset({Rule.REST, Rule.BESIDE, Rule.NAMES})), True),
    ],
)
def test_a_page_goes_in_only_where_the_person_wants_it(tmp_path: Path, rules: Rules, goes_in: bool) -> None:
    path = tmp_path / "settings.html"
    path.write_text(f"<html><title>Settings</title><p>{FRIEND} wrote to you</p></html>", "utf-8")
    session = Session(CATALOG)
    session.add(session.read(path))
    session.say(Said(CONTROL, Switch.OFF, instant(NOW, "2026-11-01"), path))
    asked = Case(session, tmp_path).order(rules, seal=False)
    bundle = Bundle(tmp_path / "red.zip", make(asked, CATALOG), asked)
    assert check(bundle).ok
    (row,) = bundle.json("data/originals.json")["originals"]
    assert [FRIEND in bundle.files()[one["file"]].decode() for one in row["files"]] == [True] * goes_in
    assert (FRIEND in everything(bundle)) == goes_in
    assert any(one["form"] == "whole" for one in bundle.json("data/redaction.json")["items"]) != goes_in


def test_rules_for_a_file_that_is_not_there_are_refused(case: Case) -> None:
    elsewhere = Rules(items={("other.png", None): ItemRules(boxes=(BOX,))})
    with pytest.raises(BundleError) as error:
        make(case.order(elsewhere), CATALOG)
    assert error.value.note.key == "redaction.rules.unknown_file"


def test_whole_archives_do_not_go_into_a_redacted_bundle(case: Case) -> None:
    with pytest.raises(BundleError) as error:
        make(case.order(Rules(), originals=True), CATALOG)
    assert error.value.note.key == "redaction.with_originals"


def test_a_picture_can_be_withheld_altogether_and_then_nothing_of_it_is_shown(case: Case) -> None:
    rules = Rules(frozenset(Rule), ("Quist",), {(SHOT, None): ItemRules("nothing")})
    asked = case.order(rules, "none.zip", seal=False)
    bundle = Bundle(case.folder / "none.zip", make(asked, CATALOG), asked)
    assert check(bundle).ok
    sources = {one["id"]: one["kind"] for one in bundle.json("data/findings.json")["sources"]}
    places = [one["provenance"] for one in bundle.json("data/findings.json")["facts"]]
    raws = {place["raw"] for place in places if place and sources[place["source"]] == "capture"}
    assert raws == {"[REDACTED]"}
    assert "Use my data for training" not in bundle.files()["data/record.json"].decode()
    assert [one["files"] for one in bundle.json("data/originals.json")["originals"]] == [[], []]


def test_how_the_files_were_got_is_left_out_and_said_to_be(redacted: Bundle) -> None:
    text = everything(redacted)
    assert "Ottilie" not in text
    assert "under the stairs" not in text
    items = redacted.json("data/record.json")["items"]
    assert all(one["story"] is None and "story" in one["withheld"] for one in items)
    acts = redacted.json("data/custody.json")["acts"]
    told = [act["details"] for act in acts if act["kind"] == "story_told"]
    assert len(told) == len(items)
    assert {value for one in told for key, value in one.items() if key != "name"} == {"[REDACTED]"}
    left = {one["what"]: one["count"] for one in redacted.json("data/redaction.json")["left_out"]}
    assert left["stories"] == len(items)
