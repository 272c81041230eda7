# SPDX-License-Identifier: Apache-2.0
"""The tables of a case, form by form. A step that was released is never edited; a new form is a new step."""

from __future__ import annotations

from typing import Final

from inspector.cases.vault.rows import Connection, Step


def first(rows: Connection) -> None:
    """Form 1: acts in order with the hash chain's `prev`, what was read from sources, where originals lie."""
    rows.execute("CREATE TABLE act (n INTEGER PRIMARY KEY, canonical BLOB NOT NULL) STRICT")
    rows.execute(
        "CREATE TABLE reading (source TEXT PRIMARY KEY, reading BLOB NOT NULL, n INTEGER NOT NULL"
        " REFERENCES act (n)) STRICT, WITHOUT ROWID"
    )
    rows.execute(
        "CREATE TABLE original (sha256 TEXT PRIMARY KEY, sha512 TEXT NOT NULL, bytes INTEGER NOT NULL,"
        " file TEXT UNIQUE, path TEXT, CHECK ((file IS NULL) <> (path IS NULL))) STRICT, WITHOUT ROWID"
    )


def second(rows: Connection) -> None:
    """Form 2: what the case keeps beside its acts and exports nowhere, by name, such as its sealing key."""
    rows.execute("CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID")


STEPS: Final[tuple[Step, ...]] = (first, second)
