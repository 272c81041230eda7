# SPDX-License-Identifier: Apache-2.0
"""The traditional encryption of zip, long broken and still common. Source: APPNOTE 6.3.10, section 6.1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from inspector.archives.container import MemberError
from inspector.archives.secret import Secret
from inspector.archives.zips.pieces import split_head

_HEAD: Final = 12
_START: Final = (0x12345678, 0x23456789, 0x34567890)
_FACTOR: Final = 134775813
_ALL: Final = 0xFFFFFFFF
_POLYNOMIAL: Final = 0xEDB88320

Keys = tuple[int, int, int]


def _entry(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (_POLYNOMIAL if value & 1 else 0)
    return value


_TABLE: Final = tuple(map(_entry, range(256)))
# The byte that hides a plain one, by the 14 bits of the third key that it depends on.
_VEILS: Final = bytes(((low << 2 | 2) * ((low << 2 | 2) ^ 1)) >> 8 & 0xFF for low in range(1 << 14))


class ClassicCipher:
    """Decrypts one member; `check` is what the last byte of its head must decrypt to."""

    def __init__(self, check: int) -> None:
        self._check = check

    def decrypted(self, pieces: Iterable[memoryview], secret: Secret) -> Iterator[bytes]:
        """Yield the bytes beneath the encryption. Raises MemberError for a wrong password."""
        head, rest = split_head(pieces, _HEAD)
        if len(head) < _HEAD:
            raise MemberError("damaged", "member.damaged")
        keys = self._unlocked(head, secret)
        for piece in rest:
            block, keys = _unveiled(piece, keys)
            yield block

    def _unlocked(self, head: bytes, secret: Secret) -> Keys:
        for spelling in secret.spellings:
            plain, keys = _unveiled(head, _keyed(spelling))
            if plain[-1] == self._check:
                return keys
        raise MemberError("encrypted", "member.wrong_password")


def _keyed(password: bytes) -> Keys:
    first, second, third = _START
    for byte in password:
        first = first >> 8 ^ _TABLE[(first ^ byte) & 0xFF]
        second = ((second + (first & 0xFF)) * _FACTOR + 1) & _ALL
        third = third >> 8 ^ _TABLE[(third ^ second >> 24) & 0xFF]
    return first, second, third


def _unveiled(data: bytes | memoryview, keys: Keys) -> tuple[bytes, Keys]:
    """Return the plain bytes and the keys after them; written flat, for it runs once per byte."""
    first, second, third = keys
    table, veils = _TABLE, _VEILS
    out = bytearray(data)
    for place, byte in enumerate(out):
        plain = byte ^ veils[third >> 2 & 0x3FFF]
        out[place] = plain
        first = first >> 8 ^ table[(first ^ plain) & 0xFF]
        second = ((second + (first & 0xFF)) * _FACTOR + 1) & _ALL
        third = third >> 8 ^ table[(third ^ second >> 24) & 0xFF]
    return bytes(out), (first, second, third)
