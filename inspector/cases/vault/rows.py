# SPDX-License-Identifier: Apache-2.0
"""The encrypted database of a case: opened with a raw key, brought to the newest form, checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from sqlcipher3 import dbapi2

from inspector.cases.vault.keys import WrongKeyError

NAME: Final = "rows.db"
RowsError: Final[type[Exception]] = dbapi2.Error
"""What the database raises: it is damaged, or the disk is full."""

_WAIT_SECONDS: Final = 5
# Sealed with a file, none of it in a file beside: what is sorted or undone stays in memory.
_SETTINGS: Final = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)


class Found(Protocol):
    """The rows that a statement gives."""

    def fetchone(self) -> Any:
        """Return the next row, None behind the last."""

    def __iter__(self) -> Iterator[Any]:
        """Return the rows."""


class Connection(Protocol):
    """An open database. It has no types of its own; this is the part that is used."""

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> Found:
        """Run one statement. Raises RowsError."""

    def close(self) -> None:
        """Let go of the file."""


Step = Callable[[Connection], None]
"""Brings the tables from one form to the next."""


class NewerError(Exception):
    """A later program wrote these rows; this one would not understand them."""


def connect(path: Path, key: bytes, steps: Sequence[Step]) -> Connection:
    """Open or make the database. Its form is the number of `steps` taken; those missing are taken now.

    Raises WrongKeyError, NewerError, RowsError.
    """
    rows: Connection = dbapi2.connect(
        str(path), timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        rows.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        _check_key(rows)
        for setting in _SETTINGS:
            rows.execute(setting)
        _migrate(rows, steps)
    except BaseException:
        rows.close()
        raise
    return rows


@contextmanager
def step(rows: Connection) -> Iterator[None]:
    """Do all that is inside or, where it fails or the program ends, nothing of it."""
    rows.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        rows.execute("ROLLBACK")
        raise
    rows.execute("COMMIT")


def _check_key(rows: Connection) -> None:
    """Read the first page, which no other key makes readable. Raises WrongKeyError."""
    try:
        rows.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        if isinstance(error, dbapi2.OperationalError):
            raise
        raise WrongKeyError from error


def _migrate(rows: Connection, steps: Sequence[Step]) -> None:
    with step(rows):
        (form,) = rows.execute("PRAGMA user_version").fetchone()
        if form > len(steps):
            raise NewerError
        for number in range(form, len(steps)):
            steps[number](rows)
        rows.execute(f"PRAGMA user_version = {len(steps)}")
