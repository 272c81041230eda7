# SPDX-License-Identifier: Apache-2.0
"""Pictures go into a bundle whole, or as copies without place and device data where the person wants that."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from inspector.app import questions
from inspector.app.confirming import confirmed
from inspector.app.evidence import held, notes_in_pictures
from inspector.app.export import Wish, export
from inspector.app.masking import Masker
from inspector.app.session import Session
from inspector.app.told import Teller
from inspector.bundle.contents import BundleError
from inspector.bundle.verifying import verify
from inspector.catalog.index import Catalog
from inspector.system.clock import now
from inspector.system.messages import Messages
from tests.makers.captures.photos import MODEL, OWNER, noted
from tests.unit.captures.drawn import GREY, Page

Json = dict[str, Any]
CATALOG = Catalog.load()


def screen() -> Image.Image:
    page = Page(700, 160)
    page.text(30, 80, "Use my data for training content creation AI models", 20)
    page.slide(600, 76, 0.0, GREY)
    return page.image


@pytest.fixture(scope="module")
def shot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shot") / "IMG_0001.png"
    path.write_bytes(noted("PNG", screen()))
    return path


@pytest.fixture(scope="module")
def session(shot: Path) -> Session:
    """A case whose one picture was read and confirmed."""
    found = Session(CATALOG)
    found.add(found.read(shot, looks=True))
    found.rest()
    (one,) = questions.questions(found)
    assert one.captured is not None
    questions.confirm(found, one, confirmed(one.captured, one.number, shot, now()))
    return found


def bundle(session: Session, folder: Path, *, bare: bool) -> dict[str, bytes]:
    target = folder / "bundle.zip"
    export(session.case, session.inspection(), CATALOG, Wish(target, "en", bare=bare, seal=False), now())
    assert verify(target, None).ok
    with zipfile.ZipFile(target) as opened:
        return {name.partition("/")[2]: opened.read(name) for name in opened.namelist()}


def only(files: dict[str, bytes]) -> tuple[Json, Json]:
    (row,) = json.loads(files["data/originals.json"])["originals"]
    (part,) = row["files"]
    return row, part


def printed(files: dict[str, bytes], folder: Path) -> str:
    (folder / "report.pdf").write_bytes(files["report.pdf"])
    done = subprocess.run(
        ["pdftotext", folder / "report.pdf", "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())


def test_a_picture_goes_in_whole_and_the_report_says_what_its_file_carries(
    session: Session, shot: Path, tmp_path: Path
) -> None:
    assert [(one.name, one.way) for one in held(session, originals=False)] == [("IMG_0001.png", "whole")]
    files = bundle(session, tmp_path, bare=False)
    row, part = only(files)
    assert files[part["file"]] == shot.read_bytes()
    assert part["sha256"] == row["sha256"]
    assert "masked" not in part
    told = printed(files, tmp_path)
    assert "Besides the picture, the file carries the place (GPS)" in told
    assert "The bundle holds a copy" not in told


def test_a_copy_without_notes_goes_in_and_the_original_is_named_by_its_hash(
    session: Session, shot: Path, tmp_path: Path
) -> None:
    before = shot.read_bytes()
    assert [one.way for one in held(session, originals=False, bare=True)] == ["bare"]
    files = bundle(session, tmp_path, bare=True)
    row, part = only(files)
    copy = files[part["file"]]
    assert row["sha256"] == hashlib.sha256(before).hexdigest() != part["sha256"]
    assert part["sha256"] == hashlib.sha256(copy).hexdigest()
    assert {one["what"] for one in part["masked"]} == {"place", "device", "person", "words"}
    assert not [word for word in (MODEL, OWNER) if word.encode() in b"".join(files.values())]
    with Image.open(io.BytesIO(copy)) as image:
        assert image.convert("RGB").tobytes() == screen().convert("RGB").tobytes()
    told = printed(files, tmp_path)
    assert "The bundle holds a copy without" in told
    assert hashlib.sha256(before).hexdigest() in told.replace(" ", "")
    assert shot.read_bytes() == before
    assert [act.details.get("pictures") for act in session.case.acts if act.details.get("pictures")] == [
        "bare"
    ]


def test_what_a_file_carries_is_told_before_anything_is_made(session: Session) -> None:
    assert set(notes_in_pictures(session)) == {"place", "device", "person", "words"}
    captured = session.captured(session.sources[0])
    assert captured is not None
    told = Teller(CATALOG, Messages()).notes(captured)
    assert told.startswith("It carries the place (GPS), ")
    assert MODEL not in told


def test_a_picture_that_cannot_be_taken_apart_makes_no_bundle(tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    path.write_bytes(noted("PNG", screen())[:-30])
    source = Session(CATALOG).read(path).source
    with Masker([path]) as masker, pytest.raises(BundleError) as error:
        masker.copy(source)
    assert error.value.note.key == "bundle.write.not_bare"
