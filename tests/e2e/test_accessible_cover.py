# SPDX-License-Identifier: Apache-2.0
"""Covered content is not told to a screen reader of the desktop either, and is again when it is uncovered."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("AT-SPI is the accessibility bus of Linux desktops", allow_module_level=True)

from inspector.system.messages import Messages
from tests.e2e.accessible import Thing, awaited
from tests.e2e.desktop import Window, missing, program

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not on this computer: {', '.join(missing())}")

say = Messages().text
_OWN = ("LinkedIn", "2025", "United States", "Generative")


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    with program(tmp_path / "data") as window:
        yield window


def told(root: Thing) -> str:
    """All names and descriptions of what is to be seen."""
    return " ".join(f"{one.name} {one.description}" for one in root.shown())


def test_a_screen_reader_is_told_nothing_that_is_covered(window: Window) -> None:
    window.root.find("push button", say("gui.start.example")).do()
    awaited(lambda: all(word in told(window.root) for word in _OWN[:2]), lambda: "no finding is told of")
    window.root.find("push button", say("gui.cover.on")).do()
    awaited(lambda: say("gui.cover.standing") in told(window.root), lambda: "it is not said to be covered")
    covered = told(window.root)
    assert not [word for word in _OWN if word in covered]
    assert say("gui.cover.covered") in covered
    window.root.find("push button", say("gui.cover.off")).do()
    awaited(lambda: "LinkedIn" in told(window.root), lambda: "it is still covered")
