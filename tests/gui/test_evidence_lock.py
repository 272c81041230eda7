# SPDX-License-Identifier: Apache-2.0
"""A password on the bundle: chosen, told where it does not do, forgotten, and asked for by the check."""

from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector.app.export import Order
from inspector.app.session import Session
from inspector.bundle import locking
from inspector.bundle.verifying import verify
from inspector.gui.evidence.unlock import UnlockCard
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.window import MainWindow
from tests.gui.bundles import SOON, drop, evidence, result
from tests.gui.hands import focused, press, saves_to, tab_to, texts, write
from tests.gui.loopwatch import own_work
from tests.gui.travel import click
from tests.gui.walk import clipped, outside, small_targets, unnamed

PASSWORD, OTHER = "seven small telescopes", "eight small telescopes"

both_ways = pytest.mark.parametrize("by_click", [True, False], ids=["click", "keyboard"])


@pytest.fixture
def page(demo_session: Session, window: MainWindow) -> EvidencePage:
    del demo_session
    return evidence(window)


def _choose(page: EvidencePage, qtbot: QtBot, *, by_click: bool) -> None:
    if by_click:
        page.lock.locks.click()
    else:
        tab_to(page.lock.locks)
        press(Qt.Key.Key_Space)
    qtbot.waitUntil(page.lock.first.line.hasFocus, timeout=SOON)


def _type(page: EvidencePage, password: str, again: str) -> None:
    """Type both, going on with Tab."""
    page.lock.first.line.setFocus()
    for text, field in ((password, page.lock.first), (again, page.lock.again)):
        assert focused() is field.line
        # No key of a test types ö.
        field.line.setText(text[:-1])
        write(text[-1:])
        press(Qt.Key.Key_Tab)


def _make(page: EvidencePage, *, by_click: bool) -> None:
    if by_click:
        click(page.makes)
    else:
        page.makes.setFocus()
        press(Qt.Key.Key_Space)


def _asked(page: EvidencePage, qtbot: QtBot, before: UnlockCard | None = None) -> UnlockCard:
    qtbot.waitUntil(lambda: page.checking.unlock not in (None, before), timeout=SOON)
    card = page.checking.unlock
    assert card is not None
    return card


@both_ways
def test_a_bundle_is_locked_with_the_password_that_was_typed_and_checked_with_it(
    page: EvidencePage,
    demo_session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    by_click: bool,
) -> None:
    target = tmp_path / "b.zip"
    saves_to(target, monkeypatch)
    _choose(page, qtbot, by_click=by_click)
    _type(page, PASSWORD, PASSWORD)
    _make(page, by_click=by_click)
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    assert page.made.lock.isVisible()
    with own_work():
        assert verify(target, page.made.fingerprint.fingerprint, password=PASSWORD).ok
        _is_forgotten(page, demo_session, target)
    if by_click:
        click(page.made.checks)
    else:
        tab_to(page.made.checks)
        press(Qt.Key.Key_Space)
    card = _asked(page, qtbot)
    assert focused() is card.field.line
    write(PASSWORD)
    if by_click:
        click(card.opens)
    else:
        press(Qt.Key.Key_Return)
    assert result(page, qtbot).found.ok
    assert result(page, qtbot).verdict.text().startswith("Intact")


def _is_forgotten(page: EvidencePage, session: Session, target: Path) -> None:
    """Nothing keeps the password: no field, no act, no order, no file beside the bundle."""
    assert all(not field.text() for field in page.window().findChildren(QLineEdit))
    gc.collect()
    assert not [one for one in gc.get_objects() if isinstance(one, Order) and one.wish.lock is not None]
    assert PASSWORD not in json.dumps([act.as_object() for act in session.case.acts], default=str)
    assert PASSWORD not in repr(session.__dict__)
    assert PASSWORD.encode() not in target.read_bytes()
    assert [one.name for one in target.parent.iterdir() if one.suffix == ".zip"] == [target.name]


def test_what_does_not_do_is_told_beside_its_field_and_nothing_is_made(
    page: EvidencePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves_to(tmp_path / "b.zip", monkeypatch)
    lock = page.lock
    _choose(page, qtbot, by_click=False)
    for password, again, field, told in (
        ("", "", lock.first, "Write the password first"),
        ("too short", "too short", lock.first, "too short. Take 12 to 128"),
        ("sieben Löwen am See", "sieben Löwen am See", lock.first, "not on the English keyboard"),
        (PASSWORD, OTHER, lock.again, "not the same"),
    ):
        _type(page, password, again)
        page.makes.click()
        assert told in field.told.words.text()
        assert field.line.accessibleDescription() == field.told.words.text()
        assert focused() is field.line
        others = lock.again if field is lock.first else lock.first
        assert not others.told.isVisible()
    assert not page.underway.isVisible()
    assert list(tmp_path.glob("*.zip")) == []
    press(Qt.Key.Key_Backspace, len(OTHER))
    write(PASSWORD)
    assert not lock.again.told.isVisible(), "what is mended is not told any longer"


def test_a_short_password_is_told_when_its_field_is_left_and_not_while_it_is_typed(
    page: EvidencePage, qtbot: QtBot
) -> None:
    _choose(page, qtbot, by_click=True)
    write("seven")
    assert not page.lock.first.told.isVisible()
    press(Qt.Key.Key_Tab)
    assert page.lock.first.told.isVisible()
    assert focused() is page.lock.again.line


def test_letters_show_on_request_and_go_with_the_choice(page: EvidencePage, qtbot: QtBot) -> None:
    _choose(page, qtbot, by_click=True)
    _type(page, PASSWORD, PASSWORD)
    modes = QLineEdit.EchoMode
    assert page.lock.first.line.echoMode() == modes.Password
    assert focused() is page.lock.shows
    press(Qt.Key.Key_Space)
    assert (page.lock.first.line.echoMode(), page.lock.again.line.echoMode()) == (modes.Normal, modes.Normal)
    page.lock.locks.click()
    assert not page.lock.words.isVisible()
    assert page.lock.password is None
    page.lock.locks.click()
    assert page.lock.first.line.text() == page.lock.again.line.text() == ""
    assert page.lock.first.line.echoMode() == modes.Password


def test_a_choice_taken_back_makes_an_open_bundle_and_a_kept_one_asks_anew(
    page: EvidencePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves_to(tmp_path / "locked.zip", monkeypatch)
    _choose(page, qtbot, by_click=True)
    _type(page, PASSWORD, PASSWORD)
    page.makes.click()
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    saves_to(tmp_path / "open.zip", monkeypatch)
    page.makes.click()
    assert page.lock.first.told.isVisible(), "whoever chose a lock gets no open bundle by mistake"
    assert not (tmp_path / "open.zip").exists()
    page.lock.locks.click()
    page.makes.click()
    qtbot.waitUntil(lambda: page.made.isVisible() and page.made.path.name == "open.zip", timeout=SOON)
    assert not page.made.lock.isVisible()
    with own_work():
        assert verify(tmp_path / "open.zip").ok
    with (tmp_path / "locked.zip").open("rb") as file:
        assert locking.is_locked(file.read(locking.HEAD))


def test_only_the_bundle_is_locked_a_redacted_one_too(page: EvidencePage, qtbot: QtBot) -> None:
    _choose(page, qtbot, by_click=True)
    _type(page, PASSWORD, PASSWORD)
    page.redaction.redacts.click()
    qtbot.waitUntil(lambda: page.desk.session.is_answered, timeout=SOON)
    wish = page._ordered(sealed=True, locked=True).wish
    assert (wish.lock, wish.redact) == (PASSWORD, page.redaction.wanted)
    assert PASSWORD not in repr(wish)
    assert page._order().wish.lock is None
    assert page._packed().wish.lock is None


def test_a_wrong_password_is_told_and_the_right_one_serves_for_the_fingerprint_too(
    page: EvidencePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves_to(tmp_path / "b.zip", monkeypatch)
    _choose(page, qtbot, by_click=True)
    _type(page, PASSWORD, PASSWORD)
    page.makes.click()
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    fingerprint = page.made.fingerprint.fingerprint
    drop(page, tmp_path / "b.zip")
    card = _asked(page, qtbot)
    press(Qt.Key.Key_Return)
    assert card.field.told.words.text() == "Write the password first."
    write(OTHER)
    press(Qt.Key.Key_Return)
    card = _asked(page, qtbot, before=card)
    assert card.field.told.words.text().startswith("This password does not open the bundle.")
    write(PASSWORD)
    press(Qt.Key.Key_Return)
    first = result(page, qtbot)
    page.checking.expect.setText(fingerprint)
    qtbot.waitUntil(lambda: page.checking.result not in (None, first), timeout=SOON)
    assert page.checking.unlock is None
    assert "it has the fingerprint that you gave." in result(page, qtbot).verdict.text()
    # Whoever comes with the bundle again is asked again.
    drop(page, tmp_path / "b.zip")
    assert not _asked(page, qtbot).field.told.isVisible()


def test_another_case_finds_nothing_of_what_was_typed(page: EvidencePage, qtbot: QtBot) -> None:
    _choose(page, qtbot, by_click=True)
    _type(page, PASSWORD, PASSWORD)
    page.refresh(page.desk.session)
    assert page.lock.first.line.text() == PASSWORD, "the same case goes on with it"
    page.desk.start_over()
    page.session_changed.emit()
    qtbot.waitUntil(lambda: not page.lock.isVisible(), timeout=SOON)
    assert page.lock.first.line.text() == page.lock.again.line.text() == ""


@pytest.mark.parametrize("width", [900, 1180])
def test_the_fields_fit_the_window(page: EvidencePage, window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 640)
    _choose(page, qtbot, by_click=True)
    page.makes.click()
    assert not [*clipped(page), *outside(page), *small_targets(page), *unnamed(page)]
    assert page.lock.first.told.words.text() in texts(page)
