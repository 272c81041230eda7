# SPDX-License-Identifier: Apache-2.0
"""`inspector summary` as a person or a script runs it: exit codes, streams, and nothing left half."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from inspector.system import resources
from tests.e2e.program import run
from tests.unit.bundle.fictional import files_of, forged, remade
from tests.unit.bundle.many import make_many


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "cases"
    home.mkdir()
    make_many(home, 5, 200, Random(3))
    return home


def test_sound_bundles_are_counted_and_the_exit_code_is_0(folder: Path) -> None:
    done = run("summary", folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("5 bundles hold every check.\n")
    assert done.stdout.splitlines()[3].split() == ["linkedin/generative-ai-improvement", "2", "1", "1", "1"]
    assert not done.stderr


def test_lines_alone_go_to_standard_output(folder: Path) -> None:
    done = run("summary", folder, "--json", "-")
    assert [json.loads(line)["ok"] for line in done.stdout.splitlines()] == [True] * 5
    assert done.returncode == 0
    table = run("summary", folder, "--csv", "-").stdout.splitlines()
    assert len(table) == 6
    assert table[0].startswith("file,bytes,ok,fingerprint,container,")


def test_a_file_is_written_and_the_totals_are_said(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "lines.ndjson"
    done = run("summary", folder, "--json", target)
    assert done.returncode == 0
    assert "5 bundles hold" in done.stdout
    assert target.read_text("utf-8") == run("summary", folder, "--json", "-").stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cases", "lines.ndjson"]


def test_one_that_fails_is_named_and_the_exit_code_is_1(folder: Path) -> None:
    (folder / "other.zip").write_bytes(b"PK")
    done = run("summary", folder)
    assert done.returncode == 1
    assert "1 bundle fails a check. Its answer is not counted:\n  other.zip: " in done.stdout


def test_an_answer_that_cannot_be_read_makes_it_incomplete(folder: Path) -> None:
    files = files_of(folder / "0000" / "000000.zip")
    forged(folder / "odd.zip", remade({**files, "data/findings.json": b"[]"}))
    done = run("summary", folder)
    assert done.returncode == 3
    assert "The answer of 1 of them cannot be read" in done.stdout


def test_an_empty_folder_has_no_bundle(tmp_path: Path) -> None:
    done = run("summary", tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("There is no evidence bundle")


@pytest.mark.parametrize(
    "arguments", [["nowhere"], [".", "--json", "-", "--csv", "-"], [".", "--json", "nowhere/x.json"], []]
)
def test_what_cannot_be_done_is_said_in_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    done = run("summary", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not done.stdout


def test_the_page_that_checks_bundles_can_be_had_from_the_program(tmp_path: Path, folder: Path) -> None:
    target = tmp_path / "verify.html"
    assert run("verify", "--page", target).returncode == 0
    bundle = folder / "0000" / "000000.zip"
    assert target.read_bytes() == files_of(bundle)["verify.html"]
    assert run("verify", bundle, "--page", target).stdout.startswith("Intact")
    done = run("verify")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_bundle_can_be_put_behind_a_password(tmp_path: Path) -> None:
    word, target = tmp_path / "password.txt", tmp_path / "locked.zip"
    word.write_text("seven small telescopes\n", "utf-8")
    archive = resources.path("demo/Complete_LinkedInDataExport_10-05-2026.zip")
    done = run("inspect", archive, "--quiet", "--bundle", target, "--lock", word)
    assert done.returncode == 0, done.stderr
    checked = run("verify", target)
    assert checked.returncode == 1
    assert "behind a password" in checked.stdout
    assert "NOT IN ORDER" not in checked.stdout
    many = run("summary", tmp_path)
    assert many.returncode == 1, "no bundle here could be checked"
    assert "1 bundle is behind a password and is not checked" in " ".join(many.stdout.split())
    assert "fails" not in many.stdout
    word.write_text("short", "utf-8")
    done = run("inspect", archive, "--quiet", "--bundle", tmp_path / "no.zip", "--lock", word)
    assert done.returncode == 1
    assert "cannot lock a bundle" in done.stderr
    assert not (tmp_path / "no.zip").exists()
