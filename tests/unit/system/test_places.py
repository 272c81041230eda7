# SPDX-License-Identifier: Apache-2.0
"""Cases lie where each system keeps what belongs to a program, or where the person says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from inspector.system.places import cases_folder, data_folder


def test_a_user_without_a_home_has_a_place_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    for name in ("INSPECTOR_DATA", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    assert not data_folder().exists()


def test_the_person_chooses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INSPECTOR_DATA", str(tmp_path))
    assert cases_folder() == tmp_path / "cases"


@pytest.mark.parametrize(
    ("system", "named", "wanted"),
    [
        ("linux", ("XDG_DATA_HOME", "/somewhere/data"), "/somewhere/data"),
        ("linux", ("XDG_DATA_HOME", "relative"), "HOME/.local/share"),
        ("linux", ("XDG_DATA_HOME", ""), "HOME/.local/share"),
        ("darwin", ("XDG_DATA_HOME", "/somewhere/data"), "HOME/Library/Application Support"),
        ("win32", ("LOCALAPPDATA", "/somewhere/local"), "/somewhere/local"),
        ("win32", ("LOCALAPPDATA", ""), "HOME/AppData/Local"),
    ],
)
def test_each_system_has_its_custom(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, named: tuple[str, str], wanted: str
) -> None:
    monkeypatch.delenv("INSPECTOR_DATA", raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv(*named)
    folder = Path(wanted.replace("HOME", str(tmp_path)))
    assert data_folder() == folder / "privacy-settings-inspector"
