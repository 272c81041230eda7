# SPDX-License-Identifier: Apache-2.0
"""Talking to the person at the terminal, and starting other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn


class Stop(Exception):  # noqa: N818 - not an error of ours: a sentence for the person, who can go on from there
    """Nothing more can be done; the text says what happened and what to do."""


def say(text: str) -> None:
    """Print a line at once, so that it stands before what a started program prints."""
    print(text, flush=True)


def run(command: list[str], at: Path) -> int:
    """Run a program to its end in the folder `at`; its output goes to the terminal. Returns its exit code."""
    return subprocess.run(command, cwd=at, env=clean_environment(), check=False).returncode


def quietly(command: list[str], **variables: str) -> tuple[int, str]:
    """Run a program to its end, with variables set, and return its exit code and all it printed."""
    try:
        done = subprocess.run(
            command,
            env={**clean_environment(), **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        return 127, str(error)
    return done.returncode, done.stdout


def hand_over(command: list[str]) -> NoReturn:
    """Go on as another program, in the same folder: its signals and its exit code are then this one's."""
    sys.stdout.flush()
    if sys.platform == "win32":
        sys.exit(subprocess.run(command, env=clean_environment(), check=False).returncode)
    os.execve(command[0], command, clean_environment())  # noqa: S606 - our own Python, named by its path


def clean_environment() -> dict[str, str]:
    """The environment for started programs: no Python set-up of the caller's, and pip kept from chatting."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    kept["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    kept["PIP_NO_INPUT"] = "1"
    kept["PIP_ROOT_USER_ACTION"] = "ignore"
    return kept
