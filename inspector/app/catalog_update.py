# SPDX-License-Identifier: Apache-2.0
"""Takes a newer catalog that a person hands in, keeps it, and says which catalog answers from then on.

Nothing is fetched, and nothing is taken without being asked: a person names a file. An update that is older
than what is there, or past its last day, is not taken. What is kept is the signed file itself and, beside it,
the catalog's files; they are compared whenever the program starts.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from inspector.app.catalog_choice import SIGNED, folder
from inspector.app.update_file import Update, UpdateError, known_keys, order, read
from inspector.catalog.errors import CatalogError
from inspector.catalog.index import Catalog
from inspector.domain.text import Note, note
from inspector.system.clock import now

Keys = Mapping[str, Ed25519PublicKey]

_FILES: Final = "files"


def take(
    file: Path, keys: Keys | None = None, at: datetime | None = None, place: Path | None = None
) -> Update:
    """Check an update, put it in the place of the catalog that answers, and return it. Raises UpdateError.

    `keys`, `at` and `place` are by default those of the program, the present, and where updates are kept.
    """
    trusted = known_keys() if keys is None else keys
    update = read(file, trusted)
    if (at or now()) >= update.expires:
        raise UpdateError(
            note("update.expired", version=update.version, day=update.expires.date().isoformat())
        )
    target = place or folder()
    there = in_use(trusted, target)[0].version
    if order(update.version) <= order(there):
        raise UpdateError(note("update.not_newer", version=update.version, there=there))
    try:
        _keep(file, update, target)
    except OSError as error:
        raise UpdateError(note("update.not_kept")) from error
    return update


def drop(place: Path | None = None) -> bool:
    """Go back to the catalog that the program ships; tell whether there was an update. Raises UpdateError."""
    target = place or folder()
    if not target.exists():
        return False
    try:
        shutil.rmtree(target)
    except OSError as error:
        raise UpdateError(note("update.not_kept")) from error
    return True


def in_use(keys: Keys | None = None, place: Path | None = None) -> tuple[Catalog, Note | None]:
    """Return the catalog that answers, and why an update that is kept does not, if so.

    That is the kept one where its signature still holds, its files are those that were signed, and it is
    newer than the one that ships. Raises CatalogError where the one that ships is damaged.
    """
    shipped, target = Catalog.load(), place or folder()
    if not (target / SIGNED).is_file():
        return shipped, None
    try:
        update = read(target / SIGNED, known_keys() if keys is None else keys)
        if order(update.version) <= order(shipped.version):
            return shipped, None
        _compare(update, target / _FILES)
        return Catalog.load(target / _FILES), None
    except UpdateError as error:
        return shipped, error.note
    except (OSError, CatalogError, UnicodeDecodeError):
        return shipped, note("update.changed")


def _compare(update: Update, files: Path) -> None:
    """Raise UpdateError where the files that are read are not those that were signed."""
    there = {one.relative_to(files).as_posix(): one for one in files.rglob("*") if not one.is_dir()}
    if there.keys() != update.files.keys() or any(
        one.read_bytes() != update.files[name].encode() for name, one in there.items()
    ):
        raise UpdateError(note("update.changed"))


def _keep(file: Path, update: Update, target: Path) -> None:
    """Write beside the place first: half an update never answers. Raises OSError, UpdateError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="catalog-", dir=target.parent) as beside:
        fresh = Path(beside, "new")
        for name, text in update.files.items():
            written = fresh / _FILES / name
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(text.encode())
        _try(fresh / _FILES, update.version)
        shutil.copyfile(file, fresh / SIGNED)
        if target.exists():
            target.rename(Path(beside, "old"))
        fresh.rename(target)


def _try(files: Path, version: str) -> None:
    """Raise UpdateError where this program cannot read all of a catalog, or it names another version."""
    try:
        catalog = Catalog.load(files)
        whole = (catalog.services(), catalog.regions, catalog.contacts, catalog.authorities, catalog.rights)
    except (CatalogError, OSError) as error:
        raise UpdateError(note("update.not_understood", version=version)) from error
    if catalog.version != version or not all(whole):
        raise UpdateError(note("update.not_understood", version=version))
