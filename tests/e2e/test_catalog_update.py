# SPDX-License-Identifier: Apache-2.0
"""`inspector catalog --update`: a file that no known key has signed changes nothing, and that is told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspector.app.update_file import made
from tests.e2e.program import run


def test_an_update_that_nobody_known_signed_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "catalog.update"
    key = Ed25519PrivateKey.generate()
    file.write_bytes(made("2027.01.01", datetime(2027, 2, 1, tzinfo=UTC), {"index.toml": ""}, key))
    data = tmp_path / "data"
    done = run("catalog", "--update", file, INSPECTOR_DATA=str(data))
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "key" in done.stderr
    assert not data.exists()


def test_without_an_update_there_is_none_to_drop(tmp_path: Path) -> None:
    done = run("catalog", "--drop-update", INSPECTOR_DATA=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "the one that the program ships" in done.stdout


def test_taking_and_dropping_at_once_is_not_understood(tmp_path: Path) -> None:
    assert run("catalog", "--drop-update", "--update", tmp_path / "x").returncode == 2
