# SPDX-License-Identifier: Apache-2.0
"""An encrypted export on the command line: opened by a file that holds its password, and shown by nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.program import run
from tests.makers.hostile_zips import zipped
from tests.makers.linkedin import account
from tests.makers.winzip import sealed

PASSWORD = "Zebra-417-ü"
MADE = account()


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "locked.zip"
    secret = PASSWORD.encode()
    path.write_bytes(zipped([sealed(one.name, one.data, secret) for one in MADE.members]))
    return path


def password_file(where: Path, text: str) -> Path:
    path = where / "password.txt"
    path.write_text(text, "utf-8")
    return path


def test_without_its_password_an_export_is_present_and_not_read(locked: Path) -> None:
    done = run("inspect", locked, "--residence", "DE", "--json", "-")
    [source] = json.loads(done.stdout)["sources"]
    assert (done.returncode, source["status"]) == (1, "encrypted")
    assert "with its password" in done.stderr


@pytest.mark.parametrize("ending", ["", "\n", "\r\nnever read\n"])
def test_its_password_opens_it_and_a_bundle_of_it(locked: Path, tmp_path: Path, ending: str) -> None:
    bundle, key = tmp_path / "bundle.zip", password_file(tmp_path, PASSWORD + ending)
    found = run(
        "inspect",
        locked,
        "--residence",
        "DE",
        "--password-file",
        key,
        "--json",
        "-",
        "--bundle",
        bundle,
        "--quiet",
    )
    assert (found.returncode, found.stderr) == (0, "")
    plain = run("inspect", MADE.write(tmp_path), "--residence", "DE", "--json", "-")
    assert json.loads(found.stdout)["accounts"] == json.loads(plain.stdout)["accounts"]
    assert PASSWORD not in found.stdout
    assert PASSWORD.encode() not in bundle.read_bytes()
    assert run("verify", bundle).returncode == 0


def test_its_password_opens_it_for_a_skeleton_and_enters_nothing(locked: Path, tmp_path: Path) -> None:
    form, key = tmp_path / "form.json", password_file(tmp_path, PASSWORD)
    run("inspect", locked, "--password-file", key, "--skeleton", form, "--quiet")
    text = form.read_text("utf-8")
    [source] = json.loads(text)["sources"]
    assert {status for member in source["members"] for status in member["statuses"]} == {"read"}
    assert "Zebra" not in text
    run("inspect", locked, "--skeleton", form, "--quiet")
    [source] = json.loads(form.read_text("utf-8"))["sources"]
    assert {status for member in source["members"] for status in member["statuses"]} == {"encrypted"}


def test_a_wrong_password_is_told(locked: Path, tmp_path: Path) -> None:
    done = run("inspect", locked, "--password-file", password_file(tmp_path, "Giraffe"), "--json", "-")
    assert done.returncode == 1
    assert "does not open" in done.stderr
    assert "Giraffe" not in done.stdout + done.stderr


def test_a_file_without_a_password_is_named(locked: Path, tmp_path: Path) -> None:
    done = run("inspect", locked, "--password-file", password_file(tmp_path, ""))
    assert done.returncode == 2
    assert done.stderr.startswith("password.txt holds no password")
    assert run("inspect", locked, "--password-file", tmp_path / "gone.txt").returncode == 2


def test_a_locked_bundle_is_made_and_checked_with_the_password_in_a_file(tmp_path: Path) -> None:
    words = "seven small telescopes"
    archive, bundle, key = MADE.write(tmp_path), tmp_path / "bundle.zip", password_file(tmp_path, words)
    made = run("inspect", archive, "--residence", "DE", "--bundle", bundle, "--lock", key, "--quiet")
    assert (made.returncode, made.stderr) == (0, "")
    asked = run("verify", bundle, "--json", "-")
    assert (asked.returncode, json.loads(asked.stdout)["ok"]) == (1, False)
    found = run("verify", bundle, "--password-file", key, "--json", "-")
    assert (found.returncode, json.loads(found.stdout)["ok"]) == (0, True)
    key.write_text("eight small telescopes", "utf-8")
    wrong = run("verify", bundle, "--password-file", key)
    assert wrong.returncode == 1
    assert "This password does not open the bundle." in wrong.stdout
