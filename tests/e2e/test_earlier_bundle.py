# SPDX-License-Identifier: Apache-2.0
"""`verify --earlier`: whoever has a first bundle of a case sees whether a later one has the same key."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.e2e.program import Done, run
from tests.makers.linkedin import simple


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two bundles of one case, and of the same export one sealed with another key and one without a seal."""
    folder = tmp_path_factory.mktemp("made")
    export = simple().write(folder)
    words = folder / "words.txt"
    words.write_text("stormy harbour\n", "utf-8")

    def case(*arguments: str | Path) -> str:
        opened = ("--password-file", words) if arguments[0] != "list" else ()
        done = run("case", *arguments, *opened, INSPECTOR_DATA=str(folder / "data"))
        assert done.returncode == 0, done.stderr
        return done.stdout

    case("new", "Mine", "--write-code", folder / "code.txt")
    name = json.loads(case("list", "--json", "-"))["cases"][0]["id"]
    case("add", name, export, "--residence", "DE")
    case("export", name, folder / "first.zip")
    case("export", name, folder / "second.zip")
    for other, wish in (("again.zip", ()), ("bare.zip", ("--no-seal",))):
        done = run("inspect", export, "--residence", "DE", "--bundle", folder / other, *wish, "--quiet")
        assert done.returncode == 0, done.stderr
    return folder


def held(made: Path, later: str, earlier: str, *more: str) -> Done:
    return run("verify", made / later, "--earlier", made / earlier, *more)


def seal(done: Done) -> tuple[bool | None, str]:
    found = json.loads(done.stdout)
    return next((one["ok"], one["detail"]) for one in found["checks"] if one["name"] == "seal")


@pytest.mark.parametrize("order", [("second.zip", "first.zip"), ("first.zip", "second.zip")])
def test_two_bundles_of_one_case_are_told_to_be_of_one_key(made: Path, order: tuple[str, str]) -> None:
    done = held(made, *order)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("Intact; sealed with the key of the earlier bundle.")
    ok, detail = seal(held(made, *order, "--json", "-"))
    assert ok
    assert f"It was made with the key of {order[1]}: " in detail


def test_what_somebody_else_sealed_is_caught(made: Path) -> None:
    done = held(made, "again.zip", "first.zip", "--json", "-")
    assert done.returncode == 1
    ok, detail = seal(done)
    assert ok is False
    assert "another key than that of first.zip" in detail
    told = " ".join(held(made, "again.zip", "first.zip").stdout.split())
    assert told.startswith("This bundle is not sealed with the key of the earlier one.")
    assert "somebody sealed it again" in told


def test_a_seal_that_is_gone_is_caught(made: Path) -> None:
    done = held(made, "bare.zip", "first.zip", "--json", "-")
    assert done.returncode == 1
    ok, detail = seal(done)
    assert ok is False
    assert detail.startswith("There is no seal, and first.zip has one")


def test_an_earlier_bundle_that_shows_nothing_is_refused(made: Path, tmp_path: Path) -> None:
    bare = held(made, "first.zip", "bare.zip")
    assert (bare.returncode, bare.stdout) == (2, "")
    assert "bare.zip has no seal" in bare.stderr
    broken = Path(shutil.copy(made / "first.zip", tmp_path / "broken.zip"))
    whole = broken.read_bytes()
    broken.write_bytes(whole[:-900] + bytes([whole[-900] ^ 1]) + whole[-899:])
    refused = run("verify", made / "second.zip", "--earlier", broken, "--json", "-")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "broken.zip is not intact itself" in refused.stderr
    folder = run("verify", made / "second.zip", "--earlier", ".")
    assert folder.returncode == 2
    assert not folder.stderr.startswith(" ")
    missing = run("verify", made / "second.zip", "--earlier", tmp_path / "nowhere.zip")
    assert missing.returncode == 2
    assert "nowhere.zip is not intact itself, or could not be checked" in " ".join(missing.stderr.split())


def test_a_bundle_that_fails_fails_as_it_did(made: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copy(made / "second.zip", tmp_path / "broken.zip"))
    whole = broken.read_bytes()
    broken.write_bytes(whole[:-900] + bytes([whole[-900] ^ 1]) + whole[-899:])
    done = run("verify", broken, "--earlier", made / "first.zip", "--json", "-")
    assert done.returncode == 1
    failing = [one["name"] for one in json.loads(done.stdout)["checks"] if one["ok"] is False]
    assert "container" in failing
