# SPDX-License-Identifier: Apache-2.0
"""The key of a case, the keys that follow from it, and how it is kept locked under something a person has.

A case has one random data key. It is never stored as it is: each lock of the case holds it encrypted under a
key that follows from a passphrase (Argon2id, RFC 9106), from the recovery code (HKDF, RFC 5869; the code is
random and long enough) or from a secret in the keychain of the operating system.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12

_MEMORY_MOST: Final = 1 << 20
_PASSES_MOST: Final = 32
_LANES_MOST: Final = 16

LockKind = Literal["passphrase", "recovery", "keychain"]


class WrongKeyError(Exception):
    """What was given does not open this lock, or the lock itself was altered; nobody can tell which."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What deriving a key from a passphrase costs; by default the second choice of RFC 9106, section 4."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        """Raises ValueError for a cost that no case has, such as one that fills the memory."""
        memory, times = (8 * self.lanes, _MEMORY_MOST), (1, _PASSES_MOST)
        for value, (least, most) in (
            (self.memory_kib, memory),
            (self.passes, times),
            (self.lanes, (1, _LANES_MOST)),
        ):
            if not least <= value <= most:
                msg = "cost out of bounds"
                raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Lock:
    """The data key of a case, encrypted. `cost` only where a passphrase opens it.

    Altering any part of it, or using it in another case, makes it not open.
    """

    kind: LockKind
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost | None = None


def new_key() -> bytes:
    """Return a fresh random key."""
    return os.urandom(KEY_BYTES)


def derived(key: bytes, purpose: str, salt: bytes | None = None) -> bytes:
    """Return the key for one purpose. Different purposes give keys that tell nothing of each other."""
    info = f"privacy-settings-inspector/1/{purpose}".encode()
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(key)


def locked(data_key: bytes, case: str, kind: LockKind, secret: bytes, cost: Cost | None = None) -> Lock:
    """Return a lock of the case's key that `secret` opens. A passphrase needs its `cost`."""
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    bare = Lock(kind, salt, nonce, b"", cost)
    wrapped = AESGCM(_opener(bare, secret)).encrypt(nonce, data_key, _bound(bare, case))
    return Lock(kind, salt, nonce, wrapped, cost)


def unlocked(lock: Lock, case: str, secret: bytes) -> bytes:
    """Return the case's data key. Raises WrongKeyError."""
    try:
        return AESGCM(_opener(lock, secret)).decrypt(lock.nonce, lock.wrapped, _bound(lock, case))
    except (InvalidTag, ValueError) as error:
        raise WrongKeyError from error


def passphrase_bytes(passphrase: str) -> bytes:
    """Return the bytes of a passphrase, the same on every keyboard and system (NFC, as RFC 8265 has it)."""
    return unicodedata.normalize("NFC", passphrase).encode()


def _opener(lock: Lock, secret: bytes) -> bytes:
    if lock.cost is None:
        return derived(secret, lock.kind, lock.salt)
    cost = lock.cost
    maker = Argon2id(
        salt=lock.salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return derived(maker.derive(secret), lock.kind, lock.salt)


def _bound(lock: Lock, case: str) -> bytes:
    """Return what the encryption is bound to: the case, the kind of lock, and the cost."""
    cost = lock.cost
    numbers = f"{cost.memory_kib}/{cost.passes}/{cost.lanes}" if cost else "-"
    return f"{case}/{lock.kind}/{numbers}".encode()
