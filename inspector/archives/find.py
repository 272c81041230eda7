# SPDX-License-Identifier: Apache-2.0
"""Finds the sources in what was handed in: a folder that is an export is one source, others are searched."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from inspector.archives.candidates import candidates, exports_here
from inspector.archives.parts import one_of_each_set
from inspector.archives.reader import ReaderKind
from inspector.archives.services import READERS
from inspector.system.clock import now

_DEEPEST: Final = 16
_TAKEN_OUT: Final = (".csv", ".json")
_HEAD: Final = 8192
# How deep below its root an export has a member that tells it, and how many names are looked at for that.
_LEVELS: Final = 4
_MOST_NAMES: Final = 20_000
_ARCHIVES: Final = (".zip", ".tgz", ".tar", ".tar.gz")
# Archives, pictures, saved pages and mails, by what people's computers call them.
_ENDINGS: Final = frozenset({
    ".zip", ".tgz", ".tar", ".gz", ".7z", ".rar", ".png", ".jpg", ".jpeg", ".webp", ".heic", ".gif", ".bmp",
    ".tif", ".tiff", ".htm", ".html", ".mhtml", ".mht", ".pdf", ".eml", ".mbox",
})  # fmt: skip

_OF_FOLDERS: Final = tuple(kind for kind in READERS if not kind.single)

Also = Callable[[Path], bool]
"""Tells of a file that is neither an archive nor named like a capture whether it is a source all the same."""


def _nothing_else(_path: Path) -> bool:
    return False


def find_sources(paths: Sequence[Path], also: Also = _nothing_else) -> list[Path]:
    """Return the sources in these files and folders, each once, ordered by their paths.

    A folder in which nothing is found stands for itself, so that reading it says so. Of several numbered
    parts of one export only the first is returned, for reading it reads the others. `also` tells of further
    kinds of files that are sources.
    """
    found: dict[str, Path] = {}
    for path in paths:
        inside = list(_below(path, _DEEPEST, _Tree(), also)) if path.is_dir() else [path]
        for source in inside or [path]:
            found.setdefault(os.path.realpath(source), source)
    return sorted(
        one_of_each_set(list(found.values())),
        key=lambda source: (source.as_posix().casefold(), source.as_posix()),
    )


def left_alone(paths: Sequence[Path], found: Sequence[Path]) -> int:
    """Return how many files in these folders are no sources by their names, at most as many as are looked at.

    What lies in a folder that is a source is part of that one.
    """
    sources = {os.path.realpath(one) for one in found}
    files = (file for path in paths if path.is_dir() for file in _others(path, sources))
    return sum(1 for _ in islice(files, _MOST_NAMES))


def _others(folder: Path, sources: set[str]) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        if os.path.realpath(place) in sources:
            folders.clear()
            continue
        names = (Path(place, name) for name in files if not name.startswith("."))
        yield from (
            one
            for one in names
            if one.suffix.lower() not in _ENDINGS and os.path.realpath(one) not in sources
        )


class _Tree:
    """Folders as they are listed, each once; links are not followed."""

    def __init__(self) -> None:
        self._listed: dict[Path, tuple[list[str], list[str]]] = {}

    def files(self, folder: Path) -> list[str]:
        """Return the names of the files in a folder, sorted. Raises OSError."""
        return self._of(folder)[0]

    def folders(self, folder: Path) -> list[str]:
        """Return the names of the folders in a folder, sorted. Raises OSError."""
        return self._of(folder)[1]

    def below(self, folder: Path, depth: int) -> Iterator[str]:
        """Yield the names of the files in a folder and some levels below, as an export would name them.

        Those in the folder come first, then those one level below, and so on.
        """
        level = [""]
        for _ in range(depth + 1):
            deeper: list[str] = []
            for prefix in level:
                try:
                    files, folders = self._of(folder / prefix)
                except OSError:
                    continue
                yield from (prefix + name for name in files)
                deeper += (f"{prefix}{name}/" for name in folders)
            level = deeper

    def _of(self, folder: Path) -> tuple[list[str], list[str]]:
        if folder not in self._listed:
            with os.scandir(folder) as listing:
                inside = sorted(listing, key=lambda item: item.name)
            self._listed[folder] = (
                [item.name for item in inside if item.is_file(follow_symlinks=False)],
                [item.name for item in inside if item.is_dir(follow_symlinks=False)],
            )
        return self._listed[folder]


def _below(folder: Path, depth: int, tree: _Tree, also: Also) -> Iterator[Path]:
    """Yield the sources in a folder, by name; the folder itself where it is an export.

    A folder of downloads may be both: where archives lie beside the files of an export, or where its files
    come one by one, what else lies in the folder is a source too. One file alone that was taken out of an
    export makes no folder an export: nothing else in it was looked for by the service.
    """
    try:
        files, folders = tree.files(folder), tree.folders(folder)
    except OSError:
        yield folder
        return
    telling = candidates(islice(tree.below(folder, _LEVELS), _MOST_NAMES))
    kinds = exports_here(_OF_FOLDERS, telling, lambda name: _head(folder / name))
    if kinds and not _is_loose(kinds, telling, folder):
        yield folder
        if kinds[0].loose or any(name.lower().endswith(_ARCHIVES) for name in files):
            yield from (folder / name for name in files if Path(name).suffix.lower() in _ENDINGS)
        return
    for name in sorted((*files, *folders)):
        if name in folders:
            yield from _below(folder / name, depth - 1, tree, also) if depth else ()
        elif _is_source(folder / name) or also(folder / name):
            yield folder / name


def _is_loose(kinds: Sequence[ReaderKind], telling: Sequence[str], folder: Path) -> bool:
    """Tell whether all that a folder has of an export is one file, which can be read by itself."""
    readers = [kind.make(now(), False) for kind in kinds]  # noqa: FBT003 - the protocol takes it by place
    wanted = [name for name in telling if any(reader.wants(name) for reader in readers)]
    return len(wanted) == 1 and "/" not in wanted[0] and _is_source(folder / wanted[0])


def _is_source(path: Path) -> bool:
    if path.name.startswith("._"):
        return False
    if path.suffix.lower() in _ENDINGS:
        return True
    if path.suffix.lower() not in _TAKEN_OUT:
        return False
    return any(kind.claims_alone(path.name, _head(path)) is not None for kind in READERS)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""
