# SPDX-License-Identifier: Apache-2.0
"""Exports that lie in folders of one zip or tar: such a folder has a path that leads on inside the file.

`downloads.zip/facebook-mara` is the folder `facebook-mara` of `downloads.zip`, as long as nothing else has
that path on the disk.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from inspector.archives.names import is_unsafe, shown

MOST_INSIDE: Final = 40
"""So many exports in one file are read: the whole file is gone through for each."""


def below(path: Path, root: str) -> Path | None:
    """Return the path of a folder inside a file, named with closing slash; None where no path leads there."""
    if not root.endswith("/") or is_unsafe(root):
        return None
    inner = path / root
    return inner if inner != path and f"{inner.relative_to(path).as_posix()}/" == root else None


def within(path: Path) -> tuple[Path, str] | None:
    """Return the file that a path leads into and the folder inside, None for any other path."""
    if _exists(path):
        return None
    file = next((one for one in path.parents if _exists(one)), None)
    if file is None or not file.is_file():
        return None
    return file, f"{path.relative_to(file).as_posix()}/"


def holder(path: Path) -> Path:
    """Return the file that a path leads into, else the path itself."""
    inner = within(path)
    return path if inner is None else inner[0]


def called(path: Path) -> str:
    """Return what a source is called: its name, that of a folder inside a file with the file's before it."""
    inner = within(path)
    if inner is None:
        return shown(path.name or str(path))
    return shown(f"{inner[0].name}/{inner[1][:-1]}")


def is_there(path: Path) -> bool:
    """Tell whether there is a source at a path; of a folder inside a file, whether that file is there."""
    return _exists(holder(path))


def _exists(path: Path) -> bool:
    # A name inside an archive may be longer than any on a disk; pathlib raises for those.
    return os.path.exists(path)  # noqa: PTH110 - see above
