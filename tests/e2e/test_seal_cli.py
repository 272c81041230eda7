# SPDX-License-Identifier: Apache-2.0
"""Seal and timestamps on the command line, with the real program and a real authority on this computer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from inspector.bundle.seal.key import grouped
from tests.e2e.program import run
from tests.makers.authority import NAME, answering, made, serving
from tests.makers.linkedin import simple

COMMON = ("--residence", "DE", "--quiet")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return simple().write(tmp_path_factory.mktemp("archive"))


def checks(bundle: Path) -> dict[str, tuple[bool | None, str]]:
    found = json.loads(run("verify", bundle, "--json", "-").stdout)
    return {one["name"]: (one["ok"], one["detail"]) for one in found["checks"]}


def test_a_bundle_is_sealed_and_its_key_is_told(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.zip"
    done = run("inspect", archive, "--residence", "DE", "--bundle", target)
    assert done.returncode == 0, done.stderr
    key = done.stdout.split("with the key:")[1].split()[0]
    assert len(key) == 64
    assert checks(target)["seal"] == (
        True,
        f"The integrity seal holds. It was made with a key that is not known here: {grouped(key)}",
    )
    assert run("verify", target).stdout.startswith("Intact; sealed by a key not known here.")


def test_a_bundle_without_a_seal_says_so(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.zip"
    done = run("inspect", archive, "--residence", "DE", "--bundle", target, "--no-seal")
    assert "integrity seal" not in done.stdout
    assert "Nothing left this computer." in done.stdout
    assert checks(target)["seal"][0] is None


def test_authorities_that_are_named_are_asked_and_what_is_sent_is_told(archive: Path, tmp_path: Path) -> None:
    authority = made(tmp_path / "authority")
    target = tmp_path / "b.zip"
    sent: list[bytes] = []

    def answer(body: bytes) -> bytes:
        sent.append(body)
        return authority.reply(body)

    with serving(answering(answer)) as address:
        done = run("inspect", archive, "--residence", "DE", "--bundle", target, "--timestamp", address)
    assert done.returncode == 0, done.stderr
    assert len(sent) == 2
    assert "Nothing left this computer" not in done.stdout
    told = [line for line in done.stderr.splitlines() if line.startswith("Sending ")]
    hashes = [re.findall(r"\b[0-9a-f]{64}\b", line) for line in told]
    assert [len(found) for found in hashes] == [1, 1]
    assert all(found[0] in body.hex() for found, body in zip(hashes, sent, strict=True))
    assert f'by "{NAME}"' in done.stderr
    ok, detail = checks(target)["timestamp"]
    assert ok is True
    assert NAME in detail


def test_an_authority_that_cannot_be_reached_costs_the_stamp_and_not_the_bundle(
    archive: Path, tmp_path: Path
) -> None:
    target = tmp_path / "b.zip"
    done = run("inspect", archive, *COMMON, "--bundle", target, "--timestamp", "http://127.0.0.1:9/")
    assert done.returncode == 0
    assert "127.0.0.1:9 cannot be reached. Nothing came back." in done.stderr
    assert checks(target)["timestamp"][0] is None
    assert checks(target)["seal"][0] is True


@pytest.mark.parametrize(
    "arguments",
    [
        ("--timestamp", "https://stamp.example/"),
        ("--bundle", "b.zip", "--no-seal", "--timestamp", "https://stamp.example/"),
        ("--bundle", "b.zip", "--timestamp", "no address"),
        (
            "--bundle",
            "b.zip",
            *("--timestamp", "a.example", "--timestamp", "b.example", "--timestamp", "c.example"),
        ),
    ],
    ids=["no bundle", "no seal", "no address", "too many"],
)
def test_what_cannot_be_asked_is_said_before_anything_is_done(
    archive: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = run("inspect", archive, *COMMON, *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "b.zip").exists()
