# SPDX-License-Identifier: Apache-2.0
"""Making a case that is kept, and opening it: by keychain, by passphrase, by recovery code."""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from inspector.app.case_error import CaseError
from inspector.app.case_telling import told
from inspector.cases.vault.keychain import Keychain, KeychainError
from inspector.cases.vault.keys import Cost
from inspector.cases.vault.label import LONGEST
from inspector.cases.vault.place import CasePlace, NoSuchLockError, new_case
from inspector.cases.vault.vault_case import VaultCase
from inspector.domain.text import note

LEAST: Final = 8
"""Characters that a passphrase has at least."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open case with the key that opened it, which is in memory alone and shown nowhere by accident."""

    place: CasePlace
    case: VaultCase
    key: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """Return what the person calls the case."""
        return self.place.name(self.key)

    def close(self) -> None:
        """Lock the case."""
        self.case.close()


@dataclass(frozen=True, slots=True)
class Made:
    """A new case, open, and the recovery code, which is told this once. `keychain`: it opens it, too."""

    opened: Opened
    code: str = field(repr=False)
    keychain: bool = False


def discard(made: Made) -> None:
    """Take away a case that was made just now and into which not everything went that should."""
    made.opened.close()
    shutil.rmtree(made.opened.place.folder, ignore_errors=True)


def check_passphrase(passphrase: str) -> None:
    """Raise CaseError for a passphrase that is too short."""
    if len(passphrase) < LEAST:
        raise CaseError(note("case.short_passphrase", least=LEAST))


def check_name(name: str) -> None:
    """Raise CaseError for a case without a name, or with one that is too long."""
    if not name.strip():
        raise CaseError(note("case.no_name"))
    if len(name) > LONGEST:
        raise CaseError(note("case.long_name", most=LONGEST))


def make(
    name: str,
    passphrase: str,
    within: Path,
    keychain: Keychain | None = None,
    cost: Cost | None = None,
) -> Made:
    """Make a case in a folder of its own `within` a folder, under a random name. Raises CaseError.

    A keychain that does not answer is passed over: the passphrase opens the case.
    """
    check_name(name)
    check_passphrase(passphrase)
    with told():
        identity = secrets.token_hex(16)
        place, key = new_case(within / identity, passphrase, cost, identity)
        code = place.set_recovery(key)
        place.rename(key, name.strip())
        return Made(Opened(place, place.open(key), key), code, keychain=_kept(place, key, keychain))


def by_passphrase(place: CasePlace, passphrase: str) -> Opened:
    """Open a case. Raises CaseError."""
    with told():
        return _opened(place, place.by_passphrase(passphrase))


def by_recovery(place: CasePlace, code: str) -> Opened:
    """Open a case whose passphrase is forgotten; give it a new one then. Raises CaseError."""
    with told("case.wrong_code"):
        return _opened(place, place.by_recovery(code))


def by_keychain(place: CasePlace, keychain: Keychain | None) -> Opened:
    """Open a case without a word of the person. Raises CaseError."""
    if keychain is None:
        raise CaseError(note("case.no_keychain"))
    with told("case.keychain_forgot"):
        return _opened(place, place.by_keychain(keychain))


def renew_passphrase(opened: Opened, passphrase: str, cost: Cost | None = None) -> None:
    """Give a case a new passphrase; the one before opens nothing any more. Raises CaseError."""
    check_passphrase(passphrase)
    with told():
        opened.place.set_passphrase(opened.key, passphrase, cost)


def renew_code(opened: Opened) -> str:
    """Return a new recovery code; the one before opens nothing any more. Raises CaseError."""
    with told():
        return opened.place.set_recovery(opened.key)


def use_keychain(opened: Opened, keychain: Keychain | None, *, on: bool) -> None:
    """Let the keychain open a case from now on, or no more. Raises CaseError."""
    if keychain is None:
        raise CaseError(note("case.no_keychain"))
    with told():
        if on:
            opened.place.set_keychain(opened.key, keychain)
        else:
            opened.place.drop_keychain(keychain)


def rename(opened: Opened, name: str) -> None:
    """Call a case so from now on. Raises CaseError."""
    check_name(name)
    with told():
        opened.place.rename(opened.key, name.strip())


def _opened(place: CasePlace, key: bytes) -> Opened:
    return Opened(place, place.open(key), key)


def _kept(place: CasePlace, key: bytes, keychain: Keychain | None) -> bool:
    if keychain is None:
        return False
    try:
        place.set_keychain(key, keychain)
    except (KeychainError, NoSuchLockError):
        return False
    return True
