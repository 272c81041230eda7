# SPDX-License-Identifier: Apache-2.0
"""`--self-test`: a copy that cannot load its models says so loudly, and asks nobody for them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.app.selftest import PICTURE
from inspector.system.resources import path
from tests.e2e.program import ROOT, run

NO_MODEL = "models._PACKAGE = 'a_package_that_is_not_there'; models.model_path.cache_clear()"
REST = ["Bundles: written, sealed and checked.", "Window: opened and closed."]
OTHER_BYTES = "models._sha256 = lambda path: 'other bytes'; models.model_path.cache_clear()"

# The program, whose worker for pictures has the fault; no file of the program is touched.
_WITH_FAULT = """
import sys
sys.path.insert(0, {root!r})
from inspector.app import reading_captures
from tests.unit.worker.stand_ins import faulty_captures
reading_captures.command = lambda work: faulty_captures({fault!r}, {picture!r})
from inspector.cli.main import main
sys.exit(main(["--self-test"]))
"""


def with_fault(fault: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    code = _WITH_FAULT.format(root=str(ROOT), fault=fault, picture=path(PICTURE).name)
    return subprocess.run(
        [*before, sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_whole_program_reads_what_ships_with_it() -> None:
    done = run("--self-test")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Archives: read.",
        "Pictures: read, with the models inside the program.",
        *REST,
    ]


@pytest.mark.parametrize("fault", [NO_MODEL, OTHER_BYTES], ids=["missing", "other bytes"])
def test_without_its_model_it_says_so_loudly(fault: str) -> None:
    done = with_fault(fault)
    assert done.returncode == 1
    assert done.stdout.splitlines() == ["Archives: read.", "Pictures: not read.", *REST]
    assert "PP-OCRv6_det_small.onnx" in done.stderr
    assert "Install the program again" in done.stderr


def test_a_reader_that_breaks_down_is_told() -> None:
    done = with_fault("import ctypes; ctypes.string_at(0)")
    assert done.returncode == 1
    assert "the reader stopped at it" in done.stderr


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_where_a_model_is_missing_no_process_opens_a_connection(tmp_path: Path) -> None:
    log = tmp_path / "trace"
    traced = ("strace", "-f", "-qq", "-e", "trace=%network,execve", "-e", "signal=none", "-o", str(log))
    assert with_fault(NO_MODEL, traced).returncode == 1
    calls = log.read_text()
    assert calls.count("execve(") > 2, "the workers were traced too"
    asked = [line for line in calls.splitlines() if "socket(" in line or "AF_INET" in line]
    assert not [line for line in asked if "socket(AF_UNIX" not in line], asked
