# SPDX-License-Identifier: Apache-2.0
"""Finds the sources in what was handed in: a folder that is an export is one source, others are searched."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from inspector.archives.parts import one_of_each_set
from inspector.archives.services import READERS

_DEEPEST: Final = 16
_TABLE: Final = ".csv"
_HEAD: Final = 8192
# Archives, pictures, saved pages and mails, by what people's computers call them.
_ENDINGS: Final = frozenset({
    ".zip", ".tgz", ".tar", ".gz", ".7z", ".rar", ".png", ".jpg", ".jpeg", ".webp", ".heic", ".gif", ".bmp",
    ".tif", ".tiff", ".htm", ".html", ".mhtml", ".mht", ".pdf", ".eml", ".mbox",
})  # fmt: skip


def find_sources(paths: Sequence[Path]) -> list[Path]:
    """Return the sources in these files and folders, each once, ordered by their paths.

    A folder in which nothing is found stands for itself, so that reading it says so. Of several numbered
    parts of one export only the first is returned, for reading it reads the others.
    """
    found: dict[str, Path] = {}
    for path in paths:
        inside = list(_below(path, _DEEPEST)) if path.is_dir() else [path]
        for source in inside or [path]:
            found.setdefault(os.path.realpath(source), source)
    return sorted(
        one_of_each_set(list(found.values())),
        key=lambda source: (source.as_posix().casefold(), source.as_posix()),
    )


def _below(folder: Path, depth: int) -> Iterator[Path]:
    """Yield the sources in a folder, or the folder itself where it is an export; links are not followed."""
    try:
        with os.scandir(folder) as listing:
            inside = sorted(listing, key=lambda item: item.name)
    except OSError:
        yield folder
        return
    files = [item.name for item in inside if item.is_file(follow_symlinks=False)]
    if any(kind.claims(files, lambda name: _head(folder / name)) for kind in READERS):
        yield folder
        return
    for item in inside:
        if item.is_dir(follow_symlinks=False):
            yield from _below(Path(item.path), depth - 1) if depth else ()
        elif item.is_file(follow_symlinks=False) and _is_source(Path(item.path)):
            yield Path(item.path)


def _is_source(path: Path) -> bool:
    if path.name.startswith("._"):
        return False
    if path.suffix.lower() in _ENDINGS:
        return True
    if path.suffix.lower() != _TABLE:
        return False
    return any(kind.claims_alone(path.name, _head(path)) is not None for kind in READERS)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""
