# SPDX-License-Identifier: Apache-2.0
"""Changing what a kept case is called and what opens it; the recovery code has a door of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inspector.app import case_doors
from inspector.app.case_doors import Opened
from inspector.app.case_forms import problems
from inspector.cases.vault.keychain import Keychain
from inspector.domain.text import Note


@dataclass(frozen=True, slots=True)
class Change:
    """What a person wants of a case: its name, and what opens it.

    `passphrase` empty: the one before stays. `keychain`: the system's keychain opens the case, too.
    """

    name: str
    passphrase: str
    keychain: bool


def as_it_is(opened: Opened) -> Change:
    """Return the wish that changes nothing."""
    return Change(opened.name, "", keychain="keychain" in opened.place.ways)


def wrong_with(wish: Change, again: str) -> dict[str, Note]:
    """Return what is wrong with `name`, `passphrase` and `again`; nothing typed leaves the passphrase."""
    found = problems(wish.name, wish.passphrase, again)
    if not wish.passphrase and not again:
        found.pop("passphrase", None)
    return found


def change(opened: Opened, wish: Change, keychain: Callable[[], Keychain | None]) -> Change:
    """Change what differs and return what differed before. Raises CaseError; what came before it is done."""
    before = as_it_is(opened)
    if wish.name.strip() != before.name:
        case_doors.rename(opened, wish.name)
    if wish.passphrase:
        case_doors.renew_passphrase(opened, wish.passphrase)
    if wish.keychain != before.keychain:
        case_doors.use_keychain(opened, keychain(), on=wish.keychain)
    return before
