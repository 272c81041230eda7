# SPDX-License-Identifier: Apache-2.0
"""The picture that ships for `--self-test`: `python -m tests.makers.captures.selftest` draws it anew."""

from __future__ import annotations

from pathlib import Path

from inspector.app.selftest import PICTURE
from inspector.system.resources import path
from tests.unit.captures.drawn import GREEN, Page


def settings() -> Page:
    """Return a settings page of one row, whose switch is on."""
    page = Page(760, 240)
    page.text(32, 24, "LinkedIn", 26)
    page.text(32, 92, "Use my data for training content creation AI models", 20)
    page.ink = (95, 97, 102)
    page.text(32, 126, "A drawn page: it shows no account.", 16)
    page.slide(676, 94, 1.0, GREEN)
    return page


def write(target: Path) -> None:
    """Write the picture."""
    target.parent.mkdir(parents=True, exist_ok=True)
    settings().image.save(target, "PNG", optimize=True)


if __name__ == "__main__":
    write(path(PICTURE))
