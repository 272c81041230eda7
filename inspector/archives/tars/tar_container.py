# SPDX-License-Identifier: Apache-2.0
"""A tar file, plain or inside gzip, as a container."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from inspector.archives.container import Entry, MemberError, SourceError, Tick, Walk, head_of
from inspector.archives.limits import LIMITS, Limits
from inspector.archives.medium import Medium, Pulse, still
from inspector.archives.tape import READ, Tape, hashed_blocks
from inspector.archives.tars.gunzip import Gunzip
from inspector.archives.tars.index import HEAD, TarEntries, TarIndex, TarMember, indexed
from inspector.archives.watch import ReadCancelledError
from inspector.archives.whole_file import WholeFile
from inspector.domain.text import Note, note


class _Reel:
    """A plain tar gone through without reading what is passed over."""

    def __init__(self, medium: Medium) -> None:
        self._medium = medium
        self.position = 0

    def exactly(self, length: int) -> bytes:
        """Return the next bytes."""
        found = self._medium.at(self.position, length)
        self.position += len(found)
        return found

    def skip_to(self, offset: int) -> None:
        """Go forwards, at most to the end."""
        self.position = max(self.position, min(offset, self._medium.size))


class TarContainer(WholeFile):
    """A tar. The file is opened once; all reading goes through that one descriptor."""

    def __init__(self, path: Path, limits: Limits = LIMITS, pulse: Pulse = still) -> None:
        """Open `path`. Raises SourceError where nothing in it can be read, OSError for no access."""
        self._name = path.name
        super().__init__(path, pulse)
        self._packed = self._medium.at(0, 2) == b"\x1f\x8b"
        self._total = limits.total(self._medium.size) if self._packed else self._medium.size
        self._notes: list[Note] = []
        try:
            self._index, self._broken = self._indexed(limits)
            self._check()
        except (SourceError, OSError, ReadCancelledError):
            self.close()
            raise

    @property
    def format(self) -> str:
        """Name the kind of container."""
        return "tgz" if self._packed else "tar"

    @property
    def losses(self) -> tuple[Note, ...]:
        """Return that the tar ends early, or holds more than any export, where it does."""
        if self._index.too_much:
            return (note("source.too_much_inside", name=self._name),)
        if self._broken or not self._index.whole:
            return (note("source.cut_off_tar", name=self._name),)
        return ()

    @property
    def remarks(self) -> tuple[Note, ...]:
        """Return which bytes lie behind the end of the tar; known after the walk."""
        return tuple(self._notes)

    def entries(self) -> TarEntries:
        """Return all files inside, in the order of their bytes."""
        return TarEntries(self._index.members)

    def names(self) -> list[str]:
        """Return the names of the entries."""
        return [entry.name for entry in self.entries()]

    def head(self, entry: Entry, length: int) -> bytes:
        """Return the beginning of one file, kept from the first pass where there was room for it."""
        kept = self._index.heads.get(entry.ordinal)
        if kept is not None and length <= HEAD:
            return kept[:length]
        return head_of(self.blocks(entry), length)

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of one file; inside gzip, all before it are unpacked again. Raises MemberError."""
        member = self._index.members[entry.ordinal]
        if self._packed:
            tape = Tape(iter(Gunzip(_plain(self._medium, 0, self._medium.size))))
            tape.skip_to(member.data)
        else:
            tape = Tape(_plain(self._medium, member.data, member.size))
        yield from map(bytes, _content(tape, member))

    def walk(self, tick: Tick) -> Walk:
        """Yield every entry with its bytes, while the file is hashed in the same pass."""
        digest = hashlib.sha256()
        blocks = hashed_blocks(self._medium, digest, tick)
        gunzip = Gunzip(blocks) if self._packed else None
        tape = Tape(iter(gunzip) if gunzip is not None else blocks)
        try:
            for entry in self.entries():
                member = self._index.members[entry.ordinal]
                tape.skip_to(member.data)
                yield entry, _content(tape, member)
                tape.skip_to(min(member.data + member.size, self._total))
            self._behind(tape, gunzip)
            for _ in blocks:  # what a damaged gzip left unread is part of the file all the same
                pass
            self._sha256 = digest.hexdigest()
        finally:
            tape.close()
            blocks.close()

    def _indexed(self, limits: Limits) -> tuple[TarIndex, bool]:
        if not self._packed:
            return indexed(_Reel(self._medium), self._medium.size, limits), False
        gunzip = Gunzip(_plain(self._medium, 0, self._medium.size))
        tape = Tape(iter(gunzip))
        index = indexed(tape, self._medium.size, limits)
        if index.whole:
            tape.skip_to(self._total)
        return index, gunzip.broken

    def _check(self) -> None:
        if not self._index.members and (self._broken or not self._index.whole):
            raise SourceError("damaged", note("source.damaged_tar", name=self._name))

    def _behind(self, tape: Tape, gunzip: Gunzip | None) -> None:
        """Note bytes behind the end marker that are more than padding."""
        if not self._index.whole:
            return
        tape.skip_to(self._index.stop)
        digest, length, empty = hashlib.sha256(), 0, True
        for piece in tape.take(self._total - tape.position):
            length += len(piece)
            empty = empty and not any(bytes(piece).strip(b"\0"))
            digest.update(piece)
        if not empty:
            self._notes.append(
                note(
                    "source.gap",
                    name=self._name,
                    offset=self._index.stop,
                    bytes=length,
                    sha256=digest.hexdigest(),
                )
            )
        if gunzip is not None and gunzip.trailing:
            self._notes.append(note("source.trailing", name=self._name, bytes=gunzip.trailing))


def _content(tape: Tape, member: TarMember) -> Iterator[memoryview]:
    left = member.size
    for piece in tape.take(member.size):
        left -= len(piece)
        yield piece
    if left:
        raise MemberError("damaged", "member.damaged")


def _plain(medium: Medium, start: int, length: int) -> Iterator[bytes]:
    left = length
    while left > 0 and (block := medium.at(start, min(READ, left))):
        start, left = start + len(block), left - len(block)
        yield block
