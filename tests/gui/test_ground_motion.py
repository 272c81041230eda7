# SPDX-License-Identifier: Apache-2.0
"""What the desktop says of motion, heard over a real message bus with a stand-in for the desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui.theme import motion
from inspector.gui.widgets.lane import ProgressLane

ROOT = Path(__file__).resolve().parents[2]
ASKED = [sys.executable, "-m", "tests.gui.motion_asked"]
DESKTOP = [sys.executable, "-m", "tests.gui.motion_stand_in"]
_SCRIPT = """
"$@" > "$READY" &
desktop=$!
read -r ready < "$READY"
{asked}
kill $desktop
"""

needs_bus = pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no message bus")


def run(line: list[str], **more: str) -> str:
    env = {**os.environ, **more}
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT, env=env)
    return done.stdout.strip()


@needs_bus
@pytest.mark.parametrize(("says", "heard"), [("false", "still"), ("true", "moves")])
def test_what_the_desktop_says_is_heard(says: str, heard: str, tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    os.mkfifo(ready)
    script = _SCRIPT.format(asked=" ".join(ASKED))
    line = ["dbus-run-session", "--", "bash", "-c", script, "-", *DESKTOP, says]
    assert run(line, READY=str(ready)) == heard


@needs_bus
def test_a_desktop_that_says_nothing_leaves_it_as_it_is() -> None:
    assert run(["dbus-run-session", "--", *ASKED]) == "moves"


def test_a_lane_stands_still_as_soon_as_the_desktop_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = motion.Motion()
    monkeypatch.setattr("inspector.gui.widgets.lane.motion", lambda: told)
    lane = ProgressLane()
    qtbot.addWidget(lane)
    lane.busy()
    lane.show()
    before = lane.is_moving
    told.is_wanted = False
    told.changed.emit()
    assert (before, lane.is_moving) == (True, False)
