# SPDX-License-Identifier: Apache-2.0
"""The desktop is asked for a picture over a real message bus, with a stand-in for the desktop's own tool."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKED = [sys.executable, "-m", "tests.gui.portal_asked"]
PORTAL = [sys.executable, "-m", "tests.gui.portal_stand_in"]
_SCRIPT = """
"$@" > "$READY" &
portal=$!
read -r ready < "$READY"
{asked}
kill $portal
"""

needs_bus = pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no message bus")


def asked_with(response: str, file: Path, folder: Path) -> str:
    """Run a bus of its own, the stand-in on it, and ask."""
    ready = folder / "ready"
    os.mkfifo(ready)
    script = _SCRIPT.format(asked=" ".join(ASKED))
    line = ["dbus-run-session", "--", "bash", "-c", script, "-", *PORTAL]
    done = subprocess.run(
        [*line, response, str(file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={**os.environ, "READY": str(ready)},
    )
    return done.stdout.strip()


@needs_bus
def test_the_file_that_the_desktop_saved_is_named(tmp_path: Path) -> None:
    file = tmp_path / "Screenshot from the desk.png"
    assert asked_with("0", file, tmp_path) == f"taken {file}"


@needs_bus
def test_a_person_who_leaves_the_tool_is_heard(tmp_path: Path) -> None:
    assert asked_with("1", tmp_path / "x.png", tmp_path) == "cancelled"


@needs_bus
def test_a_desktop_that_fails_is_taken_for_none(tmp_path: Path) -> None:
    assert asked_with("2", tmp_path / "x.png", tmp_path) == "missing"


@needs_bus
def test_a_bus_without_a_desktop_has_no_tool() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", *ASKED],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
    )
    assert done.stdout.strip() == "missing"


def test_without_a_bus_there_is_no_tool() -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    env |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "XDG_RUNTIME_DIR": "/nowhere"}
    done = subprocess.run(ASKED, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT, env=env)
    assert done.stdout.strip() == "missing"
