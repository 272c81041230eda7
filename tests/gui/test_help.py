# SPDX-License-Identifier: Apache-2.0
"""Help: F1 says what the page is for and what its words mean, and the guide is saved from there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.app.glossary import TERMS, fitting, terms
from inspector.app.journey import PAGES
from inspector.gui.dialogs.help import HelpDialog
from inspector.gui.pages.start import StartPage
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.hands import opened, saves_to
from tests.gui.travel import SOON, click
from tests.gui.walk import clipped, outside, unnamed

SAVES_IN_MS = 2 * SOON


@pytest.mark.parametrize("page", PAGES)
def test_f1_says_what_the_page_is_for_and_its_words_first(window: MainWindow, page: str) -> None:
    window.jump(page)
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = opened(window, HelpDialog)
    assert dialog.words.text() == window.desk.text(f"guide.page.{page}.text")
    first = terms(window.desk.messages, page)[0]
    assert dialog.entries[first.id].isVisible()
    assert dialog.entries[first.id].y() < dialog.entries["catalog"].y()
    dialog.reject()


def test_a_word_is_found_by_name_before_what_only_speaks_of_it(window: MainWindow) -> None:
    window.jump("start")
    assert isinstance(window.page, StartPage)
    click(window.page.cases.help)
    dialog = opened(window, HelpDialog)
    dialog.search.setText("seal")
    shown = [one for one in TERMS if dialog.entries[one].isVisible()]
    assert shown == ["seal"]
    dialog.search.setText("no such word")
    assert dialog.none.isVisible()
    dialog.reject()


def test_words_fit_by_name_first() -> None:
    found = fitting(terms(Messages()), "bundle")
    assert found[0].id == "bundle"
    assert {"fingerprint", "seal"} <= {one.id for one in found[1:]}


@pytest.mark.parametrize(
    "messages", [Messages("en"), Messages("de"), Messages("xx-long")], ids=["en", "de", "long"]
)
def test_nothing_is_unnamed_clipped_or_outside(window: MainWindow) -> None:
    window.page.open_help()
    dialog = opened(window, HelpDialog)
    assert not unnamed(dialog)
    assert not clipped(dialog)
    assert not outside(dialog)
    dialog.reject()


def test_the_guide_is_saved_as_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves_to(tmp_path / "guide.pdf", monkeypatch)
    window.page.open_help()
    dialog = opened(window, HelpDialog)
    click(dialog.saves)
    qtbot.waitUntil(dialog.shows.isVisible, timeout=SAVES_IN_MS)
    assert dialog.told.text() == "Saved as guide.pdf."
    assert (tmp_path / "guide.pdf").read_bytes().startswith(b"%PDF-1.7")
    dialog.reject()
