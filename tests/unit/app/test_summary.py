# SPDX-License-Identifier: Apache-2.0
"""Many bundles by workers: in order, each checked, and none believed that a worker could not have seen."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from inspector.app.bundles import bundles_below
from inspector.app.summary import lines
from inspector.bundle.summary import COLUMNS, Line, csv_head, csv_line, json_line
from inspector.bundle.verifying import verify
from inspector.system import resources
from tests.unit.bundle.fictional import files_of, forged, remade, unpacked
from tests.unit.bundle.many import make_many
from tests.unit.worker.stand_ins import speaking

SCHEMA = json.loads(resources.path("schemas/summary-1.json").read_text("utf-8"))
NAMES = "container payload manifest completeness seal timestamp custody report redaction"
GOOD = f"""
note = __import__("inspector.domain.text", fromlist=["note"]).note
def found(ok=True, answer=None, names="{NAMES}".split()):
    lines = tuple(P.CheckLine(name, ok, (note("bundle.not_checked"),)) for name in names)
    return P.Examined(P.Verified(None, lines), answer)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six bundles, one of them damaged, one unpacked, and files that are none."""
    home = tmp_path / "cases"
    home.mkdir()
    make_many(home, 4, 300, Random(1))
    whole = home / "0000" / "000000.zip"
    shutil.copy(whole, home / "=SUM(A1).ZIP")
    data = bytearray(whole.read_bytes())
    data[300] ^= 1
    (home / "damaged.zip").write_bytes(data)
    unpacked(home / "unpacked", files_of(whole))
    (home / "notes.txt").write_text("not a bundle")
    (home / "loop").symlink_to(home)
    return home


def told(folder: Path) -> list[Line]:
    return list(lines(folder, bundles_below(folder).places))


def parsed(found: list[Line]) -> Iterator[dict[str, Any]]:
    for line in found:
        value = json.loads(json_line(line))
        jsonschema.validate(value, SCHEMA)
        yield value


def test_each_bundle_has_one_line_in_the_order_of_the_paths(folder: Path) -> None:
    found = {value["file"]: value for value in parsed(told(folder))}
    assert list(found) == [
        *(f"0000/00000{number}.zip" for number in range(4)),
        "=SUM(A1).ZIP",
        "damaged.zip",
        "unpacked/privacy-evidence",
    ]
    assert [name for name, value in found.items() if not value["ok"]] == ["damaged.zip"]
    assert [found[f"0000/00000{number}.zip"]["findings"][0]["state"] for number in range(4)] == [
        "on",
        "off",
        "unknown",
        "not_applicable",
    ]
    assert found["damaged.zip"]["findings"] is None
    assert found["damaged.zip"]["problems"][0] == "container.content"
    assert found["unpacked/privacy-evidence"]["bytes"] is None
    assert found["=SUM(A1).ZIP"]["fingerprint"] == found["0000/000000.zip"]["fingerprint"]


def test_no_line_holds_anything_of_a_person(folder: Path) -> None:
    for line in told(folder):
        for text in (json_line(line), csv_line(line)):
            for secret in ("secret", "Jane", "example.com", "Größe", "setting.png", "11-03"):
                assert secret not in text


def test_the_table_has_a_cell_for_each_column_and_no_formula(folder: Path) -> None:
    text = csv_head() + "".join(map(csv_line, told(folder)))
    head, *rows = csv.reader(io.StringIO(text))
    assert tuple(head) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    first = dict(zip(head, rows[0], strict=True))
    assert (first["ok"], first["on"], first["archives"]) == ("true", "1", "1")
    assert first["answers"] == "linkedin/generative-ai-improvement=on"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("name", ["=1.zip", " =1.zip", "\t@x.zip", "\uff1d1.zip", "a;=1+1.zip", 'a";=1.zip'])
def test_a_name_stays_one_cell_that_is_no_formula_whatever_ends_a_cell(name: str) -> None:
    row = csv_line(Line(name, 1, verify(Path("/nowhere")), None))
    for ending in ",;":
        first = next(csv.reader(io.StringIO(row), delimiter=ending))[0]
        assert first.startswith(("'" + name, name) if ";" in name else "'" + name)


def test_a_sound_bundle_without_an_answer_says_so(tmp_path: Path, folder: Path) -> None:
    files = files_of(folder / "0000" / "000000.zip")
    home = tmp_path / "odd"
    home.mkdir()
    forged(home / "odd.zip", remade({**files, "data/findings.json": b"[]"}))
    (value,) = parsed(told(home))
    assert value["ok"]
    assert value["problems"] == ["answer.unreadable"]
    assert value["findings"] is None


def test_links_are_not_followed_and_a_closed_folder_is_counted(folder: Path) -> None:
    (folder / "linked.zip").symlink_to(folder / "damaged.zip")
    found = bundles_below(folder)
    assert len(found.places) == 7
    if os.geteuid():
        (folder / "0000").chmod(0)
        assert bundles_below(folder).closed == 1


def test_a_folder_that_is_a_bundle_is_one(folder: Path) -> None:
    (line,) = told(folder / "unpacked" / "privacy-evidence")
    assert line.file == "."
    assert line.verification.ok


@pytest.mark.parametrize(
    "code",
    [
        "os.kill(os.getpid(), 11)",
        "raw(b'all is well')",
        "say(P.Stopped())",
        "say(found().found)",
        "say(found(names=['container']))",
        "say(found(ok=False, answer=b'{}'))",
        "say(found(answer=b'{}'))",
        "say(found(answer=b'Jane Example'))",
    ],
)
def test_a_worker_that_stops_or_lies_is_not_believed(folder: Path, code: str) -> None:
    places = bundles_below(folder).places
    found = list(lines(folder, places, speaking(GOOD + code)))
    assert [line.file for line in found] == [line.file for line in told(folder)]
    assert not any(line.verification.ok or line.answer for line in found)
    assert {tuple(line.problems) for line in found} == {("container.checker_stopped",)}


def test_whoever_leaves_early_leaves_no_worker_behind(folder: Path) -> None:
    begun = lines(folder, bundles_below(folder).places)
    assert next(begun).verification.ok
    begun.close()  # type: ignore[attr-defined]  # it is a generator
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    if children.exists():
        assert not children.read_text().split()
