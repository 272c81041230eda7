# SPDX-License-Identifier: Apache-2.0
"""Cases of the scenario table as sessions, for what is shown of them."""

from __future__ import annotations

from pathlib import Path

from inspector.app import specs
from inspector.app.demo import ARCHIVE, RESIDENCE
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from inspector.system.resources import path
from tests.e2e.scenarios import SCENARIOS
from tests.unit.app.read_once import read_once


def fill(session: Session, number: int, folder: Path, *, looks: bool = False) -> Session:
    """Hand in and say what scenario `number` says, with files made in `folder`. `looks`: in pictures too."""
    catalog = session.catalog
    paths: list[Path] = []
    words = iter(SCENARIOS[number - 1].arguments(folder))
    for word in words:
        if word == "--residence":
            session.declare_residence(specs.residence(next(words), catalog))
        elif word == "--shown":
            session.say(specs.shown(next(words), catalog, paths))
        elif word == "--reading":
            session.say(specs.declared(next(words), catalog))
        else:
            paths.append(Path(word))
            session.add(read_once(session, paths[-1], looks=looks))
    return session


def scenario(number: int, folder: Path) -> Session:
    """A new session with a scenario in it."""
    return fill(Session(Catalog.load()), number, folder)


def demo() -> Session:
    """A new session with the fictional person of the demo."""
    session = Session(Catalog.load())
    session.declare_residence(specs.residence(RESIDENCE, session.catalog))
    session.add(read_once(session, path(ARCHIVE)))
    return session
