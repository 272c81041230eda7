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
from typing import BinaryIO, Final

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


Content = Path | Callable[[], BinaryIO]
"""A file, or what opens a stream of its bytes."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was when it was handed in: `file` names its copy in the case, `path` where it stays."""

    sha256: str
    sha512: str
    size: int
    file: str | None = None
    path: str | None = None


class Originals:
    """The folder of encrypted originals of one case."""

    def __init__(self, case: Path, key: bytes) -> None:
        self._folder = case / FOLDER
        self._key = key

    def copy(self, content: Content, tick: Tick) -> Original:
        """Copy a file. `tick` hears of each block and may raise to stop; nothing is left behind then.

        Raises OSError.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        hashes, name = _Hashes(), secrets.token_hex(16)
        size = encrypt(self._folder / name, hashes.passing(content, tick), self._key)
        settle(self._folder)
        return Original(hashes.small.hexdigest(), hashes.large.hexdigest(), size, file=name)

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

    def need(self, size: int) -> None:
        """Raise NoRoomError where the disk has too little room for so many bytes more."""
        missing = size + size // CHUNK * 16 + _ROOM_BESIDE - shutil.disk_usage(self._folder.parent).free
        if missing > 0:
            raise NoRoomError(missing)


def measured(content: Content, place: Path, tick: Tick) -> Original:
    """Return the hashes of what stays in its place. Raises OSError, or what `tick` raises."""
    hashes = _Hashes()
    size = sum(len(block) for block in hashes.passing(content, tick))
    return Original(hashes.small.hexdigest(), hashes.large.hexdigest(), size, path=str(place.absolute()))


class _Hashes:
    """Both hashes of a content, taken in the one pass in which it is read."""

    def __init__(self) -> None:
        self.small = hashlib.sha256()
        self.large = hashlib.sha512()

    def passing(self, content: Content, tick: Tick) -> Iterator[bytes]:
        """Yield the blocks of a content. Raises OSError, or what `tick` raises."""
        with content.open("rb") if isinstance(content, Path) else content() as file:
            while block := file.read(CHUNK):
                self.small.update(block)
                self.large.update(block)
                tick(len(block))
                yield block
