# SPDX-License-Identifier: Apache-2.0
"""A single file that someone took out of an export, as a container of one file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from inspector.archives.container import Entry, Tick, Walk
from inspector.archives.folder_container import modified
from inspector.archives.names import shown
from inspector.archives.tape import Tape, hashed_blocks
from inspector.archives.whole_file import WholeFile
from inspector.domain.text import Note


class FileContainer(WholeFile):
    """A file that is its own only member."""

    def __init__(self, path: Path) -> None:
        """Open `path`. Raises OSError for no access."""
        super().__init__(path)
        self._format = "json" if path.suffix.lower() == ".json" else "csv"
        status = self._medium.stat
        self._entries = (Entry(shown(path.name), status.st_size, 0, modified(status)),)

    @property
    def format(self) -> str:
        """Name the kind of container."""
        return self._format

    @property
    def losses(self) -> tuple[Note, ...]:
        """Return nothing: what is read is the whole file."""
        return ()

    @property
    def remarks(self) -> tuple[Note, ...]:
        """Return nothing."""
        return ()

    def entries(self) -> tuple[Entry, ...]:
        """Return the file."""
        return self._entries

    def names(self) -> list[str]:
        """Return the names of the entries."""
        return [entry.name for entry in self._entries]

    def head(self, entry: Entry, length: int) -> bytes:
        """Return the beginning of the file."""
        del entry
        return self._medium.at(0, length)

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of the file."""
        del entry
        return hashed_blocks(self._medium, hashlib.sha256(), lambda _: None)

    def walk(self, tick: Tick) -> Walk:
        """Yield the file with its bytes."""
        digest = hashlib.sha256()
        tape = Tape(hashed_blocks(self._medium, digest, tick))
        try:
            yield self._entries[0], tape.take(self.size)
            tape.drain()
            self._sha256 = digest.hexdigest()
        finally:
            tape.close()
