# SPDX-License-Identifier: Apache-2.0
"""The window on every page: names, order, room for words, pictures; and what closing asks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.app import specs
from inspector.app.conclude import conclude
from inspector.app.journey import PAGES
from inspector.app.session import Session
from inspector.gui.answering import Answering
from inspector.gui.bridge import Bridge
from inspector.gui.desk import Desk
from inspector.gui.dialogs.leaving import LosingDialog
from inspector.gui.dialogs.mishap import MishapDialog
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.theme.measures import SMALLEST, USUAL
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import DARK, LIGHT
from inspector.gui.window import MainWindow, make_page
from inspector.system.messages import PSEUDO_LANGUAGE, Messages
from tests.gui.loopwatch import LoopWatch
from tests.gui.pictures import grab
from tests.gui.walk import clipped, in_reading_order, outside, small_targets, tab_order, unnamed

every_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture
def case(request: pytest.FixtureRequest) -> Session:
    """A new case, or the one of the fictional person."""
    session = request.getfixturevalue(request.param)
    assert isinstance(session, Session)
    return session


cases = pytest.mark.parametrize("case", ["session", "demo_session"], indirect=True)


@every_page
@cases
def test_everything_that_can_have_the_keyboard_has_a_name_and_room_for_a_hand(
    case: Session, window: MainWindow, page: str
) -> None:
    window.go(page)
    assert not unnamed(window)
    assert not small_targets(window)


@every_page
@cases
def test_tab_goes_through_the_page_in_reading_order(case: Session, window: MainWindow, page: str) -> None:
    window.go(page)
    window.rail.take_keyboard()
    on_page = [one for one in tab_order(window) if window.page.isAncestorOf(one)]
    assert in_reading_order(on_page, window)


@every_page
@cases
@pytest.mark.parametrize("size", [SMALLEST, USUAL], ids=["smallest", "usual"])
@pytest.mark.parametrize("messages", [Messages(), Messages(PSEUDO_LANGUAGE)], ids=["en", "long"])
def test_no_words_are_cut_off(case: Session, window: MainWindow, page: str, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.go(page)
    assert window.size().toTuple() == size
    assert not clipped(window)
    assert not outside(window)


@every_page
@cases
def test_pictures_of_every_page(
    case: Session, window: MainWindow, scheme: Theme, page: str, loop_watch: LoopWatch
) -> None:
    window.jump(page)
    name = f"ground-{page}-{'demo' if case.case.readings else 'new'}"
    with loop_watch.paused():
        light = grab(window, name, scheme, "light", 1)
        dark = grab(window, name, scheme, "dark", 2)
    assert light.pixelColor(600, 2) == LIGHT.paper
    assert dark.pixelColor(1200, 4) == DARK.paper
    assert dark.size() == light.size() * 2


def test_an_unknown_page_is_an_error(desk: Desk) -> None:
    with pytest.raises(KeyError):
        make_page("nowhere", desk)


def test_pages_are_made_once(window: MainWindow) -> None:
    assert window.page_of("you") is window.page_of("you")


def answer(kind: type[QDialog], how: str) -> list[QDialog]:
    """Answer the next dialog of a kind by clicking its button; returns what was seen."""
    seen: list[QDialog] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, kind):
            seen.append(shown)
            QTest.mouseClick(getattr(shown, how), Qt.MouseButton.LeftButton)

    QTimer.singleShot(50, look)
    return seen


def test_closing_asks_nothing_where_nothing_would_be_lost(window: MainWindow) -> None:
    window.close()
    assert not window.isVisible()


def test_closing_asks_where_something_would_be_lost(demo_session: Session, window: MainWindow) -> None:
    seen = answer(LosingDialog, "keep")
    window.close()
    assert len(seen) == 1
    assert window.isVisible()
    seen = answer(LosingDialog, "lose")
    window.close()
    assert len(seen) == 1
    assert not window.isVisible()


def test_escape_keeps_what_would_be_lost(demo_session: Session, window: MainWindow) -> None:
    def escape() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(50, escape)
    window.close()
    assert window.isVisible()


def test_an_error_nobody_tells_of_is_told_in_front_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    def work(_job: object) -> None:
        raise ValueError("what the person wrote")

    window.desk.bridge.start(work, lambda _result: None)
    qtbot.waitUntil(lambda: window.mishap is not None)
    dialog = window.mishap
    assert dialog is not None
    assert "what the person wrote" not in dialog.words.text() + dialog.report
    assert "ValueError" in dialog.report
    assert not unnamed(dialog)
    qtbot.mouseClick(dialog.on, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    window.tell(KeyError("what else the person wrote"))
    another = window.mishap
    assert another is not None
    assert another is not dialog
    another.reject()


@pytest.fixture
def bare_window(qapp: QApplication, theme: Theme) -> Iterator[MainWindow]:
    """A window as the program opens it: without a case, which it loads beside itself."""
    desk = Desk(Messages(), Bridge())
    window = MainWindow(desk, theme)
    yield window
    window.close()
    desk.bridge.shut()
    window.deleteLater()


def test_the_window_is_there_before_what_reads_and_reasons(bare_window: MainWindow, qtbot: QtBot) -> None:
    seen = [bare_window.desk.is_ready]
    with qtbot.waitSignal(bare_window.ready, timeout=10_000):
        bare_window.show()
    assert [*seen, bare_window.desk.is_ready] == [False, True]
    assert bare_window.page.name == "start"


def test_a_page_asked_for_before_that_is_shown_all_the_same(bare_window: MainWindow, qtbot: QtBot) -> None:
    bare_window.show()
    with qtbot.waitSignal(bare_window.ready, timeout=10_000):
        bare_window.go("findings")
        session = bare_window.desk.session
    assert bare_window.desk.session is session
    assert bare_window.page.name == "findings"


def test_dialogs_have_names_and_room_in_every_language(window: MainWindow, scheme: Theme) -> None:
    for lang in ("en", PSEUDO_LANGUAGE):
        desk = Desk(Messages(lang), window.desk.bridge, window.desk.session)
        for name, dialog in dialogs(desk, window).items():
            dialog.show()
            assert not unnamed(dialog)
            assert not clipped(dialog)
            assert not outside(dialog)
            if lang == "en":
                grab(dialog, f"ground-dialog-{name}", scheme, "light", 1)
                grab(dialog, f"ground-dialog-{name}", scheme, "dark", 2)
            dialog.close()
            dialog.deleteLater()


def dialogs(desk: Desk, parent: QWidget) -> dict[str, QDialog]:
    from inspector.gui.dialogs.leaving import forgetting_dialog, leaving_dialog

    return {
        "leaving": leaving_dialog(desk, parent),
        "over": forgetting_dialog(desk, parent),
        "mishap": MishapDialog(desk, ValueError("x"), parent),
    }


@pytest.fixture
def no_patience(demo_session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer comes later than the window waits for it."""
    monkeypatch.setattr(Answering, "PATIENCE_S", 0.0)


@pytest.mark.usefixtures("no_patience")
def test_an_answer_is_worked_out_beside_the_window_and_the_old_one_stays(
    demo_session: Session, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, prepare = threading.Event(), FindingsPage.prepare

    def prepare_late(page: FindingsPage, session: Session) -> None:
        held.wait(10)
        prepare(page, session)

    monkeypatch.setattr(FindingsPage, "prepare", prepare_late)
    window.go("findings")
    assert window.stack.currentWidget() is window.waiting
    held.set()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.page)
    threads: list[str] = []
    go = threading.Event()

    def conclude_here(*arguments: Any) -> object:
        threads.append(threading.current_thread().name)
        go.wait(10)
        return conclude(*arguments)

    monkeypatch.setattr("inspector.app.session.conclude", conclude_here)
    page = window.page
    assert isinstance(page, FindingsPage)
    before = page.lived.text()
    demo_session.declare_residence(specs.residence("FR", demo_session.catalog))
    window.refresh()
    window.refresh()
    assert not demo_session.is_answered
    assert (window.stack.currentWidget(), page.lived.text()) == (page, before)
    go.set()
    qtbot.waitUntil(lambda: page.lived.text() != before)
    qtbot.waitUntil(lambda: not window.desk.bridge.busy)
    assert len(threads) == 1
    assert threads[0].startswith("inspector-answer")
    assert window.rail.item("findings").step.standing == "done"


@pytest.mark.usefixtures("no_patience", "demo_session")
def test_a_page_that_waits_for_its_answer_gets_the_keyboard_with_it(window: MainWindow, qtbot: QtBot) -> None:
    window.jump("findings")
    qtbot.waitUntil(lambda: window.page.isAncestorOf(QApplication.focusWidget() or window))
    window.jump("act")
    window.jump("evidence")
    qtbot.waitUntil(lambda: window.page.isAncestorOf(QApplication.focusWidget() or window))
    assert window.stack.currentWidget() is window.page_of("evidence")


@pytest.mark.usefixtures("no_patience")
def test_starting_over_while_an_answer_is_worked_out_shows_the_new_case(
    demo_session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    window.go("findings")
    window.desk.bridge.cancel_all()
    window.desk.start_over()
    window.refresh()
    qtbot.waitUntil(lambda: not window.desk.bridge.busy)
    assert window.desk.session is not demo_session
    assert window.stack.currentWidget() is window.page
    assert window.rail.item("findings").step.standing == "waiting"


@pytest.mark.usefixtures("no_patience")
def test_an_answer_that_fails_is_told_and_the_next_one_is_tried(
    demo_session: Session, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("inspector.app.session.conclude", lambda *_: 1 // 0)
        demo_session.declare_residence(())
        window.refresh()
        qtbot.waitUntil(lambda: window.mishap is not None)
    assert window.mishap is not None
    window.mishap.accept()
    window.refresh()
    qtbot.waitUntil(lambda: demo_session.is_answered)
