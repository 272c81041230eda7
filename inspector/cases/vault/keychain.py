# SPDX-License-Identifier: Apache-2.0
"""The keychain of the operating system, where it has one that keeps secrets encrypted.

Of the backends that keyring knows only those four count that the system itself guards. Whatever else is
installed (plain-text files, null backends) is passed over: then a case opens by passphrase.
"""

from __future__ import annotations

import base64
from typing import Final

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError

_SERVICE: Final = "Privacy Settings Inspector"
_TRUSTED: Final = frozenset({
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
})  # fmt: skip


class KeychainError(Exception):
    """The keychain is locked, was refused, or does not answer."""


class Keychain:
    """Secrets of cases under the id of the case."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def put(self, case: str, secret: bytes) -> None:
        """Keep the secret of a case. Raises KeychainError."""
        try:
            # As text and short: the Windows store takes no more than 2,560 bytes.
            self._backend.set_password(_SERVICE, case, base64.b64encode(secret).decode())
        except (KeyringError, OSError, RuntimeError) as error:
            raise KeychainError from error

    def get(self, case: str) -> bytes | None:
        """Return the secret of a case, None where there is none. Raises KeychainError."""
        try:
            found = self._backend.get_password(_SERVICE, case)
        except (KeyringError, OSError, RuntimeError) as error:
            raise KeychainError from error
        try:
            return None if found is None else base64.b64decode(found, validate=True)
        except ValueError as error:
            raise KeychainError from error

    def forget(self, case: str) -> None:
        """Remove the secret of a case, if there is one. Raises KeychainError."""
        try:
            if self._backend.get_password(_SERVICE, case) is not None:
                self._backend.delete_password(_SERVICE, case)
        except (KeyringError, OSError, RuntimeError) as error:
            raise KeychainError from error


def system_keychain() -> Keychain | None:
    """Return the keychain of this system, None where it has none that may be trusted."""
    try:
        backend = trusted(keyring.get_keyring())
    except RuntimeError:  # a user without a home: there is no place for its settings
        return None
    return Keychain(backend) if backend else None


def trusted(backend: KeyringBackend) -> KeyringBackend | None:
    """Return the backend, or the first behind it, that the system itself guards."""
    behind = backend.backends if isinstance(backend, ChainerBackend) else (backend,)
    return next((one for one in behind if (type(one).__module__, type(one).__name__) in _TRUSTED), None)
