# SPDX-License-Identifier: Apache-2.0
"""The window is killed while it reads: started again, it says what was being read and goes on with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from inspector.app import case_doors
from inspector.app.case_doors import by_passphrase
from inspector.app.case_session import session_of
from inspector.app.unfinished import Unfinished
from inspector.cases.vault.keys import Cost
from inspector.cases.vault.place import CasePlace
from inspector.catalog.index import Catalog
from tests.e2e.program import ROOT
from tests.makers.linkedin import ERA_2026, of_era

_CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
_PASSPHRASE = "stormy harbour lights"
_KEPT = "What was read before is kept."
_GONE = "1 of them is no longer where it was: add it again on Collect."


def window(*arguments: str | Path, data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.killed_window", *map(str, arguments)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "INSPECTOR_DATA": str(data),
        },
    )


def test_what_was_being_read_is_told_and_read_after_the_window_was_killed(tmp_path: Path) -> None:
    archive, gone = tmp_path / "export.zip", tmp_path / "gone.zip"
    archive.write_bytes(of_era(ERA_2026).zip())
    gone.write_bytes(archive.read_bytes() + b"another")
    made = case_doors.make("Mine", _PASSPHRASE, tmp_path / "cases", None, _CHEAP).opened
    made.close()
    case = made.place.folder
    with window("read", case, _PASSPHRASE, archive, gone, data=tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "reading\n"
        first.send_signal(signal.SIGKILL)
    gone.unlink()
    readable = [one for one in case.rglob("*") if one.is_file() and b"export.zip" in one.read_bytes()]
    assert not readable
    with window("go_on", case, _PASSPHRASE, data=tmp_path) as second:
        assert second.stdout is not None
        said = second.stdout.read().splitlines()
    assert second.returncode == 0
    assert said == [f"Still to be read: export.zip, gone.zip. {_KEPT} {_GONE}", "read 0"]
    with by_passphrase(CasePlace(case), _PASSPHRASE).case as kept:
        assert [one.source.name for one in kept.readings] == ["export.zip"]
    opened = by_passphrase(CasePlace(case), _PASSPHRASE)
    unfinished = Unfinished()
    unfinished.follow(session_of(opened, Catalog.load()))
    assert unfinished.left == ()
    opened.close()
