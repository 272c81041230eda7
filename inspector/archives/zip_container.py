# SPDX-License-Identifier: Apache-2.0
"""A zip as a container. The standard library unpacks; what it may unpack is decided in zip_directory."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from inspector.archives import zip_directory
from inspector.archives.container import (
    BLOCK,
    Entry,
    MemberError,
    SourceError,
    Tick,
    file_blocks,
    file_changed,
    fingerprint,
)
from inspector.archives.names import is_junk
from inspector.domain.text import note

# What the standard library raises on zips that are not what they claim.
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, RuntimeError
)  # fmt: skip
_NESTED_MOST: Final = 256 << 20


class ZipContainer:
    """A zip file, or the only zip inside a zip file that a mail program or a browser wrapped."""

    def __init__(self, path: Path) -> None:
        """Open `path`. Raises SourceError for what is no zip or lies about itself, OSError for no access."""
        self._path = path
        self._file: BinaryIO = path.open("rb")
        self._before = fingerprint(os.fstat(self._file.fileno()))
        self.format = "zip"
        try:
            self._open(self._file)
            self._unwrap()
        except (SourceError, OSError):
            self.close()
            raise

    @property
    def size(self) -> int:
        """Return the bytes of the zip file."""
        return self._before[0]

    @property
    def hashes_all(self) -> bool:
        """Tell that members need not be read for the hash of the file."""
        return False

    def entries(self) -> tuple[Entry, ...]:
        """Return all files inside, in the order of their bytes."""
        return self._entries

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the unpacked bytes of one file; raises MemberError where they end early or fail the CRC."""
        try:
            with self._zip.open(self._infos[entry.ordinal]) as stream:
                while block := stream.read(BLOCK):
                    yield block
        except _BROKEN as error:
            raise MemberError("damaged", "member.damaged") from error

    def sha256(self, hashes: Mapping[int, str], tick: Tick) -> str:
        """Return the hash of the zip file itself; those of its members do not enter."""
        del hashes
        digest = hashlib.sha256()
        self._file.seek(0)
        for block in file_blocks(self._file, self.size):
            digest.update(block)
            tick(len(block))
        return digest.hexdigest()

    def changed(self) -> bool:
        """Tell whether the zip file was written to or replaced meanwhile."""
        return file_changed(self._path, self._file, self._before)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _open(self, file: BinaryIO) -> None:
        name, size = self._path.name, file.seek(0, 2)
        zip_directory.check_size(file, name)
        try:
            self._zip = zipfile.ZipFile(file)
        except (*_BROKEN, NotImplementedError) as error:
            raise SourceError("damaged", note("source.damaged_zip", name=name)) from error
        infos = self._zip.infolist()
        zip_directory.check_layout(infos, self._zip.start_dir, name)
        self._infos = sorted(infos, key=lambda info: info.header_offset)
        self._entries = zip_directory.entries(infos, size)

    def _unwrap(self) -> None:
        """Open the only zip inside, one level deep, where it is small enough to be held in memory."""
        inside = [entry for entry in self._entries if not is_junk(entry.name)]
        if len(inside) != 1 or not inside[0].name.lower().endswith(".zip") or inside[0].status != "listed":
            return
        if inside[0].size > _NESTED_MOST:
            raise SourceError("unsupported", note("source.nested_zip", name=self._path.name))
        try:
            wrapped = b"".join(self.blocks(inside[0]))
        except MemberError as error:
            raise SourceError("damaged", note("source.damaged_zip", name=self._path.name)) from error
        self.format = "zip in zip"
        self._open(io.BytesIO(wrapped))
