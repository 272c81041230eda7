# SPDX-License-Identifier: Apache-2.0
"""The cases on this computer. Their names lie encrypted inside them: only those that open are named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from inspector.app.case_error import CaseError
from inspector.app.case_telling import told
from inspector.cases.vault.header import NAME as HEADER
from inspector.cases.vault.header import HeaderError
from inspector.cases.vault.keychain import Keychain, KeychainError
from inspector.cases.vault.keys import WrongKeyError
from inspector.cases.vault.place import CasePlace, NoSuchLockError
from inspector.cases.vault.rows import NAME as ROWS
from inspector.domain.text import note
from inspector.system.places import cases_folder

_SHORT = 8


@dataclass(frozen=True, slots=True)
class Shelved:
    """A case on this computer. `name` is None where it is not known without the person's passphrase.

    `opens`: the keychain opens it. `changed` is when its rows were last written. `number` counts the cases in
    the order in which they were made: it tells locked ones apart and says nothing of their content.
    """

    place: CasePlace
    name: str | None
    opens: bool
    changed: datetime
    number: int = 1

    @property
    def short(self) -> str:
        """Return the beginning of the case's random id, by which it can be told from others."""
        return self.place.id[:_SHORT]


def shelf(keychain: Keychain | None, folder: Path | None = None) -> tuple[Shelved, ...]:
    """Return the cases in the folder for cases, those changed last first; other folders are passed over."""
    within = folder or cases_folder()
    try:
        folders = sorted(one.parent for one in within.glob(f"*/{HEADER}"))
    except OSError:
        return ()
    read = (_shelved(each, keychain) for each in sorted(folders, key=_made))
    found = [replace(one, number=number) for number, one in enumerate(filter(None, read), 1)]
    return tuple(sorted(found, key=lambda one: (-one.changed.timestamp(), one.place.id)))


def _made(folder: Path) -> tuple[float, str]:
    """Return when the locks of a case were made, as far as the disk tells, and what orders equal ones."""
    try:
        return (folder / HEADER).stat().st_mtime, folder.name
    except OSError:
        return 0.0, folder.name


def find(wanted: str, keychain: Keychain | None, folder: Path | None = None) -> CasePlace:
    """Return the case that is meant by its folder, its name, or the beginning of its id. Raises CaseError."""
    if (Path(wanted) / HEADER).is_file():
        with told():
            return CasePlace(Path(wanted))
    cases = shelf(keychain, folder)
    named = [one.place for one in cases if one.name == wanted]
    numbered = [one.place for one in cases if wanted and one.place.id.startswith(wanted.lower())]
    found = named or numbered
    if len(found) > 1:
        raise CaseError(note("case.several", wanted=wanted))
    if not found:
        raise CaseError(note("case.not_found", wanted=wanted))
    return found[0]


def _shelved(folder: Path, keychain: Keychain | None) -> Shelved | None:
    try:
        place = CasePlace(folder)
        changed = datetime.fromtimestamp((folder / ROWS).stat().st_mtime, UTC)
    except (HeaderError, OSError):
        return None
    key = _key(place, keychain)
    return Shelved(place, place.name(key) or None if key else None, key is not None, changed)


def _key(place: CasePlace, keychain: Keychain | None) -> bytes | None:
    if keychain is None:
        return None
    try:
        return place.by_keychain(keychain)
    except (KeychainError, WrongKeyError, NoSuchLockError):
        return None
