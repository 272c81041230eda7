# SPDX-License-Identifier: Apache-2.0
"""The files of a bundle under check, in its zip or in a folder; nothing is unpacked, no link followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from inspector.bundle import layout, streams
from inspector.bundle.streams import Measure, Passed, unheard
from inspector.bundle.zipform import Entry
from inspector.domain.text import Note, note


@dataclass(frozen=True, slots=True)
class Tree:
    """Files by their path in the bag, each with what yields its bytes (raising OSError).

    `strays`: what lies there besides files that a bundle may hold. It is named, and never opened.
    """

    files: Mapping[str, Callable[[], Iterator[bytes]]]
    strays: tuple[Note, ...] = ()

    def measures(self) -> dict[str, Measure | None]:
        """Measure every file once, sorted by path; None for one that cannot be read."""
        return {path: _measure(self.files[path]) for path in sorted(self.files)}

    def pieces(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a file; of one that is missing or cannot be read, none or not all."""
        try:
            yield from self.files[path]() if path in self.files else ()
        except OSError:
            return

    def content(self, path: str, limit: int) -> bytes:
        """Return the first `limit` bytes of a file as `pieces` yields them."""
        found = b""
        for piece in self.pieces(path):
            found += piece
            if len(found) >= limit:
                break
        return found[:limit]


def from_zip(file: BinaryIO, entries: Mapping[str, Entry], passed: Passed = unheard) -> Tree:
    """The members of an open zip by their path in the bag. It stays the caller's to close."""
    return Tree(
        {path: partial(_heard, partial(_member, file, entry), passed) for path, entry in entries.items()}
    )


def from_folder(root: Path, passed: Passed = unheard) -> Tree:
    """The plain files below a folder. Raises OSError where the folder itself cannot be listed."""
    files: dict[str, Callable[[], Iterator[bytes]]] = {}
    strays: list[Note] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        for path, kind in _listed(root, prefix, strays):
            if stat.S_ISDIR(kind):
                waiting.append(f"{path}/")
            elif not stat.S_ISREG(kind):
                strays.append(note("bundle.file.not_plain", file=layout.shown(path)))
            elif not layout.is_safe(path):
                strays.append(note("bundle.file.unlisted", file=layout.shown(path)))
            else:
                files[path] = partial(_heard, partial(_file, root / path), passed)
    return Tree(files, tuple(strays))


def _listed(root: Path, prefix: str, strays: list[Note]) -> list[tuple[str, int]]:
    """Return what a folder holds, sorted, each with its file mode."""
    try:
        with os.scandir(root / prefix) as found:
            return sorted(
                (f"{prefix}{each.name}", each.stat(follow_symlinks=False).st_mode) for each in found
            )
    except OSError:
        if not prefix:
            raise
        strays.append(note("bundle.file.unreadable", file=layout.shown(prefix)))
        return []


def _measure(open_pieces: Callable[[], Iterator[bytes]]) -> Measure | None:
    try:
        return streams.measure(open_pieces())
    except OSError:
        return None


def _heard(open_pieces: Callable[[], Iterator[bytes]], passed: Passed) -> Iterator[bytes]:
    for piece in open_pieces():
        passed(len(piece))
        yield piece


def _member(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    file.seek(entry.start)
    yield from streams.pieces(file, entry.size)


def _file(path: Path) -> Iterator[bytes]:
    # What was a plain file when the folder was listed may be a link or a pipe by now.
    with open(path, "rb", opener=_plainly) as stream:
        yield from streams.pieces(stream)


def _plainly(path: str, flags: int) -> int:
    """Open a file that follows no link and waits for nobody. Raises OSError."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
