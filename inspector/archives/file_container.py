# SPDX-License-Identifier: Apache-2.0
"""A single table that someone took out of an export, as a container of one file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from inspector.archives.container import Entry, MemberError, Tick, file_blocks, file_changed, fingerprint
from inspector.archives.folder_container import modified
from inspector.archives.names import shown


class FileContainer:
    """A file that is its own only member."""

    def __init__(self, path: Path) -> None:
        """Open `path`. Raises OSError for no access."""
        self._path = path
        self._file: BinaryIO = path.open("rb")
        status = os.fstat(self._file.fileno())
        self._before = fingerprint(status)
        self._entries = (Entry(shown(path.name), status.st_size, 0, modified(status)),)

    @property
    def format(self) -> str:
        """Name the kind of container."""
        return "csv"

    @property
    def size(self) -> int:
        """Return the bytes of the file."""
        return self._before[0]

    @property
    def hashes_all(self) -> bool:
        """Tell that the hash of the file is that of its only member."""
        return True

    def entries(self) -> tuple[Entry, ...]:
        """Return the file."""
        return self._entries

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of the file."""
        del entry
        try:
            self._file.seek(0)
            yield from file_blocks(self._file, self.size)
        except OSError as error:
            raise MemberError("damaged", "member.damaged") from error

    def sha256(self, hashes: Mapping[int, str], tick: Tick) -> str:
        """Return the hash of the file, which is that of its only member."""
        if 0 in hashes:
            return hashes[0]
        digest = hashlib.sha256()
        self._file.seek(0)
        for block in file_blocks(self._file, self.size):
            digest.update(block)
            tick(len(block))
        return digest.hexdigest()

    def changed(self) -> bool:
        """Tell whether the file was written to or replaced meanwhile."""
        return file_changed(self._path, self._file, self._before)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
