# SPDX-License-Identifier: Apache-2.0
"""Cases on disk for tests, under a passphrase that costs next to nothing to try."""

from __future__ import annotations

from pathlib import Path

from inspector.app import case_doors
from inspector.app.case_doors import Made, Opened
from inspector.app.case_session import session_of
from inspector.app.session import Session
from inspector.cases.vault.keychain import Keychain
from inspector.cases.vault.keys import Cost
from inspector.catalog.index import Catalog

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "stormy harbour"
NAME = "Mine & LinkedIn"


def made(within: Path, keychain: Keychain | None = None, name: str = NAME) -> Made:
    """Return a new case, open."""
    return case_doors.make(name, WORDS, within, keychain, CHEAP)


def again(opened: Opened) -> Opened:
    """Close a case and open it once more."""
    opened.close()
    return case_doors.by_passphrase(opened.place, WORDS)


def session_in(opened: Opened, catalog: Catalog | None = None, *, in_place: bool = False) -> Session:
    """Return what works in a case."""
    return session_of(opened, catalog or Catalog.load(), in_place=in_place)
