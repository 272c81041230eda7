# SPDX-License-Identifier: Apache-2.0
"""What a person chose for the window is kept in one small file; a damaged one is no choice and no error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from inspector.system.preferences import Look, Preferences, load, save


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file, in a folder that is not there yet."""
    monkeypatch.setenv("INSPECTOR_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "window.json"


def test_without_a_file_nothing_was_chosen(kept: Path) -> None:
    assert load() == Preferences(None, Look.SYSTEM)
    assert not kept.parent.exists()


@pytest.mark.parametrize("chosen", [Preferences("de", Look.CONTRAST), Preferences(None, Look.LIGHT)], ids=str)
def test_what_was_chosen_is_known_the_next_time(kept: Path, chosen: Preferences) -> None:
    save(Preferences("en", Look.DARK))
    save(chosen)
    assert load() == chosen
    assert [one.name for one in kept.parent.iterdir()] == ["window.json"]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"[" * 5000,
        b"[1]",
        b'{"schema": "inspector/preferences/2", "language": "de", "look": "dark"}',
        b'{"schema": "inspector/preferences/1", "language": 4, "look": ["dark"]}',
        b'{"schema": "inspector/preferences/1", "look": "pink"}',
    ],
    ids=range(7),
)
def test_a_file_that_is_not_understood_is_no_choice(kept: Path, text: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(text)
    assert load() == Preferences()


def test_where_nothing_can_be_written_that_is_an_error_and_leaves_nothing(kept: Path) -> None:
    kept.parent.write_text("a file where a folder should be")
    with pytest.raises(OSError, match="data"):
        save(Preferences("de"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folders of one system")
def test_it_lies_where_the_desktop_keeps_such_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INSPECTOR_DATA")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    save(Preferences("de"))
    assert (tmp_path / ".config/privacy-settings-inspector/window.json").is_file()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    assert load() == Preferences()
