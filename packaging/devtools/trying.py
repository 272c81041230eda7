# SPDX-License-Identifier: Apache-2.0
"""Tries the frozen folder: its self-test with the network cut, its stderr, how soon its window is up."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from devtools import freezing, offline
from devtools.terminal import Stop, clean_environment, say

LONGEST = 30.0
"""Seconds that the self-test may take."""

SOONEST: Final = 0.5
"""Seconds to the first moment in which the window has nothing left to do, the middle one of five starts."""

_STARTS = 5
_PATIENCE = 300
ALLOWED: Final[tuple[tuple[str, str], ...]] = (
    (
        r"^Fontconfig error: No writable cache directories$",
        "the system has no place for the list of faces, so it is made anew at each start and works the same",
    ),
)
"""Lines that may stand on stderr, each with its reason."""

_IDLE = re.compile(r"^\s*([\d.]+) idle$", re.MULTILINE)


def attempt(folder: Path | None = None) -> None:
    """Try it and say how it went. Raises Stop at the first thing that is wrong."""
    program = (folder or freezing.frozen()) / freezing.PROGRAM
    before = offline.cut_off(Path(sys.executable))
    with tempfile.TemporaryDirectory() as home:
        began = time.monotonic()
        _say(_told([*before, str(program), "--self-test"], home))
        took = time.monotonic() - began
        say(f"Self-test: {took:.1f} s, with the network cut.")
        idle = [_first_idle(program, home) for _ in range(_STARTS)]
    middle = statistics.median(idle)
    each = ", ".join(f"{one:.2f}" for one in sorted(idle))
    say(f"First idle of the window: {middle:.2f} s, the middle one of {each}.")
    if took > LONGEST or middle > SOONEST:
        raise Stop(f"Too slow: at most {LONGEST:.0f} s and {SOONEST} s are allowed. Is the machine busy?")


def surprising(lines: Sequence[str]) -> list[str]:
    """Return the lines of stderr that no entry of the list allows."""
    return [line for line in lines if line and not any(re.search(pattern, line) for pattern, _ in ALLOWED)]


def _told(command: list[str], home: str) -> str:
    own = {"HOME": home, "QT_QPA_PLATFORM": "offscreen", "INSPECTOR_DATA": str(Path(home, "data"))}
    done = subprocess.run(
        command,
        env={**clean_environment(), **own},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_PATIENCE,
        check=False,
    )
    unexpected = surprising(done.stderr.splitlines())
    if done.returncode or unexpected:
        raise Stop(f"It ended with {done.returncode} and said\n\n{done.stdout}\n" + "\n".join(unexpected))
    return done.stdout


def _first_idle(program: Path, home: str) -> float:
    found = _IDLE.search(_told([str(program), "--startup-trace"], home))
    if found is None:
        raise Stop("The window says nothing of when it was idle.")
    return float(found[1])


def _say(text: str) -> None:
    for line in text.splitlines():
        say(f"  {line}")
