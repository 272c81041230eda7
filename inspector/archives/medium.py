# SPDX-License-Identifier: Apache-2.0
"""Where the bytes of an archive lie: one open file, a stretch of it, or memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final, Protocol

from inspector.archives.container import fingerprint

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Medium(Protocol):
    """Bytes that can be had from any place, by one descriptor, without moving a file's position."""

    @property
    def size(self) -> int:
        """Return how many bytes there are."""

    def at(self, offset: int, length: int) -> bytes:
        """Return the bytes from `offset` on, fewer than `length` where they end. Raises OSError."""


Pulse = Callable[[], None]
"""Called each time that bytes are looked at; raises to stop."""


def still() -> None:
    """Hear that bytes are looked at and do nothing."""


class FileMedium:
    """A file, opened once and read only. What is appended later is not seen."""

    def __init__(self, path: Path, pulse: Pulse = still) -> None:
        """Open `path`. Raises OSError."""
        self._path = path
        self._pulse = pulse
        self._file = os.open(path, _FLAGS)
        self._lock = Lock()
        self.stat = os.fstat(self._file)
        self.before = fingerprint(self.stat)

    @property
    def size(self) -> int:
        """Return the bytes the file had when it was opened."""
        return self.before[0]

    def at(self, offset: int, length: int) -> bytes:
        """Return the bytes from `offset` on, fewer than `length` where the file ends."""
        self._pulse()
        left = min(length, self.size - offset)
        found = self._read(offset, left) if left > 0 else b""
        while 0 < len(found) < left and (more := self._read(offset + len(found), left - len(found))):
            found += more
        return found

    def changed(self) -> bool:
        """Tell whether the open file, or what lies under its name, differs from what was opened."""
        try:
            now, named = os.fstat(self._file), self._path.stat()
        except OSError:
            return True
        return fingerprint(now) != self.before or fingerprint(named) != self.before

    def close(self) -> None:
        """Let go of the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _read(self, offset: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._file, length, offset)
        with self._lock:  # Windows has one position for all who read
            os.lseek(self._file, offset, os.SEEK_SET)
            return os.read(self._file, length)


@dataclass(frozen=True, slots=True)
class MemoryMedium:
    """Bytes in memory."""

    data: bytes

    @property
    def size(self) -> int:
        """Return how many bytes there are."""
        return len(self.data)

    def at(self, offset: int, length: int) -> bytes:
        """Return the bytes from `offset` on."""
        return self.data[max(offset, 0) : max(offset, 0) + max(length, 0)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of another medium, such as an archive that lies unpacked inside another."""

    medium: Medium
    start: int
    size: int

    def at(self, offset: int, length: int) -> bytes:
        """Return the bytes from `offset` on, counted from the start of the stretch."""
        return self.medium.at(self.start + offset, min(length, self.size - offset))


class Glance:
    """Short looks at a medium in rising order, such as at headers that lie close together."""

    def __init__(self, medium: Medium, ahead: int = 4096) -> None:
        self._medium = medium
        self._ahead = ahead
        self._start = 0
        self._seen = b""

    def at(self, offset: int, length: int) -> bytes:
        """Return the bytes from `offset` on, fewer than `length` where they end."""
        begin = offset - self._start
        if begin < 0 or begin + length > len(self._seen):
            self._start, begin = offset, 0
            self._seen = self._medium.at(offset, max(length, self._ahead))
        return self._seen[begin : begin + length]
