# SPDX-License-Identifier: Apache-2.0
"""Killed at any moment: the case opens, its log holds, at most the running step is lost, nothing is readable.

INSPECTOR_KILLS=200 kills that often; a run of the suite does so 12 times.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector.app import case_doors
from inspector.app.case_check import check
from inspector.app.case_keeping import Keeper
from inspector.app.case_session import session_of
from inspector.app.inspect import fill
from inspector.app.request import Request
from inspector.app.session import never
from inspector.app.specs import residence
from inspector.cases.vault.keys import Cost
from inspector.cases.vault.place import CasePlace
from inspector.catalog.index import Catalog
from tests.e2e.program import ROOT
from tests.makers.linkedin import ERA_2026, of_era
from tests.makers.pictures import picture

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
KILLS = int(os.environ.get("INSPECTOR_KILLS", "12"))
DEEDS = ("import", "save", "migrate", "export")
LONGEST = {"import": 1.6, "save": 0.05, "migrate": 0.15, "export": 1.6}
"""Seconds within which the blow falls: about twice what one round takes on an idle machine."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A case with one source in it, and what its input would look like if it could be read."""

    case: Path
    key: bytes
    folder: Path
    readable: tuple[bytes, ...]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    whole = tmp_path_factory.mktemp("killed")
    folder = whole / "input"
    for name in ("input/out", "temp"):
        (whole / name).mkdir(parents=True)
    archive = folder / "export.zip"
    archive.write_bytes(of_era(ERA_2026).zip())
    (folder / "first.png").write_bytes(picture(7))
    opened = case_doors.make("Mine", "stormy harbour", whole / "cases", None, CHEAP).opened
    catalog = Catalog.load()
    with opened.case as case:
        fill(session_of(opened, catalog), Request((archive,), residence=residence("DE", catalog)))
        account = case.readings[0].source.account or ""
    readable = (
        b"fictional tail",
        b"M\xc3\xbcller-Demo",
        b"Registration.csv",
        b"export.zip",
        b"PK\x03\x04",
        account.encode(),
        archive.read_bytes()[200:260],
    )
    return Scene(opened.place.folder, opened.key, folder, readable)


def kill(deed: str, scene: Scene, after: float) -> int:
    """Work in the case, kill it after some seconds, and return how many acts it had said it stored."""
    temp = scene.folder.parent / "temp"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.killed", deed, scene.case, scene.key.hex(), scene.folder],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temp), "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        said = [int(line) for line in process.stdout if line.endswith(b"\n")]
    return max(said, default=0)


def test_whatever_a_killed_program_was_doing_the_case_is_whole(scene: Scene) -> None:
    dice = random.Random(KILLS)
    stored = 0
    for number in range(KILLS):
        deed = DEEDS[number % len(DEEDS)]
        said = kill(deed, scene, dice.uniform(0, LONGEST[deed]))
        assert not remnants(scene), (number, deed)
        with CasePlace(scene.case).open(scene.key) as case:
            assert len(case.acts) >= max(said, stored), (number, deed)
            stored = len(case.acts)
            case.check_log()
            files = {file.name for file in (scene.case / "originals").iterdir()}
            assert files == {one.file for one in case.originals}
            if number % 10 == 0 or number == KILLS - 1:
                found = check(Keeper(case), [one.source for one in case.readings], never)
                assert not found.altered, (number, deed)
        assert not remnants(scene), (number, deed)


def remnants(scene: Scene) -> list[str]:
    """Return the files that hold something readable of the input, beside the input and finished bundles."""
    places = (scene.case, scene.folder.parent / "temp", scene.folder / "out")
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    found = []
    for file in files:
        data = file.read_bytes() if file.name != "evidence.zip" else b""
        if any(text in data for text in scene.readable):
            found.append(str(file.relative_to(scene.folder.parent)))
    return found
