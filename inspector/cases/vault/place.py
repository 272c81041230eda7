# SPDX-License-Identifier: Apache-2.0
"""Making, opening and re-locking the case in a folder."""

from __future__ import annotations

import secrets
from pathlib import Path

from inspector.cases.vault.header import Header, HeaderError, read_header, write_header
from inspector.cases.vault.keychain import Keychain
from inspector.cases.vault.keys import (
    Cost,
    Lock,
    LockKind,
    WrongKeyError,
    locked,
    new_key,
    passphrase_bytes,
    unlocked,
)
from inspector.cases.vault.label import read_label, write_label
from inspector.cases.vault.recovery import code_bytes, new_code
from inspector.cases.vault.vault_case import VaultCase


class NoSuchLockError(Exception):
    """The case has no lock of this kind."""


class CasePlace:
    """The folder of one case, whose header says how it opens."""

    def __init__(self, folder: Path) -> None:
        """Read the header. Raises HeaderError, OSError."""
        self.folder = folder
        self._header = read_header(folder)

    @property
    def id(self) -> str:
        """Return the case's random id."""
        return self._header.id

    @property
    def ways(self) -> tuple[LockKind, ...]:
        """Return what opens the case."""
        return tuple(lock.kind for lock in self._header.locks)

    def by_passphrase(self, passphrase: str) -> bytes:
        """Return the data key. Raises WrongKeyError, NoSuchLockError."""
        return unlocked(self._lock("passphrase"), self.id, passphrase_bytes(passphrase))

    def by_recovery(self, code: str) -> bytes:
        """Return the data key. Raises NotACodeError for a slip of the pen, WrongKeyError, NoSuchLockError."""
        return unlocked(self._lock("recovery"), self.id, code_bytes(code))

    def by_keychain(self, keychain: Keychain) -> bytes:
        """Return the data key. Raises KeychainError, WrongKeyError, NoSuchLockError."""
        lock = self._lock("keychain")
        secret = keychain.get(self.id)
        if secret is None:
            raise WrongKeyError
        return unlocked(lock, self.id, secret)

    def name(self, data_key: bytes) -> str:
        """Return what the person calls the case, empty where it has no name."""
        return read_label(self.folder, data_key)

    def rename(self, data_key: bytes, text: str) -> None:
        """Call the case so from now on. Raises OSError, ValueError for a name that is too long."""
        write_label(self.folder, data_key, text)

    def open(self, data_key: bytes) -> VaultCase:
        """Open the case. Raises what VaultCase raises."""
        return VaultCase(self.folder, data_key)

    def set_passphrase(self, data_key: bytes, passphrase: str, cost: Cost | None = None) -> None:
        """Make this the passphrase; the one before it opens nothing any more."""
        self._relock(_passphrase_lock(data_key, self.id, passphrase, cost or Cost()))

    def set_recovery(self, data_key: bytes) -> str:
        """Return a new recovery code, to be printed; the one before it opens nothing any more."""
        code = new_code()
        self._relock(locked(data_key, self.id, "recovery", code_bytes(code)))
        return code

    def set_keychain(self, data_key: bytes, keychain: Keychain) -> None:
        """Let the keychain open the case. Raises KeychainError, and nothing is changed then."""
        secret = new_key()
        lock = locked(data_key, self.id, "keychain", secret)
        keychain.put(self.id, secret)
        self._relock(lock)

    def drop_keychain(self, keychain: Keychain) -> None:
        """Let the keychain open the case no more. Raises KeychainError, after the lock is gone."""
        self._header = self._header.without("keychain")
        write_header(self.folder, self._header)
        keychain.forget(self.id)

    def _lock(self, kind: LockKind) -> Lock:
        lock = self._header.lock(kind)
        if lock is None:
            raise NoSuchLockError
        return lock

    def _relock(self, lock: Lock) -> None:
        self._header = self._header.with_lock(lock)
        write_header(self.folder, self._header)


def new_case(
    folder: Path, passphrase: str, cost: Cost | None = None, identity: str | None = None
) -> tuple[CasePlace, bytes]:
    """Make a case in a folder that is empty or not there yet; return it with its data key.

    `identity`: its id, random where none is given.

    Raises FileExistsError, OSError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError
    identity, data_key = identity or secrets.token_hex(16), new_key()
    VaultCase(folder, data_key).close()
    # The header last: a folder without it is no case, and nothing in it is of use.
    lock = _passphrase_lock(data_key, identity, passphrase, cost or Cost())
    write_header(folder, Header(id=identity, locks=(lock,)))
    return CasePlace(folder), data_key


def is_case(folder: Path) -> bool:
    """Tell whether a folder holds a case that this program can open."""
    try:
        read_header(folder)
    except (HeaderError, OSError):
        return False
    return True


def _passphrase_lock(data_key: bytes, case: str, passphrase: str, cost: Cost) -> Lock:
    return locked(data_key, case, "passphrase", passphrase_bytes(passphrase), cost)
