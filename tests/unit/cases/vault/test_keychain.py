# SPDX-License-Identifier: Apache-2.0
"""Only keychains that the system itself guards are used; what they refuse is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.SecretService import Keyring as SecretService
from keyring.errors import KeyringLocked, PasswordDeleteError

from inspector.cases.vault.keychain import Keychain, KeychainError, trusted
from inspector.cases.vault.keys import Cost, WrongKeyError
from inspector.cases.vault.place import CasePlace, NoSuchLockError, new_case


class Kept(KeyringBackend):
    """A keychain in memory, in the form that keyring gives them; `refuses` as one does that is locked."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has no types here
        self.secrets: dict[tuple[str, str], str] = {}
        self.refuses = False

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        if self.secrets.pop((service, username), None) is None:
            raise PasswordDeleteError

    def _ask(self) -> None:
        if self.refuses:
            raise KeyringLocked


CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def backend() -> Kept:
    return Kept()


@pytest.mark.parametrize("kind", [null.Keyring, fail.Keyring, Kept])
def test_a_keychain_that_the_system_does_not_guard_is_passed_over(kind: type[KeyringBackend]) -> None:
    assert trusted(kind()) is None


def test_the_keychain_of_the_desktop_is_used() -> None:
    desktop = SecretService()  # type: ignore[no-untyped-call]  # keyring has no types here
    assert trusted(desktop) is desktop


def test_a_case_opens_by_the_keychain_until_it_is_dropped(tmp_path: Path, backend: Kept) -> None:
    keychain = Keychain(backend)
    place, key = new_case(tmp_path / "case", "stormy harbour", CHEAP)
    with pytest.raises(NoSuchLockError):
        place.by_keychain(keychain)
    place.set_keychain(key, keychain)
    assert CasePlace(tmp_path / "case").by_keychain(keychain) == key
    assert key.hex() not in str(backend.secrets)
    place.drop_keychain(keychain)
    assert not backend.secrets
    assert CasePlace(tmp_path / "case").ways == ("passphrase",)


def test_a_keychain_that_lost_the_secret_leaves_the_passphrase(tmp_path: Path, backend: Kept) -> None:
    place, key = new_case(tmp_path / "case", "stormy harbour", CHEAP)
    place.set_keychain(key, Keychain(backend))
    backend.secrets.clear()
    with pytest.raises(WrongKeyError):
        place.by_keychain(Keychain(backend))
    assert place.by_passphrase("stormy harbour") == key


def test_a_locked_keychain_is_told_and_changes_nothing(tmp_path: Path, backend: Kept) -> None:
    place, key = new_case(tmp_path / "case", "stormy harbour", CHEAP)
    backend.refuses = True
    with pytest.raises(KeychainError):
        place.set_keychain(key, Keychain(backend))
    assert CasePlace(tmp_path / "case").ways == ("passphrase",)
    with pytest.raises(KeychainError):
        Keychain(backend).get(place.id)


def test_a_secret_that_something_else_wrote_is_told(backend: Kept) -> None:
    keychain = Keychain(backend)
    keychain.put("case", b"secret")
    backend.secrets = dict.fromkeys(backend.secrets, "no base64 \u2603")
    with pytest.raises(KeychainError):
        keychain.get("case")


def test_forgetting_what_is_not_there_is_no_fault(backend: Kept) -> None:
    Keychain(backend).forget("case")
    assert backend.secrets == {}
