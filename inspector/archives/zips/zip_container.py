# SPDX-License-Identifier: Apache-2.0
"""A zip file as a container, or the only zip inside a zip file that a mail program or a browser wrapped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from inspector.archives.container import Entry, MemberError, SourceError, Tick, Walk, head_of
from inspector.archives.limits import LIMITS, Limits
from inspector.archives.medium import Medium, MemoryMedium, Pulse, Stretch, still
from inspector.archives.names import is_junk
from inspector.archives.secret import Secret
from inspector.archives.tape import Tape, hashed_blocks
from inspector.archives.watch import ReadCancelledError
from inspector.archives.whole_file import WholeFile
from inspector.archives.zips.archive import Archive, Entries
from inspector.archives.zips.header import STORED
from inspector.domain.text import Note, note

_NESTED_MOST: Final = 256 << 20
_FEW: Final = 1000


class ZipContainer(WholeFile):
    """A zip. The file is opened once; all reading goes through that one descriptor."""

    def __init__(
        self, path: Path, secret: Secret | None = None, limits: Limits = LIMITS, pulse: Pulse = still
    ) -> None:
        """Open `path`. Raises SourceError for what is no zip or lies about itself, OSError for no access."""
        self._name = path.name
        self._secret = secret
        self._limits = limits
        super().__init__(path, pulse)
        self.format = "zip"
        try:
            self._archive = self._outer = Archive(self._medium, path.name, secret, limits)
            self._unwrap()
        except (SourceError, OSError, ReadCancelledError):
            self.close()
            raise

    @property
    def losses(self) -> tuple[Note, ...]:
        """Return that the zip is cut off, where it is."""
        return self._archive.losses

    @property
    def remarks(self) -> tuple[Note, ...]:
        """Return which bytes belong to nothing in the zip."""
        return self._archive.remarks

    def entries(self) -> Entries:
        """Return all files inside, in the order of their bytes."""
        return self._archive.entries

    def names(self) -> list[str]:
        """Return the names of the entries."""
        return self._archive.entries.names()

    def head(self, entry: Entry, length: int) -> bytes:
        """Return the beginning of one file."""
        return head_of(self._archive.blocks(entry), length)

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the unpacked bytes of one file; raises MemberError where they end early or fail the CRC."""
        return self._archive.blocks(entry)

    def walk(self, tick: Tick) -> Walk:
        """Yield every entry with its bytes, while the file is hashed in the same pass."""
        digest = hashlib.sha256()
        tape = Tape(hashed_blocks(self._medium, digest, tick))
        try:
            if self._archive is self._outer:
                yield from self._archive.walk(tape)
            else:
                yield from self._archive.walk(Tape(_blocks(self._archive.medium)))
                tape.drain()
            self._sha256 = digest.hexdigest()
        finally:
            tape.close()

    def _unwrap(self) -> None:
        """Open the only zip inside, one level deep, where it lies unpacked or is small enough for memory."""
        entries = self._archive.entries
        if not 0 < len(entries) < _FEW:
            return
        inside = [entry for entry in entries if not is_junk(entry.name)]
        if len(inside) != 1 or not inside[0].name.lower().endswith(".zip") or inside[0].status != "listed":
            return
        self._archive = Archive(self._inner(inside[0]), self._name, self._secret, self._limits)
        self.format = "zip in zip"

    def _inner(self, entry: Entry) -> Medium:
        record, start = self._outer.place(entry)
        if record.method == STORED and not record.encrypted and record.packed == record.size:
            return Stretch(self._medium, start, record.size)
        if entry.size > _NESTED_MOST:
            raise SourceError("unsupported", note("source.nested_zip", name=self._name))
        try:
            return MemoryMedium(b"".join(self._outer.blocks(entry)))
        except MemberError as error:
            if error.status == "encrypted":
                raise SourceError("encrypted", note("source.wrong_password", name=self._name)) from error
            raise SourceError("damaged", note("source.damaged_zip", name=self._name)) from error


def _blocks(medium: Medium) -> Iterator[bytes]:
    """Yield all bytes of an archive inside another; they are hashed as part of the outer one."""
    offset = 0
    while block := medium.at(offset, 1 << 20):
        offset += len(block)
        yield block
