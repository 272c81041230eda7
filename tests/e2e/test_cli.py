# SPDX-License-Identifier: Apache-2.0
"""The command line as another program sees it: exit codes, streams, files left behind, sentences."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own
import pytest

from tests.e2e.program import ROOT, run
from tests.makers import bad
from tests.makers.linkedin import simple
from tests.makers.pictures import picture

CONTROL = "linkedin/generative-ai-improvement"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return simple().write(tmp_path)


def test_json_on_standard_output_stands_alone(archive: Path) -> None:
    done = run("inspect", archive, "--residence", "US", "--json", "-")
    assert done.returncode == 0
    assert json.loads(done.stdout)["schema"] == "inspector/findings/1"
    assert done.stderr == ""


def test_findings_read_at_80_columns_and_name_no_forbidden_claim(archive: Path) -> None:
    done = run("inspect", archive, "--residence", "US")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert any("ON since" in line for line in lines)
    assert all(len(line) <= 80 for line in lines if "http" not in line)
    assert "Nothing left this computer." in done.stdout


def test_json_goes_to_a_file_and_quiet_says_nothing(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    done = run("inspect", archive, "--residence", "US", "--json", target, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(target.read_text("utf-8"))["complete"] is True
    assert not list(tmp_path.glob(".*part"))


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--residence", "XX"), "XX"),
        (("--residence", "2010-01-01/2023-01-01=US,2022-01-01/=DE"), "overlap"),
        (("--residence", "2023-01-01/2010-01-01=US"), "before it begins"),
        (("--residence", "2010-13-01/=US"), "cannot be read"),
        (("--reading", f"{CONTROL}=maybe@2026-01-01"), "cannot be read"),
        (("--reading", "linkedin/nothing=on@2026-01-01"), "no such setting"),
        (("--reading", f"{CONTROL}=on@2026-01-01T12:00:00"), "zone"),
        (("--shown", f"{CONTROL}=on@2026-01-01=absent.png"), "absent.png"),
        (("--plan", "nobody=premium"), "cannot be read"),
        (("--lang", "zz"), "zz"),
        (("--confirm", "a=yes"), "not among the files"),
        (("--confirm", "a=perhaps"), "cannot be read"),
        (("--unheard-of",), "--unheard-of"),
    ],
)
def test_what_cannot_be_understood_is_told_in_one_sentence(
    archive: Path, arguments: tuple[str, ...], word: str
) -> None:
    done = run("inspect", archive, *arguments)
    assert done.returncode == 2
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


@pytest.mark.parametrize("name", sorted(bad.MAKERS))
def test_bad_input_ends_in_a_status_and_sentences_never_in_a_trace(name: str, tmp_path: Path) -> None:
    made = bad.MAKERS[name]()
    path = made.write(tmp_path)
    before = path.read_bytes()
    done = run("inspect", path, "--residence", "US", "--json", "-")
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 3)
    (source,) = json.loads(done.stdout)["sources"]
    assert source["status"] in {"read", "partial", "damaged", "encrypted", "unsupported", "refused"}
    assert (done.returncode == 0) == (source["status"] == "read")
    if source["status"] != "read":
        assert path.name in done.stderr
    assert path.read_bytes() == before


def test_one_bad_file_never_stops_the_others(archive: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(archive.read_bytes()[:-100])
    done = run("inspect", broken, archive, "--residence", "US", "--json", "-")
    whole = json.loads(done.stdout)
    assert done.returncode == 3
    assert whole["complete"] is False
    assert {source["status"] for source in whole["sources"]} == {"read", "partial"}
    assert whole["findings"][0]["state"] == "on"
    assert "incomplete" in [limit["id"] for limit in whole["findings"][0]["limits"]]


def test_a_picture_nobody_spoke_for_is_named_and_leaves_the_answer_incomplete(
    archive: Path, tmp_path: Path
) -> None:
    image = tmp_path / "setting.png"
    image.write_bytes(picture(1))
    done = run("inspect", archive, image, "--residence", "US", "--json", "-")
    assert done.returncode == 3
    assert "setting.png" in done.stderr


def test_missing_files_are_named(tmp_path: Path) -> None:
    done = run("inspect", tmp_path / "nowhere.zip", "--residence", "US")
    assert done.returncode == 1
    assert "nowhere.zip" in done.stderr


def test_the_same_input_and_time_give_the_same_bundle(archive: Path, tmp_path: Path) -> None:
    hashes = []
    for name in ("one.zip", "two.zip"):
        target = tmp_path / name
        done = run("inspect", archive, "--residence", "DE", "--bundle", target, "--quiet", "--no-seal")
        assert (done.returncode, done.stdout) == (0, "")
        hashes.append(hashlib.sha256(target.read_bytes()).hexdigest())
    assert hashes[0] == hashes[1]


def test_originals_go_in_only_when_asked_and_after_a_warning(archive: Path, tmp_path: Path) -> None:
    image = tmp_path / "setting.png"
    image.write_bytes(picture(2))
    shown = f"{CONTROL}=off@2026-01-10T12:00:00Z={image}"
    lean, whole = tmp_path / "lean.zip", tmp_path / "whole.zip"
    common = (archive, image, "--residence", "DE", "--shown", shown)
    assert run("inspect", *common, "--bundle", lean).returncode == 0
    asked = run("inspect", *common, "--bundle", whole, "--originals")
    assert "messages" in asked.stderr
    contents = {name: _payload(name) for name in (lean, whole)}
    assert image.read_bytes() in contents[lean]
    assert archive.read_bytes() not in contents[lean]
    assert archive.read_bytes() in contents[whole]


def _payload(bundle: Path) -> list[bytes]:
    with zipfile.ZipFile(bundle) as opened:
        return [opened.read(name) for name in opened.namelist() if "/data/" in name]


def test_verify_tells_a_good_bundle_from_a_changed_one(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "evidence.zip"
    run("inspect", archive, "--residence", "US", "--bundle", target)
    good = run("verify", target, "--json", "-")
    found = json.loads(good.stdout)
    assert good.returncode == 0
    assert found["ok"] is True
    assert run("verify", target, "--expect", found["fingerprint"]).returncode == 0
    other = run("verify", target, "--expect", "0" * 64)
    assert other.returncode == 1
    assert other.stdout.startswith("This is another bundle than the one whose fingerprint you gave.")
    data = bytearray(target.read_bytes())
    data[data.index(b"Registered At,")] ^= 1
    target.write_bytes(data)
    changed = run("verify", target)
    assert changed.returncode == 1
    assert changed.stdout.startswith("This bundle is not as it was made.")
    assert "data/members/" in changed.stdout


def test_verify_says_first_that_something_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "letter.zip").write_bytes(b"nothing of the kind")
    found = run("verify", tmp_path / "letter.zip")
    assert found.returncode == 1
    assert found.stdout.startswith("This is no evidence bundle, or it is damaged.")
    # Where nothing lies at all, that alone is said, and nothing of damage.
    missing = run("verify", tmp_path / "gone.zip")
    assert missing.stdout.startswith("There is nothing at this place.")
    assert "damaged" not in missing.stdout


def test_the_demo_prints_findings_and_leaves_a_bundle(tmp_path: Path) -> None:
    done = run("demo", "--headless", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "ON since 3 November 2025" in done.stdout
    (bundle,) = (tmp_path / "out").iterdir()
    assert run("verify", bundle).returncode == 0


def test_catalog_answers_for_a_region_and_day() -> None:
    done = run("catalog", "linkedin", "--region", "DE", "--on", "2025-12-01", "--json", "-")
    assert done.returncode == 0
    whole = json.loads(done.stdout)
    schema = json.loads((ROOT / "resources" / "schemas" / "catalog-1.json").read_text("utf-8"))
    jsonschema.validate(whole, schema)
    (control,) = whole["services"][0]["controls"]
    assert [(row["practice"], row["certain"]) for row in control["practices"]] == [("default_on", True)]
    assert run("catalog", "linkedin", "--region", "ZZ").returncode == 2
    assert "LinkedIn" in run("catalog").stdout


def test_version_names_program_and_catalog() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("inspector 0.1.0")
    assert "catalog" in done.stdout


def test_a_malformed_clock_setting_is_told_plainly(archive: Path) -> None:
    done = run("inspect", archive, SOURCE_DATE_EPOCH="tomorrow")
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_language_lacks_a_sentence(archive: Path) -> None:
    done = run("inspect", archive, "--residence", "GB", "--lang", "xx-long")
    assert done.returncode == 0
    assert "«" in done.stdout
