# SPDX-License-Identifier: Apache-2.0
"""One file, encrypted in chunks, so that gigabytes need little memory and any alteration shows.

A head (`PSIF`, format 1, the random id of the file), then chunks of AES-256-GCM: 1 MiB of content each, the
last one shorter, down to nothing. The key follows from the case's key and the file's id, so that no two files
share one; a chunk's nonce is its number. Bound to each chunk are the head, its number, and whether it is the
last: chunks that are left out, swapped, cut off or taken from another file do not open.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from inspector.cases.vault.keys import NONCE_BYTES, derived

CHUNK: Final = 1 << 20
"""Bytes of content in each chunk but the last."""

_MAGIC: Final = b"PSIF\x01"
_ID_BYTES: Final = 16
_TAG: Final = 16
_HEAD: Final = len(_MAGIC) + _ID_BYTES


class AlteredError(Exception):
    """An encrypted file was altered, cut off, or belongs to another key."""


def encrypt(path: Path, blocks: Iterable[bytes | memoryview], key: bytes) -> int:
    """Write `blocks` encrypted to a new file, on the disk when this returns. Return the bytes of content.

    Raises FileExistsError where something lies there, OSError where the disk is full; then nothing is left.
    """
    identity = os.urandom(_ID_BYTES)
    box = _Box(_MAGIC + identity, key)
    size = 0
    with path.open("xb") as file:
        try:
            file.write(box.head)
            for chunk, last in _marked(_chunks(blocks)):
                size += len(chunk)
                file.write(box.closed(chunk, last=last))
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
    return size


def decrypted(path: Path, key: bytes) -> Iterator[bytes]:
    """Yield the content of an encrypted file in chunks; it counts only when the last one has come.

    Raises AlteredError, OSError.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if len(head) != _HEAD or not head.startswith(_MAGIC):
            raise AlteredError
        box = _Box(head, key)
        for chunk, last in _marked(_read(file)):
            if content := box.content(chunk, last=last):
                yield content


class _Box:
    """Closes and opens the chunks of one file, in order."""

    def __init__(self, head: bytes, key: bytes) -> None:
        self.head = head
        self._cipher = AESGCM(derived(key, "encrypted-file", head))
        self._number = 0

    def closed(self, content: bytes, *, last: bool) -> bytes:
        return self._cipher.encrypt(*self._next(content, last=last))

    def content(self, chunk: bytes, *, last: bool) -> bytes:
        try:
            return self._cipher.decrypt(*self._next(chunk, last=last))
        except InvalidTag as error:
            raise AlteredError from error

    def _next(self, data: bytes, *, last: bool) -> tuple[bytes, bytes, bytes]:
        nonce = self._number.to_bytes(NONCE_BYTES, "big")
        self._number += 1
        return nonce, data, self.head + nonce + (b"\x01" if last else b"\x00")


def _read(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(CHUNK + _TAG):
        if len(chunk) < _TAG:
            raise AlteredError
        yield chunk


def _chunks(blocks: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    """Yield the bytes in pieces of one size, the last of them shorter."""
    kept = bytearray()
    for block in blocks:
        kept += block
        while len(kept) >= CHUNK:
            yield bytes(kept[:CHUNK])
            del kept[:CHUNK]
    if kept:
        yield bytes(kept)


def _marked(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield each chunk and whether it is the last; an empty one where there is none."""
    before = next(chunks, b"")
    for chunk in chunks:
        yield before, False
        before = chunk
    yield before, True
