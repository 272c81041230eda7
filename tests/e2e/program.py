# SPDX-License-Identifier: Apache-2.0
"""Runs the program: as a process of its own, the way a person does, or for its answer alone."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from inspector.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
EPOCH = "1795262400"  # 2026-11-21T12:00:00Z

Json = dict[str, Any]
Done = subprocess.CompletedProcess[str]


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Done:
    """Run `inspector` with `arguments`; time stands still unless `environment` says otherwise."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "inspector", *map(str, arguments)],
        cwd=cwd or ROOT,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def answer(*arguments: str | Path, code: int = 0) -> Json:
    """Return the findings/1 object that `inspector inspect … --json -` prints.

    It runs in this process, only its workers in their own: what a process adds is for the tests that use
    `run`, and to start one for each of some two hundred answers costs minutes.
    """
    said, complaints = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(complaints):
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.chdir(ROOT)
        done = main(["inspect", *map(str, arguments), "--json", "-"])
    assert done == code, complaints.getvalue()
    result: Json = json.loads(said.getvalue())
    return result
