# SPDX-License-Identifier: Apache-2.0
"""Works in a case until it is killed: imports, saves, migrates or exports. Run as a process of its own."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from inspector.app.case_doors import Opened
from inspector.app.case_session import session_of
from inspector.app.export import Wish, export
from inspector.app.inspect import fill
from inspector.app.request import Request
from inspector.app.session import Session
from inspector.cases.vault.place import CasePlace
from inspector.cases.vault.rows import step
from inspector.cases.vault.vault_case import VaultCase
from inspector.catalog.index import Catalog
from inspector.system.clock import now


def tell(text: str) -> None:
    """Say how far it is: what is said is on the disk."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def imports(session: Session, folder: Path) -> None:
    """Add one source after the other; each has its own bytes."""
    for number in count(len(session.case.readings)):
        picture = folder / f"picture-{number}.png"
        picture.write_bytes((folder / "first.png").read_bytes() + f"fictional tail {number}".encode() * 9_000)
        for path in (picture, folder / "export.zip"):
            fill(session, Request((path,)))
            tell(str(len(session.case.acts)))


def saves(session: Session, _folder: Path) -> None:
    """Note one thing after the other."""
    for number in count(len(session.case.acts)):
        session.name_maker(f"Aza M\u00fcller-Demo {number}")
        tell(str(len(session.case.acts)))


def exports(session: Session, folder: Path) -> None:
    """Make one bundle after the other."""
    while True:
        wish = Wish(folder / "out" / "evidence.zip", "en", originals=True)
        export(session.case, session.inspection(), session.catalog, wish, now())
        tell(str(len(session.case.acts)))


def migrates(place: CasePlace, key: bytes) -> None:
    """Bring the rows from form 1 to the newest, again and again."""
    while True:
        # One step, or a blow between the two would leave what no version ever wrote.
        with place.open(key) as case, step(case._rows):
            case._rows.execute("DROP TABLE IF EXISTS kept")
            case._rows.execute("PRAGMA user_version = 1")
        tell("0")


def main(deed: str, case: Path, key: bytes, folder: Path) -> None:
    """Do one of the four until the end of this process."""
    place = CasePlace(case)
    if deed == "migrate":
        tell("open")
        migrates(place, key)
    opened = Opened(place, VaultCase(case, key), key)
    session = session_of(opened, Catalog.load())
    session.inspection()
    tell("open")
    {"import": imports, "save": saves, "export": exports}[deed](session, folder)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), bytes.fromhex(sys.argv[3]), Path(sys.argv[4]))
