# SPDX-License-Identifier: Apache-2.0
"""Originals kept in a case: encrypted copies under random names, made in one pass that hashes them."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.cases.vault.encrypted_file import CHUNK, decrypted, encrypt
from inspector.cases.vault.header import settle

FOLDER: Final = "originals"
# What the copy of a file takes more than the file, and what the rows about it need at most.
_ROOM_BESIDE: Final = 32 << 20

Tick = Callable[[int], None]


class NoRoomError(OSError):
    """The disk has too little room for a copy. `missing` are the bytes that it lacks."""

    def __init__(self, missing: int) -> None:
        super().__init__()
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Copied:
    """A file as it lay there when it was copied, and the name of its copy."""

    sha256: str
    sha512: str
    size: int
    file: str


class Originals:
    """The folder of encrypted originals of one case."""

    def __init__(self, case: Path, key: bytes) -> None:
        self._folder = case / FOLDER
        self._key = key

    def copy(self, path: Path, tick: Tick) -> Copied:
        """Copy a file. `tick` hears of each block and may raise to stop; nothing is left behind then.

        Raises NoRoomError before anything is written, OSError.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._need(path.stat().st_size)
        small, large, name = hashlib.sha256(), hashlib.sha512(), secrets.token_hex(16)

        def blocks() -> Iterator[bytes]:
            with path.open("rb") as file:
                while block := file.read(CHUNK):
                    small.update(block)
                    large.update(block)
                    tick(len(block))
                    yield block

        size = encrypt(self._folder / name, blocks(), self._key)
        settle(self._folder)
        return Copied(small.hexdigest(), large.hexdigest(), size, name)

    def content(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of an original. Raises AlteredError, OSError."""
        return decrypted(self._folder / name, self._key)

    def remove(self, name: str) -> None:
        """Remove a copy that nothing refers to."""
        (self._folder / name).unlink(missing_ok=True)

    def sweep(self, known: frozenset[str]) -> None:
        """Remove what an interrupted step has left: files that are not known."""
        if not self._folder.is_dir():
            return
        for file in os.scandir(self._folder):
            if file.name not in known and file.is_file(follow_symlinks=False):
                self.remove(file.name)

    def _need(self, size: int) -> None:
        missing = size + size // CHUNK * 16 + _ROOM_BESIDE - shutil.disk_usage(self._folder).free
        if missing > 0:
            raise NoRoomError(missing)
