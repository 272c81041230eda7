# SPDX-License-Identifier: Apache-2.0
"""Whether a bundle stood still while it was checked: what changes meanwhile is neither right nor wrong.

A copy that is still being written, or a folder that something works in, would else be told as damaged, or
be checked in two states of which neither is whole.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from inspector.bundle import layout
from inspector.domain.text import Note, note

State = Mapping[str, tuple[int, int, int]]
"""Files by path below a folder, or `` for the file itself: which one it is, its size, when it was changed."""


def state_of(path: Path) -> State:
    """Return the state of a file, or of all that lies below a folder. What cannot be seen is left out."""
    return dict(_states(path, ""))


def moved(before: State, after: State) -> tuple[Note, ...]:
    """Return what came, went or changed between the two states, each thing once, sorted."""
    changed = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    if changed == [""]:
        return (note("bundle.container.moving"),)
    return tuple(note("bundle.file.moving", file=layout.shown(path)) for path in changed)


def _states(root: Path, path: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            found = (root / here).lstat()
            if stat.S_ISDIR(found.st_mode):
                with os.scandir(root / here) as listed:
                    waiting += [f"{here}/{one.name}" if here else one.name for one in listed]
                continue
        except OSError:
            continue
        yield here, (found.st_ino, found.st_size, found.st_mtime_ns)
