# SPDX-License-Identifier: Apache-2.0
"""`case.json`: what can be read of a case without its key, which is what opening it needs and no more."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import msgspec

from inspector.cases.vault.keys import Lock, LockKind

NAME: Final = "case.json"
FORMAT: Final = 1
"""The form of this file and of encrypted files. That of the rows is in the database itself."""

_MOST_BYTES: Final = 1 << 16


class HeaderError(Exception):
    """There is no such file, or it is none of a case. `newer` where a later program wrote it."""

    def __init__(self, *, newer: bool = False) -> None:
        super().__init__()
        self.newer = newer


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The id of a case, random and meaning nothing, and its locks, each of which opens it."""

    id: str
    locks: tuple[Lock, ...]
    format: int = FORMAT

    def lock(self, kind: LockKind) -> Lock | None:
        """Return the lock of a kind, None where the case has none."""
        return next((lock for lock in self.locks if lock.kind == kind), None)

    def with_lock(self, lock: Lock) -> Header:
        """Return the header with this lock in the place of that of its kind."""
        others = tuple(one for one in self.locks if one.kind != lock.kind)
        return Header(id=self.id, locks=(*others, lock))

    def without(self, kind: LockKind) -> Header:
        """Return the header without the lock of a kind."""
        return Header(id=self.id, locks=tuple(one for one in self.locks if one.kind != kind))


class _Form(msgspec.Struct):
    format: int


def read_header(folder: Path) -> Header:
    """Return the header of the case in a folder. Raises HeaderError, OSError for no access."""
    try:
        with (folder / NAME).open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise HeaderError from error
    try:
        if msgspec.json.decode(data, type=_Form).format > FORMAT:
            raise HeaderError(newer=True)
        return msgspec.json.decode(data, type=Header)
    except msgspec.DecodeError as error:
        raise HeaderError from error


def write_header(folder: Path, header: Header) -> None:
    """Write the header in the place of the one before; at any moment one of the two is there, whole."""
    beside = folder / f".{NAME}.new"
    with beside.open("wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(header), indent=1))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / NAME)
    settle(folder)


def settle(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system has a way to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
