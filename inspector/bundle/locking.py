# SPDX-License-Identifier: Apache-2.0
"""A bundle behind a password: the whole of it as the one member of a zip that 7-Zip and WinZip open.

AES-256 with a fresh salt, a check of the password and a seal over what is encrypted; nothing of the bundle,
not even its names, shows without the password. Source: WinZip, "AES Encryption Information: AE-1 and AE-2";
sizes beyond 4 GB as in PKWARE's APPNOTE.TXT, section 4.5.3.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final, Literal

from inspector.archives.zips.winzip_aes import KeyStream
from inspector.bundle import layout, zipform
from inspector.bundle.contents import BundleError
from inspector.domain.text import note

MEMBER: Final = f"{layout.FOLDER}.zip"
SHORTEST: Final = 12
"""Characters of a password: the format makes guessing a short one cheap."""

LONGEST: Final = 128
"""Characters of a password that every program takes."""

SALT: Final = 16
CHECK: Final = 2
"""Bytes before what is encrypted: a salt, and what tells most wrong passwords apart."""

SEAL: Final = 10
"""Bytes after it, which show that nothing of it was changed."""

EXTRA: Final = SALT + CHECK + SEAL

Fault = Literal["missing", "short", "long", "signs"]
"""Why a password locks nothing."""

_PLAIN: Final = re.compile(r"[ -~]*")
_KEY, _ROUNDS = 32, 1000
_METHOD, _ENCRYPTED, _VERSION = 99, 1, 51
_AES: Final = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, 0)
_STEP: Final = 1 << 16


def check_password(password: str) -> None:
    """Raise BundleError unless every program can take this password and it is not short."""
    if fault(password) is not None:
        raise BundleError(note("bundle.lock.password", least=SHORTEST))


def fault(password: str) -> Fault | None:
    """Return why a password locks nothing, None where it does."""
    if not password:
        return "missing"
    if not _PLAIN.fullmatch(password):
        return "signs"
    if len(password) < SHORTEST:
        return "short"
    return "long" if len(password) > LONGEST else None


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What a password and a salt give: keys of the content and of its seal, and the check of the password."""

    content: bytes
    seal: bytes
    check: bytes


def keys(password: str, salt: bytes) -> Keys | None:
    """Return the keys, None for a password that locks nothing and so opens nothing."""
    if fault(password) is not None:
        return None
    both = hashlib.pbkdf2_hmac("sha1", password.encode("ascii"), salt, _ROUNDS, 2 * _KEY + CHECK)
    return Keys(both[:_KEY], both[_KEY : 2 * _KEY], both[2 * _KEY :])


class _Lock:
    """Takes the bundle's bytes and writes them encrypted. The salt is new each time."""

    def __init__(self, out: BinaryIO, password: str) -> None:
        salt = os.urandom(SALT)
        made = keys(password, salt)
        if made is None:
            raise BundleError(note("bundle.lock.password", least=SHORTEST))
        self._out = out
        self._stream = KeyStream(made.content)
        self._seal = hmac.new(made.seal, digestmod=hashlib.sha1)
        self.written = 0
        out.write(salt + made.check)

    def write(self, data: bytes) -> int:
        """Encrypt and write some bytes."""
        view = memoryview(data)
        for start in range(0, len(view), _STEP):
            hidden = self._stream.turned(view[start : start + _STEP])
            self._seal.update(hidden)
            self._out.write(hidden)
        self.written += len(data)
        return len(data)

    def close(self) -> None:
        """Write what shows that the bytes are those that were encrypted."""
        self._out.write(self._seal.digest()[:SEAL])


@contextmanager
def locked(out: BinaryIO, password: str, size: int) -> Iterator[_Lock]:
    """Give what takes exactly `size` bytes of a bundle and writes them to `out` as a locked zip."""
    head, tail = around(size)
    out.write(head)
    lock = _Lock(out, password)
    yield lock
    if lock.written != size:
        raise ValueError(lock.written)
    lock.close()
    out.write(tail)


def length(size: int) -> int:
    """The bytes of the locked zip of a bundle of `size` bytes."""
    return sum(map(len, around(size))) + size + EXTRA


def around(size: int) -> tuple[bytes, bytes]:
    """Return the records before and after what is locked, for a bundle of `size` bytes."""
    packed = size + EXTRA
    head, entry = _header(size, packed), _entry(size, packed)
    return head, entry + zipform.end_records(1, len(entry), len(head) + packed)


def is_locked(head: bytes) -> bool:
    """Whether a file that begins like this is a bundle behind a password."""
    fixed = zipform.LOCAL.size
    named = head[fixed : fixed + len(MEMBER)] == MEMBER.encode("ascii")
    return head.startswith(zipform.LOCAL_SIGN) and named and zipform.LOCAL.unpack(head[:fixed])[3] == _METHOD


HEAD: Final = zipform.LOCAL.size + len(MEMBER)
"""The bytes of a file that `is_locked` looks at."""


def _fields(size: int, packed: int) -> tuple[tuple[int, ...], bytes]:
    """Return the fields that both records share, and the extra ones."""
    wide = packed >= zipform.FULL_32
    far = struct.pack("<2H2Q", zipform.WIDE_TAG, 16, size, packed) if wide else b""
    sizes = (min(packed, zipform.FULL_32), min(size, zipform.FULL_32)) if not wide else (zipform.FULL_32,) * 2
    # Version 2 of this encryption states no checksum of what is beneath.
    return (_VERSION, _ENCRYPTED, _METHOD, 0, (1 << 5) | 1, 0, *sizes, len(MEMBER)), far + _AES


def _header(size: int, packed: int) -> bytes:
    fields, extra = _fields(size, packed)
    return zipform.LOCAL.pack(zipform.LOCAL_SIGN, *fields, len(extra)) + MEMBER.encode("ascii") + extra


def _entry(size: int, packed: int) -> bytes:
    fields, extra = _fields(size, packed)
    made_by, mode = (3 << 8) | _VERSION, 0o100644 << 16
    fixed = zipform.DIRECTORY.pack(
        zipform.DIRECTORY_SIGN, made_by, *fields, len(extra), 0, 0, 0, mode, 0
    )  # fmt: skip
    return fixed + MEMBER.encode("ascii") + extra
