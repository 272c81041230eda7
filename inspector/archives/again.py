# SPDX-License-Identifier: Apache-2.0
"""Opens a source once more: one member as a stream, or the files it consists of, for a bundle."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from inspector.archives.container import Container, MemberError, SourceError
from inspector.archives.names import shown
from inspector.archives.opening import open_container
from inspector.archives.parts import files_beside
from inspector.archives.secret import Secret
from inspector.domain.sources import Source


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """A file that a source consists of, with the hash it had when it was read, and how to get its bytes."""

    name: str
    sha256: str
    content: Path | Callable[[], BinaryIO]


class _Blocks(io.RawIOBase):
    """A member's blocks as a stream; lets go of the container when it is closed."""

    def __init__(self, container: Container, blocks: Iterator[bytes]) -> None:
        super().__init__()
        self._container = container
        self._blocks = blocks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, target: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower than Buffer
        while not self._rest:
            try:
                block = next(self._blocks, None)
            except MemberError as error:
                raise OSError(error.key) from error
            if block is None:
                return 0
            self._rest = memoryview(block)
        size = min(len(target), len(self._rest))
        target[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size

    def close(self) -> None:
        if not self.closed:
            self._container.close()
        super().close()


def member_again(path: Path, name: str, password: str | None = None) -> Callable[[], BinaryIO]:
    """Return a function that opens the bytes of one member anew. The stream raises OSError where it fails."""
    secret = None if password is None else Secret(password)

    def opened() -> BinaryIO:
        try:
            container = open_container(path, secret)
        except SourceError as error:
            raise OSError(error.reason.key) from error
        for entry in container.entries():
            if entry.name == name and entry.status == "listed":
                return io.BufferedReader(_Blocks(container, container.blocks(entry)))
        container.close()
        raise FileNotFoundError(name)

    return opened


def files_of(source: Source) -> tuple[OriginalFile, ...]:
    """Return the files a source consists of: itself, its numbered parts, or the hashed files of a folder."""
    if source.parts:
        beside = {shown(path.name): path for path in files_beside(source.path)}
        return tuple(
            OriginalFile(part.name, part.sha256, beside.get(part.name, source.path.parent / part.name))
            for part in source.parts
            if part.sha256
        )
    if not source.path.is_dir():
        return (OriginalFile(source.name, source.sha256, source.path),)
    return tuple(
        OriginalFile(member.name, member.sha256, member_again(source.path, member.name))
        for member in source.members
        if member.sha256 is not None
    )
