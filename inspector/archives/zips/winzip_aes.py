# SPDX-License-Identifier: Apache-2.0
"""The AES encryption of zip. Source: WinZip, "AES Encryption Information: AE-1 and AE-2"."""

from __future__ import annotations

import hashlib
import hmac
from array import array
from collections.abc import Iterable, Iterator
from sys import byteorder
from typing import TYPE_CHECKING, Final

from inspector.archives.container import MemberError
from inspector.archives.secret import Secret
from inspector.archives.zips.header import Aes
from inspector.archives.zips.pieces import split_head

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import CipherContext

_BLOCK: Final = 16
_STEP: Final = 1 << 16
_CHECK: Final = 2
_SEAL: Final = 10
_ROUNDS: Final = 1000


class TamperedError(Exception):
    """The encrypted bytes are not those that were sealed with the password."""


class AesCipher:
    """Decrypts one member of `packed` bytes: salt, check of the password, content, seal."""

    def __init__(self, aes: Aes, packed: int) -> None:
        self._key_length = 8 + 8 * aes.strength
        self._salt_length = self._key_length // 2
        self._content = packed - self._salt_length - _CHECK - _SEAL

    def decrypted(self, pieces: Iterable[memoryview], secret: Secret) -> Iterator[bytes]:
        """Yield the bytes beneath. Raises MemberError for a wrong password, TamperedError at the end."""
        head, rest = split_head(pieces, self._salt_length + _CHECK)
        if self._content < 0 or len(head) < self._salt_length + _CHECK:
            raise TamperedError
        key, seal_key = self._unlocked(head, secret)
        seal, stream = hmac.new(seal_key, digestmod=hashlib.sha1), KeyStream(key)
        left, stated = self._content, b""
        for piece in rest:
            inside = piece[:left]
            left -= len(inside)
            stated += piece[len(inside) :]
            seal.update(inside)
            for start in range(0, len(inside), _STEP):
                yield stream.turned(inside[start : start + _STEP])
        if left or not hmac.compare_digest(stated, seal.digest()[:_SEAL]):
            raise TamperedError

    def _unlocked(self, head: bytes, secret: Secret) -> tuple[bytes, bytes]:
        salt, check = head[: self._salt_length], head[self._salt_length :]
        length = self._key_length
        for spelling in secret.spellings:
            keys = hashlib.pbkdf2_hmac("sha1", spelling, salt, _ROUNDS, 2 * length + _CHECK)
            if hmac.compare_digest(keys[2 * length :], check):
                return keys[:length], keys[length : 2 * length]
        raise MemberError("encrypted", "member.wrong_password")


class KeyStream:
    """AES over a counter that starts at 1 and is written with its lowest byte first, unlike anyone else's."""

    def __init__(self, key: bytes, at: int = 0) -> None:
        """Begin at byte `at` of what is encrypted."""
        self._encryptor = _encryptor(key)
        self._counter = 1 + at // _BLOCK
        self._left = b""
        self.turned(memoryview(bytes(at % _BLOCK)))

    def turned(self, data: memoryview) -> bytes:
        """Return the data, encrypted or decrypted, which is the same."""
        stream = self._left
        if len(stream) < len(data):
            stream += self._more(len(data) - len(stream))
        used, self._left = stream[: len(data)], stream[len(data) :]
        number = int.from_bytes(data, "little") ^ int.from_bytes(used, "little")
        return number.to_bytes(len(data), "little")

    def _more(self, length: int) -> bytes:
        count = -(-length // _BLOCK)
        counters = array("Q", bytes(count * _BLOCK))
        counters[0::2] = array("Q", range(self._counter, self._counter + count))
        if byteorder == "big":
            counters.byteswap()
        self._counter += count
        return self._encryptor.update(counters.tobytes())


def _encryptor(key: bytes) -> CipherContext:
    from cryptography.hazmat.primitives.ciphers import (  # noqa: PLC0415 - only encrypted archives pay for it
        Cipher,
        algorithms,
        modes,
    )

    return Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305 - of a counter: what the format asks
