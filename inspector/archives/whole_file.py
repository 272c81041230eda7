# SPDX-License-Identifier: Apache-2.0
"""What all containers that are one file share: the open file, its hash, and whether it changed meanwhile."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from inspector.archives.medium import FileMedium, Pulse, still
from inspector.archives.tape import hashed_blocks
from inspector.domain.sources import SourcePart


class WholeFile:
    """A file, opened once; all reading goes through that one descriptor."""

    def __init__(self, path: Path, pulse: Pulse = still) -> None:
        """Open `path`. Raises OSError for no access."""
        self._medium = FileMedium(path, pulse)
        self._sha256: str | None = None

    @property
    def size(self) -> int:
        """Return the bytes of the file."""
        return self._medium.size

    @property
    def parts(self) -> tuple[SourcePart, ...]:
        """Return nothing: this is one file."""
        return ()

    def sha256(self, hashes: Mapping[int, str]) -> str:
        """Return the hash of the file itself; those of its members do not enter."""
        del hashes
        if self._sha256 is None:
            digest = hashlib.sha256()
            for _ in hashed_blocks(self._medium, digest, lambda _: None):
                pass
            self._sha256 = digest.hexdigest()
        return self._sha256

    def changed(self) -> bool:
        """Tell whether the file was written to or replaced meanwhile."""
        return self._medium.changed()

    def close(self) -> None:
        """Let go of the file."""
        self._medium.close()
