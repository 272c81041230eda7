# SPDX-License-Identifier: Apache-2.0
"""Locked exports on the page Collect: the password is asked once, opens what it can, and shows nowhere."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from inspector.app.evidence import asked, checked, export
from inspector.app.export import Wish
from inspector.app.intake import Stage
from inspector.app.jobs import Job
from inspector.app.journey import journey
from inspector.app.session import Session
from inspector.gui.collect.lock import LockNote
from inspector.gui.pages.collect import CollectPage
from inspector.gui.theme import fields
from inspector.gui.theme.measures import SMALLEST
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.collecting import at_collect, at_rest, stages, until, words
from tests.gui.hands import focused, press, tab_to, texts, write
from tests.gui.loopwatch import LoopWatch, own_work
from tests.gui.pictures import grab
from tests.gui.travel import click, drop
from tests.gui.walk import clipped, in_reading_order, outside, small_targets, tab_order, unnamed
from tests.makers import linkedin
from tests.makers.made import Made
from tests.makers.winzip import locked

RIGHT, WRONG, OTHER = "Zebra-417 x", "Giraffe-9", "Otter 22"

both_ways = pytest.mark.parametrize("by_click", [True, False], ids=["click", "keyboard"])


@pytest.fixture
def page(window: MainWindow) -> CollectPage:
    return at_collect(window)


def sealed(path: Path, made: Made, password: str = RIGHT) -> Path:
    return locked(path, [(one.name, one.data) for one in made.members], password)


@pytest.fixture
def export_file(tmp_path: Path) -> Path:
    return sealed(tmp_path / "Complete_LinkedInDataExport.zip", linkedin.simple())


def lock_of(page: CollectPage, number: int = 0) -> LockNote:
    lock = page.view.cards[number].lock
    assert lock is not None
    return lock


def give(lock: LockNote, password: str, *, by_click: bool) -> None:
    """Write a password and hand it over, by the mouse or by keys alone."""
    if by_click:
        click(lock.field)
        write(password)
        click(lock.opens)
    else:
        tab_to(lock.field)
        write(password)
        press(Qt.Key.Key_Return)


def push(button: QWidget, *, by_click: bool) -> None:
    if by_click:
        click(button)
    else:
        tab_to(button)
        press(Qt.Key.Key_Space)


def kept(session: Session) -> str:
    """All that a case holds, as text."""
    return json.dumps([act.as_object() for act in session.case.acts]) + repr(session.case.readings)


@both_ways
def test_its_password_opens_an_export(
    window: MainWindow, page: CollectPage, session: Session, export_file: Path, *, by_click: bool
) -> None:
    assert drop(window, export_file)
    at_rest(page, 1)
    assert "locked with a password" in words(page)
    assert "hand it in with its password" not in words(page)
    assert not session.inspection().complete
    give(lock_of(page), RIGHT, by_click=by_click)
    at_rest(page, 1)
    assert words(page).startswith("read An archive of LinkedIn")
    assert focused() is page.view.cards[0].buttons["ledger"]
    assert not lock_of(page).isVisible()
    assert [source.status for source in session.sources] == ["read"]
    assert session.inspection().complete


def collected(session: Session) -> str:
    """How the page stands on the rail."""
    steps = journey(session.case, session.inspection())
    return next(step.standing for step in steps if step.page == "collect")


@both_ways
def test_a_wrong_password_is_told_and_asked_again(
    window: MainWindow, page: CollectPage, session: Session, export_file: Path, *, by_click: bool
) -> None:
    drop(window, export_file)
    at_rest(page, 1)
    acts = session.case.acts
    for password in (WRONG, OTHER):
        give(lock_of(page), password, by_click=by_click)
        at_rest(page, 1)
        assert "does not open everything in it" in words(page)
        assert lock_of(page).field.text() == ""
        assert "does not open everything in it" in lock_of(page).field.accessibleDescription()
        assert focused() is lock_of(page).field
        assert lock_of(page).field.property(fields.WRONG)
        assert lock_of(page).opens.leads
        assert not page.forward.leads
        assert not page.files.leads
        assert collected(session) == "open"
    assert session.case.acts == acts
    give(lock_of(page), RIGHT, by_click=by_click)
    at_rest(page, 1)
    assert [source.status for source in session.sources] == ["read"]


@both_ways
def test_the_person_may_go_on_without_it_and_come_back(
    window: MainWindow, page: CollectPage, session: Session, export_file: Path, *, by_click: bool
) -> None:
    drop(window, export_file)
    at_rest(page, 1)
    push(lock_of(page).skips, by_click=by_click)
    assert not lock_of(page).isVisible()
    assert "hand it in with its password" in words(page)
    assert not session.inspection().complete
    push(page.view.cards[0].buttons["password"], by_click=by_click)
    assert focused() is lock_of(page).field
    write(RIGHT)
    press(Qt.Key.Key_Return)
    at_rest(page, 1)
    assert [source.status for source in session.sources] == ["read"]


def test_an_empty_password_is_none(window: MainWindow, page: CollectPage, export_file: Path) -> None:
    drop(window, export_file)
    at_rest(page, 1)
    tab_to(lock_of(page).opens)
    press(Qt.Key.Key_Space)
    assert "Write the password first." in words(page)
    assert focused() is lock_of(page).field
    assert stages(page) == [Stage.ADDED]


def test_it_is_asked_once_for_all_that_it_opens(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path
) -> None:
    first = sealed(tmp_path / "a.zip", linkedin.simple())
    second = sealed(tmp_path / "b.zip", linkedin.account())
    third = sealed(tmp_path / "c.zip", linkedin.of_era(linkedin.ERA_2018))
    drop(window, first, second)
    at_rest(page, 2)
    give(lock_of(page, 1), RIGHT, by_click=False)
    at_rest(page, 2)
    drop(window, third)
    at_rest(page, 3)
    assert [source.status for source in session.sources] == ["read"] * 3
    assert page.view.cards[2].lock is None


def test_exports_with_passwords_of_their_own_enter_one_bundle(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    first = sealed(tmp_path / "a.zip", linkedin.simple())
    second = sealed(tmp_path / "b.zip", linkedin.account(), OTHER)
    drop(window, first, second)
    at_rest(page, 2)
    give(lock_of(page, 0), RIGHT, by_click=True)
    at_rest(page, 2)
    assert "does not open everything in it" in words(page, 1)
    give(lock_of(page, 1), OTHER, by_click=True)
    at_rest(page, 2)
    with loop_watch.paused():
        target = tmp_path / "bundle.zip"
        job = Job(1, lambda _job, _news: None)
        export(asked(session, Wish(target, "en", passwords=session.passwords)), session, job)
        assert checked(target, "", job).ok
    assert not [word for word in (RIGHT, OTHER) if word.encode() in target.read_bytes()]


def test_stopping_leaves_it_locked_as_it_was(
    window: MainWindow, page: CollectPage, session: Session, tmp_path: Path, big_locked: Path
) -> None:
    drop(window, big_locked)
    at_rest(page, 1)
    acts = session.case.acts
    give(lock_of(page), RIGHT, by_click=True)
    until(lambda: any(item.done for item in page.queue.underway))
    assert not lock_of(page).isVisible()
    click(page.view.cards[0].buttons["stop"])
    at_rest(page, 1)
    assert stages(page) == [Stage.ADDED]
    assert lock_of(page).isVisible()
    assert session.case.acts == acts


@pytest.fixture
def big_locked(tmp_path: Path, loop_watch: LoopWatch) -> Path:
    """An export that takes longer to open than it takes to reach the button that stops it."""
    with loop_watch.paused():
        made = linkedin.simple()
        row = b'"x","2026-01-01 10:00:00 UTC","FROM","TO","text of a message that goes on","INBOX"\n'
        members = [(one.name, one.data) for one in made.members]
        members += [(f"Filler_{number}.csv", row * 700_000) for number in range(3)]
        return locked(tmp_path / "big.zip", members, RIGHT)


def test_it_shows_nowhere_and_is_gone_with_the_case(
    window: MainWindow,
    page: CollectPage,
    export_file: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(0)
    session = page.desk.session
    drop(window, export_file)
    at_rest(page, 1)
    lock = lock_of(page)
    tab_to(lock.field)
    write(RIGHT)
    assert lock.field.echoMode() is QLineEdit.EchoMode.Password
    assert lock.field.displayText() == "•" * len(RIGHT) or RIGHT not in lock.field.displayText()
    press(Qt.Key.Key_Return)
    at_rest(page, 1)
    printed = capfd.readouterr()
    assert RIGHT not in kept(session) + repr(session.passwords) + caplog.text + printed.out + printed.err
    assert not [text for text in texts(window) if RIGHT in text]
    assert lock.field.text() == ""
    assert not lock.field.isUndoAvailable()
    assert session.passwords.of(export_file) == RIGHT
    window.desk.start_over()
    with own_work():
        gc.collect()
    assert window.desk.session.passwords.of(export_file) is None


def test_what_is_typed_shows_only_as_long_as_it_is_asked_for(
    window: MainWindow, page: CollectPage, export_file: Path
) -> None:
    drop(window, export_file)
    at_rest(page, 1)
    lock = lock_of(page)
    tab_to(lock.shows)
    press(Qt.Key.Key_Space)
    assert lock.field.echoMode() is QLineEdit.EchoMode.Normal
    give(lock, WRONG, by_click=False)
    at_rest(page, 1)
    assert lock.field.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("messages", [Messages("en"), Messages("xx-long")], ids=["en", "long"])
def test_nothing_is_unnamed_clipped_or_outside(
    window: MainWindow, page: CollectPage, export_file: Path, scheme: Theme
) -> None:
    drop(window, export_file)
    at_rest(page, 1)
    give(lock_of(page), WRONG, by_click=False)
    at_rest(page, 1)
    window.resize(*SMALLEST)
    QApplication.sendPostedEvents()
    for look in LOOKS:
        assert not look(page)
    grab(window, f"collect-locked-small-{window.desk.messages.lang}", scheme)
    page.files.setFocus()
    order = [widget for widget in tab_order(window) if page.view.isAncestorOf(widget)]
    assert in_reading_order(order, window)
    assert {lock_of(page).field, lock_of(page).shows, lock_of(page).opens, lock_of(page).skips} <= {*order}


LOOKS: tuple[Callable[[QWidget], list[str]], ...] = (unnamed, clipped, outside, small_targets)


def test_pictures(window: MainWindow, page: CollectPage, scheme: Theme, export_file: Path) -> None:
    drop(window, export_file)
    at_rest(page, 1)
    asks = grab(window, "collect-locked", scheme)
    grab(window, "collect-locked", scheme, "dark", 2)
    scheme.wear("light")
    give(lock_of(page), WRONG, by_click=True)
    at_rest(page, 1)
    assert grab(window, "collect-locked-wrong", scheme) != asks
    click(lock_of(page).skips)
    assert grab(window, "collect-locked-without", scheme) != asks
