# SPDX-License-Identifier: Apache-2.0
"""What this copy of the program says of itself: versions, build, models, licences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inspector import __version__
from inspector.app import about
from inspector.catalog.index import Catalog
from inspector.domain.text import Note
from inspector.system import resources
from inspector.system.messages import Messages


def said(notes: tuple[Note, ...]) -> str:
    messages = Messages()
    return "\n".join(messages.text(one.key, **one.as_dict()) for one in notes)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a build, in place of the resources that this tree has."""
    monkeypatch.setattr(about, "path", lambda name: tmp_path / name)
    (tmp_path / "build").mkdir()
    return tmp_path / "build"


def test_the_versions_name_program_catalog_and_both_models() -> None:
    text = said(about.versions())
    catalog = Catalog.load()
    assert f"inspector {__version__} (catalog {catalog.version}, {catalog.sha256[:16]})" in text
    assert "PP-OCRv6_det_small.onnx (090f04abcd9d9a74)" in text
    assert "PP-OCRv6_rec_small.onnx (6f327246b50388f3)" in text


def test_from_its_source_it_says_that_and_has_no_list_of_parts() -> None:
    assert not resources.path("build").exists()
    found = about.about()
    assert found.parts is None
    assert "source" in said(found.versions)
    assert "source" in said(found.licences)


def test_a_build_says_its_commit_and_its_system_and_shows_its_parts(built: Path) -> None:
    told = {"commit_time": "2026-11-21T12:00:00Z", "system": "linux-x86_64"}
    (built / "build.json").write_text(json.dumps(told), encoding="utf-8")
    (built / "parts.txt").write_text("PARTS\n", encoding="utf-8")
    found = about.about()
    assert "build for linux-x86_64, from the commit of 2026-11-21T12:00:00Z" in said(found.versions)
    assert found.parts == "PARTS\n"
    assert "GNU Lesser General Public License" in said(found.licences)


@pytest.mark.parametrize("damaged", ["", "[]", "{", '{"system": "x"}', "\x00"])
def test_a_damaged_note_of_the_build_names_no_build(built: Path, damaged: str) -> None:
    (built / "build.json").write_text(damaged, encoding="utf-8")
    assert about.build().key == "about.source"
