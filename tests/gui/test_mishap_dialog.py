# SPDX-License-Identifier: Apache-2.0
"""An error that no page tells of: in plain words, with all that a report would contain, and nothing sent."""

from __future__ import annotations

import errno

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from inspector.gui.desk import Desk
from inspector.gui.dialogs.mishap import MishapDialog
from inspector.gui.main import tell_bug
from inspector.gui.window import MainWindow
from tests.gui.hands import opened

SECRET = "a person's own words"


def caught() -> BaseException:
    """An error that carries what a person wrote, raised from another that does."""
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error


def test_it_shows_all_that_a_report_would_contain_and_copies_that(desk: Desk, qtbot: QtBot) -> None:
    dialog = MishapDialog(desk, caught())
    qtbot.addWidget(dialog)
    assert "(" not in dialog.words.text()
    assert "ValueError" not in dialog.words.text()
    report = dialog.sheet.toPlainText()
    assert "ValueError, at\n  tests/gui/test_mishap_dialog.py, line " in report
    assert "Before that: KeyError" in report
    dialog.copies.click()
    assert QGuiApplication.clipboard().text() == report == dialog.report
    assert dialog.copies.text() == "Copied"
    for one in (report, dialog.words.text(), dialog.windowTitle()):
        assert SECRET not in one


def test_what_the_system_would_not_do_needs_no_report(desk: Desk, qtbot: QtBot) -> None:
    dialog = MishapDialog(desk, OSError(errno.ENOSPC, SECRET))
    qtbot.addWidget(dialog)
    assert dialog.report == ""
    assert not dialog.findChildren(QPlainTextEdit)
    dialog.copies.click()
    assert QGuiApplication.clipboard().text() == dialog.words.text()
    assert SECRET not in dialog.words.text()


def test_the_program_goes_on_after_it(window: MainWindow, capsys: pytest.CaptureFixture[str]) -> None:
    tell_bug(window, caught())
    dialog = opened(window, MishapDialog)
    dialog.on.click()
    window.jump("you")
    assert window.page.name == "you"
    out = capsys.readouterr()
    assert out.err.startswith("ValueError, test_mishap_dialog.py line ")
    assert SECRET not in out.err + out.out
    assert window.desk.connected == 0


def test_the_program_can_be_closed_from_it_and_asks_where_something_would_be_lost(
    window: MainWindow, demo_session: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["stay", "leave"]
    monkeypatch.setattr("inspector.gui.window.ask_before_leaving", lambda *_of: answers.pop(0))
    for stays in (True, False):
        window.tell(caught())
        opened(window, MishapDialog).shuts.click()
        assert window.isVisible() is stays
    assert not answers
