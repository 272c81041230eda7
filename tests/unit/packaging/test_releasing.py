# SPDX-License-Identifier: Apache-2.0
"""What keeps a release back, what its sums say, and the key that signs updates of the catalog."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from devtools import catalog_signing, releasing
from devtools.terminal import Stop

from inspector.app.update_file import opened
from inspector.catalog.index import Catalog
from tests.architecture.tree import ROOT

CHANGELOG = "# Changelog\n\n## Unreleased\n\n## 0.1.0 - 2026-12-01\n\n## 0.0.9\n"


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("0.1.0", []),
        ("0.2.0", ['CHANGELOG.md has no heading "## 0.2.0 - YYYY-MM-DD"']),
        ("0.0.9", ['CHANGELOG.md has no heading "## 0.0.9 - YYYY-MM-DD"']),
    ],
)
def test_a_release_has_its_heading_with_a_day(version: str, told: list[str]) -> None:
    assert releasing.unready(version, CHANGELOG) == told


def test_a_version_on_the_way_is_no_release() -> None:
    assert "set it in inspector/__init__.py" in releasing.unready("0.1.0.dev0", CHANGELOG)[0]


def test_the_changelog_has_the_form_that_is_read_here() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings[0] == "## Unreleased" or releasing._HEADING.match(headings[0])
    kinds = {line for line in text.splitlines() if line.startswith("### ")}
    assert kinds


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_sha256sum_checks_the_sums(tmp_path: Path) -> None:
    for name in ("b.deb", "a b.tar.xz", "notes.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    releasing.write_sums(tmp_path)
    done = subprocess.run(
        ["sha256sum", "-c", releasing.SUMS], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "a b.tar.xz: OK\nb.deb: OK\n")


def test_an_audit_that_cannot_be_made_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(Stop, match="pip-audit is not installed"):
        releasing.audit()


def test_a_key_signs_the_catalog_and_its_public_half_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())))
    keys = tmp_path / "keys.toml"
    shutil.copyfile(catalog_signing.KEYS, keys)
    private = tmp_path / "private.pem"
    catalog_signing.make_key("test", private, keys)
    assert private.stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        catalog_signing.make_key("test", private, keys)
    monkeypatch.setattr("inspector.app.update_file.resources.path", lambda _name: keys)
    from inspector.app.update_file import known_keys

    trusted = {name: key for name, key in known_keys().items() if name == "test"}
    monkeypatch.undo()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())))
    catalog_signing.sign(private, tmp_path / "it.catalog")
    update = opened((tmp_path / "it.catalog").read_bytes(), trusted)
    assert update.version == Catalog.load().version
    assert update.expires == datetime(2027, 2, 20, tzinfo=UTC)
