# SPDX-License-Identifier: Apache-2.0
"""Pictures are read beside the window: one after the other, each once; nothing of it outlives the case."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.app import reading_captures
from inspector.app.session import Session
from inspector.catalog.index import Catalog
from inspector.gui.confirm.looking import Looking
from inspector.gui.desk import Desk
from tests.gui.shots import add, switch
from tests.gui.travel import SOON
from tests.makers.pictures import picture
from tests.unit.worker.stand_ins import HANG, faulty_captures


def rest(looking: Looking, session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(map(looking.is_at, session.sources)), timeout=SOON)


def test_each_picture_is_read_once_by_one_worker_that_is_given_back(
    desk: Desk, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    add(session, switch(tmp_path, on=True, name="a.png"), switch(tmp_path, on=False, name="b.png"))
    looking, pids = Looking(desk), set()
    heard: list[str] = []

    def hear(sha256: str) -> None:
        heard.append(sha256)
        worker = looking._readers._worker if looking._readers else None
        pids.add(worker.pid if worker else 0)

    looking.changed.connect(hear)
    looking.follow(session)
    looking.follow(session)
    assert all(map(looking.is_at, session.sources))
    rest(looking, session, qtbot)
    states = {one.name: session.captured(one) for one in session.sources}
    assert {name: one.settings[0].state for name, one in states.items() if one} == {
        "a.png": "on",
        "b.png": "off",
    }
    assert set(heard) == {one.sha256 for one in session.sources}
    qtbot.waitUntil(lambda: looking._readers is None and not desk.bridge.busy, timeout=SOON)
    (pid,) = pids - {0}
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    heard.clear()
    looking.follow(session)
    assert not any(map(looking.is_at, session.sources))
    assert not heard


def test_what_was_begun_for_another_case_tells_nothing_of_this_one(
    desk: Desk, session: Session, catalog: Catalog, qtbot: QtBot, tmp_path: Path
) -> None:
    add(session, switch(tmp_path, on=True))
    looking = Looking(desk)
    looking.follow(session)
    other = Session(catalog)
    (tmp_path / "other.png").write_bytes(picture(3, 60, 40))
    add(other, tmp_path / "other.png")
    looking.follow(other)
    rest(looking, other, qtbot)
    assert other.captured(other.sources[0]) is not None
    assert len([one for one in (session, other) if one.captured(session.sources[0])]) <= 1
    assert other.captured(session.sources[0]) is None


def test_closing_the_window_ends_what_hangs(
    desk: Desk, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_captures, "command", lambda _: faulty_captures(HANG, "a.png"))
    add(session, switch(tmp_path, on=True, name="a.png"))
    looking = desk.looking
    looking.follow(session)
    qtbot.waitUntil(lambda: bool(looking._readers and looking._readers._worker), timeout=SOON)
    assert looking._readers is not None
    worker = looking._readers._worker
    assert worker is not None
    desk.bridge.shut()
    desk.end()
    assert not worker.alive
