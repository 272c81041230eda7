# SPDX-License-Identifier: Apache-2.0
"""The checks that decide whether a change may stay: style, format, types, layers, tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from devtools.environment import ROOT
from devtools.terminal import run, say


class Check(NamedTuple):
    """What is looked at, and the arguments for the environment's Python that look at it."""

    name: str
    arguments: tuple[str, ...]


# Started as modules: the scripts in .venv/bin name the folder they were made in, which may have moved.
_LAYERS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = (
    Check("style", ("-m", "ruff", "check", ".")),
    Check("format", ("-m", "ruff", "format", "--check", ".")),
    Check("types", ("-m", "mypy")),
    Check("layers", ("-c", _LAYERS, "--no-logo")),
    Check("tests", ("-m", "pytest", "-n", "2", "--dist", "worksteal")),
)


def run_all(python: Path, arguments: list[str], before: Sequence[str] = ()) -> int:
    """Run every check to its end and say which failed; with arguments only pytest. Returns an exit code.

    `before` is put before each command, such as what cuts its network.
    """
    if arguments:
        return run([*before, str(python), "-m", "pytest", *arguments], at=ROOT)
    failed = [check.name for check in CHECKS if not _holds(python, check, before)]
    if failed:
        say(f"\nNot in order: {', '.join(failed)}.")
        return 1
    say(f"\nAll in order: {', '.join(check.name for check in CHECKS)}.")
    return 0


def _holds(python: Path, check: Check, before: Sequence[str]) -> bool:
    say(f"\n[{check.name}]")
    return run([*before, str(python), *check.arguments], at=ROOT) == 0
