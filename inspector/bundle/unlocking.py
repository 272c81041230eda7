# SPDX-License-Identifier: Apache-2.0
"""Looks into a bundle behind a password without unpacking it: nothing beneath is ever written anywhere."""

from __future__ import annotations

import hashlib
import hmac
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from inspector.archives.zips.winzip_aes import KeyStream
from inspector.bundle import locking, streams, zipform
from inspector.bundle.streams import Passed
from inspector.bundle.ziplist import UnreadableZipError
from inspector.domain.text import Note, note

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER: Final = 1 << 16
_SIZES: Final = (0, zipform.FULL_32 - locking.EXTRA - 1, zipform.FULL_32)
"""A size for each set of records that `locking` writes: beyond 4 GB some of them are longer."""


@dataclass(frozen=True, slots=True)
class Inside:
    """The bundle beneath: its bytes from `stream`, how many, and in what the lock around it was changed."""

    stream: BinaryIO
    size: int
    problems: tuple[Note, ...]


@contextmanager
def unlocked(file: BinaryIO, length: int, password: str, passed: Passed) -> Iterator[Inside]:
    """Give what lies in a locked zip of `length` bytes; the file stays the caller's to close.

    `passed` is called while the lock is checked, with no bytes: they are heard when they are read. Raises
    UnreadableZipError for another password or form, OSError.
    """
    size = _size(length)
    head, tail = locking.around(size)
    file.seek(0)
    is_ours = file.read(len(head)) == head
    salt, check = file.read(locking.SALT), file.read(locking.CHECK)
    file.seek(length - len(tail))
    if not is_ours or file.read() != tail:
        raise UnreadableZipError(note("bundle.container.lock_form"))
    keys = locking.keys(password, salt)
    if keys is None or not hmac.compare_digest(keys.check, check):
        raise UnreadableZipError(note("bundle.container.wrong_password"))
    start = len(head) + locking.SALT + locking.CHECK
    holds = _holds(file, start, size, keys.seal, passed)
    with io.BufferedReader(_Beneath(file, start, size, keys.content), _BUFFER) as stream:
        yield Inside(stream, size, () if holds else (note("bundle.container.lock_changed"),))


def _size(length: int) -> int:
    """Return how many bytes lie beneath. Raises UnreadableZipError where no locked bundle is as long."""
    for like in _SIZES:
        size = length - (locking.length(like) - like)
        if size >= 0 and locking.length(size) == length:
            return size
    raise UnreadableZipError(note("bundle.container.lock_form"))


def _holds(file: BinaryIO, start: int, size: int, key: bytes, passed: Passed) -> bool:
    """Answer whether the encrypted bytes are those that were sealed with the password."""
    seal = hmac.new(key, digestmod=hashlib.sha1)
    file.seek(start)
    for piece in streams.pieces(file, size):
        seal.update(piece)
        passed(0)
    return hmac.compare_digest(file.read(locking.SEAL), seal.digest()[: locking.SEAL])


class _Beneath(io.RawIOBase):
    """The decrypted bytes, from any place on. Closing it leaves the file open."""

    def __init__(self, file: BinaryIO, start: int, size: int, key: bytes) -> None:
        super().__init__()
        self._file, self._start, self._size, self._key = file, start, size, key
        self._at = 0
        self._stream: KeyStream | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place; the key goes on from there. Raises ValueError before the start."""
        bases = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}
        at = bases[whence] + offset
        if at < 0:
            raise ValueError(at)
        if at != self._at:
            self._at, self._stream = at, None
        return at

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Decrypt the next bytes into a buffer and return how many."""
        view = memoryview(buffer).cast("B")
        if self._stream is None:
            self._stream = KeyStream(self._key, self._at)
        self._file.seek(self._start + self._at)
        hidden = self._file.read(max(0, min(len(view), self._size - self._at)))
        view[: len(hidden)] = self._stream.turned(memoryview(hidden))
        self._at += len(hidden)
        return len(hidden)
