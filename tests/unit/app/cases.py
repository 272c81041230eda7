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


def fill(session: Session, number: int, folder: Path) -> Session:
    """Hand in and say what scenario `number` says; its files are made in `folder`."""
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
            session.add(session.read(paths[-1]))
    return session


def scenario(number: int, folder: Path) -> Session:
    """A new session with a scenario in it."""
    return fill(Session(Catalog.load()), number, folder)


def demo() -> Session:
    """A new session with the fictional person of the demo."""
    session = Session(Catalog.load())
    session.declare_residence(specs.residence(RESIDENCE, session.catalog))
    session.add(session.read(path(ARCHIVE)))
    return session
