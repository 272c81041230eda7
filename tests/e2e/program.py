# SPDX-License-Identifier: Apache-2.0
"""Runs the program as a process of its own, the way a person or another program does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

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
    """Run `inspector inspect … --json -` and return the findings/1 object."""
    done = run("inspect", *arguments, "--json", "-")
    assert done.returncode == code, done.stderr
    result: Json = json.loads(done.stdout)
    return result
