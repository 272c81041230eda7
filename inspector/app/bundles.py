# SPDX-License-Identifier: Apache-2.0
"""Finds the bundles below a folder: zip files, and folders that hold a `bagit.txt`; no link is followed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.bundle import layout

_ZIP: Final = ".zip"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something that should be a bundle lies. `size`: bytes of a zip, None of a folder."""

    path: Path
    size: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """All places, sorted, and how many folders could not be looked into."""

    places: tuple[Place, ...]
    closed: int


def bundles_below(folder: Path) -> Found:
    """Look through a folder and all folders in it. Raises OSError where it cannot be listed itself."""
    places: list[Place] = []
    closed = 0
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            places += _places(here, waiting)
        except OSError:
            if here == folder:
                raise
            closed += 1
    return Found(tuple(sorted(places, key=lambda one: one.path.parts)), closed)


def _places(here: Path, waiting: list[Path]) -> list[Place]:
    """Return what lies right in a folder; the folders to look through go to `waiting`."""
    with os.scandir(here) as listed:
        entries = [one for one in listed if not one.is_symlink()]
    if any(one.name == layout.BAGIT for one in entries):
        return [Place(here, None)]
    waiting += [here / one.name for one in entries if one.is_dir(follow_symlinks=False)]
    zips = [one for one in entries if one.is_file() and one.name.lower().endswith(_ZIP)]
    return [Place(here / one.name, one.stat(follow_symlinks=False).st_size) for one in zips]
