# SPDX-License-Identifier: Apache-2.0
"""What the trial of the frozen folder takes for wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from devtools import offline, trying
from devtools.terminal import Stop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stands in for the program by a script")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(offline, "cut_off", lambda _python: [])
    return tmp_path


def program(folder: Path, *lines: str) -> Path:
    file = folder / "inspector"
    file.write_text("\n".join(["#!/bin/sh", *lines]) + "\n", encoding="utf-8")
    file.chmod(0o755)
    return folder


def test_a_quiet_program_that_is_soon_up_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trying.attempt(program(folder, "echo '   0.123 idle'"))
    assert "First idle of the window: 0.12 s" in capsys.readouterr().out


def test_a_line_on_stderr_fails_though_the_program_ends_well(folder: Path) -> None:
    with pytest.raises(Stop, match="something: warned"):
        trying.attempt(program(folder, "echo something: warned >&2"))


def test_a_line_with_a_reason_is_let_pass() -> None:
    told = ["Fontconfig error: No writable cache directories", "", "Fontconfig error: something else"]
    assert trying.surprising(told) == ["Fontconfig error: something else"]


def test_a_failing_self_test_fails(folder: Path) -> None:
    with pytest.raises(Stop, match="ended with 1"):
        trying.attempt(program(folder, "exit 1"))


def test_a_window_that_is_late_fails(folder: Path) -> None:
    with pytest.raises(Stop, match="Too slow"):
        trying.attempt(program(folder, "echo '   3.000 idle'"))
