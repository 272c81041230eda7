# SPDX-License-Identifier: Apache-2.0
"""One application for all tests of the window, offscreen, in the program's own face; leftovers fail."""

from __future__ import annotations

import gc
import os
import threading
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.app import specs
from inspector.app.conclude import conclude
from inspector.app.demo import ARCHIVE, RESIDENCE
from inspector.app.jobs import Job
from inspector.app.session import Session
from inspector.cases.case import Case
from inspector.catalog.index import Catalog
from inspector.gui.answering import Answering
from inspector.gui.bridge import Bridge
from inspector.gui.desk import Desk
from inspector.gui.loading import load_pages
from inspector.gui.main import dress, use_own_face
from inspector.gui.theme.theme import Theme
from inspector.gui.tongue import speak
from inspector.gui.window import MainWindow
from inspector.report.inspection import Inspection
from inspector.system.messages import SOURCE_LANGUAGE, Messages
from inspector.system.preferences import Look
from inspector.system.resources import path
from tests.gui.loopwatch import LoopWatch, own_work
from tests.gui.sights import Visit
from tests.unit.app.read_once import read_once

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE_S = Answering.PATIENCE_S

_STAYS = "worker-starter"
"""The one thread that starts all workers; it ends with the program."""


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The theme of the one application, dressed once."""
    use_own_face(qapp)
    return dress(qapp, Messages())


@pytest.fixture
def scheme(theme: Theme) -> Iterator[Theme]:
    """The theme, light again afterwards: `scheme.wear("dark")`."""
    yield theme
    theme.choose(Look.SYSTEM)
    theme.wear("light")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return Catalog.load()


@pytest.fixture
def messages() -> Messages:
    """English; parametrize with another language where a test is about that."""
    return Messages()


@pytest.fixture
def session(catalog: Catalog) -> Session:
    """A new case."""
    return Session(catalog)


@pytest.fixture
def demo_session(session: Session, catalog: Catalog) -> Session:
    """The same case with the fictional person's archive and residence."""
    session.declare_residence(specs.residence(RESIDENCE, catalog))
    with own_work():
        session.add(read_once(session, path(ARCHIVE)))
    return session


@pytest.fixture
def desk(qapp: QApplication, theme: Theme, session: Session, messages: Messages) -> Iterator[Desk]:
    """What a page is made with; its jobs end with the test."""
    desk = Desk(messages, Bridge(), session)
    is_foreign = messages.lang != SOURCE_LANGUAGE
    if is_foreign:
        speak(messages)
    yield desk
    desk.bridge.shut()
    if is_foreign:
        speak(Messages())


@pytest.fixture
def loop_watch(qapp: QApplication) -> Iterator[LoopWatch]:
    """Fails where the window stood still for half a second; `with loop_watch.paused()` for own work."""
    watch = LoopWatch()
    yield watch
    watch.end()
    assert watch.longest < LoopWatch.LIMIT, f"the window stood still for {watch.longest:.3f} s"


@pytest.fixture(autouse=True, scope="module")
def heap_of_a_new_program() -> None:
    """What hundreds of tests left is not collected within the time of a window: a program has none of it."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def loaded(qapp: QApplication, catalog: Catalog) -> None:
    """What the program loads beside its window before a person can click anything."""
    desk = Desk(Messages(), Bridge(), Session(catalog))
    load_pages(Job(0, lambda _job, _news: None), desk)
    desk.bridge.shut()


@pytest.fixture
def patience(loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that are not about waiting find the answer on the page as soon as they asked for it."""
    monkeypatch.setattr(Answering, "PATIENCE_S", 10.0)


@pytest.fixture
def as_shipped(patience: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window waits no longer for an answer than it does for a person."""
    monkeypatch.setattr(Answering, "PATIENCE_S", PATIENCE_S)


@pytest.fixture(autouse=True)
def own_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the cases of whoever runs it."""
    monkeypatch.setenv("INSPECTOR_DATA", str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def reasons_beside_the_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails where the window itself works out an answer on its own thread; a test may, it has time."""
    found: list[str] = []

    def watched(case: Case, catalog: Catalog, now: datetime) -> Inspection:
        if threading.current_thread() is threading.main_thread():
            places = [frame for frame in traceback.extract_stack() if "/inspector/gui/" in frame.filename]
            found.extend(f"{frame.filename}:{frame.lineno}" for frame in places[-1:])
        return conclude(case, catalog, now)

    monkeypatch.setattr("inspector.app.session.conclude", watched)
    yield
    assert not found, f"an answer was worked out on the window's own thread, asked for at {found}"


@pytest.fixture
def window(
    qtbot: QtBot, desk: Desk, theme: Theme, loop_watch: LoopWatch, patience: None
) -> Iterator[MainWindow]:
    """The whole window, shown and active, on the start page, with the case of `session`."""
    window = MainWindow(desk, theme)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    loop_watch.begin()
    yield window
    loop_watch.end()
    window.closes_unasked()
    window.close()
    window.deleteLater()


@pytest.fixture
def visit(
    window: MainWindow, messages: Messages, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Visit]:
    """The window with hands that lead to any sight; what stands in front of it is closed afterwards."""
    visit = Visit(window, qtbot, tmp_path, monkeypatch)
    yield visit
    visit.leave()
    if window.desk.messages.lang != messages.lang:
        speak(messages)


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """No window still shown, no timer still running, no thread still alive that a program waits for."""
    before = set(threading.enumerate())
    yield
    qapp.sendPostedEvents(None, 0)
    assert not [widget for widget in qapp.topLevelWidgets() if widget.isVisible()], "a window is left open"
    new = [one for one in threading.enumerate() if one not in before and not one.daemon]
    threads = [one.name for one in new if not one.name.startswith(_STAYS)]
    assert not threads, "a thread is left alive"
    assert not running_timers(), "a timer is left running"


def running_timers() -> list[QTimer]:
    # By identity: to ask each of some seventy thousand objects what it descends from takes ten times as long.
    timers: list[QTimer] = [one for one in gc.get_objects() if type(one) is QTimer]
    return [one for one in timers if shiboken6.isValid(one) and one.isActive()]
