# SPDX-License-Identifier: Apache-2.0
"""The manual page says all that can be typed, and man shows it without a complaint."""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from devtools.man_page import page

from inspector.cli.parser import parser
from inspector.system.messages import Messages


def parsers(of: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield of
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for child in action.choices.values():
                yield from parsers(child)


@pytest.mark.parametrize("one", list(parsers(parser(Messages()))), ids=lambda one: one.prog)
def test_every_verb_and_option_stands_in_it(one: argparse.ArgumentParser) -> None:
    text = page("2026-11-21").replace(r"\-", "-")
    assert one.prog in text
    for action in one._actions:
        for name in action.option_strings:
            assert f"\\fB{name}\\fR" in text
        if (
            not action.option_strings
            and action.metavar
            and not isinstance(action, argparse._SubParsersAction)
        ):
            assert str(action.metavar) in text


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_shows_it_without_a_complaint(tmp_path: Path) -> None:
    file = tmp_path / "inspector.1"
    file.write_text(page("2026-11-21"), encoding="utf-8")
    done = subprocess.run(
        ["man", "--warnings", "--encoding=UTF-8", "--local-file", str(file)],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "--residence SPEC" in done.stdout
