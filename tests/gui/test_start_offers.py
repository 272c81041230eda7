# SPDX-License-Identifier: Apache-2.0
"""What the start page offers besides beginning: a bundle to check, and going on where the program ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.app.unfinished import Unfinished
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.pages.start import StartPage
from inspector.gui.window import MainWindow
from tests.gui.hands import opens
from tests.gui.travel import SOON, arrive


def start(window: MainWindow) -> StartPage:
    page = window.page_of("start")
    assert isinstance(page, StartPage)
    return page


def leave(window: MainWindow, *paths: Path) -> StartPage:
    """Have a case of which this was left unread."""
    page = start(window)
    window.desk.unfinished.follow(window.desk.session)
    window.desk.unfinished.left = paths
    window.jump("start")
    return page


def test_a_bundle_is_chosen_and_checked_by_one_click(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "no bundle.zip"
    bundle.write_bytes(b"nothing of the kind")
    opens(bundle, monkeypatch)
    start(window).cases.verifies.click()
    page = arrive(window, qtbot, EvidencePage)
    qtbot.waitUntil(lambda: page.checking.result is not None, timeout=SOON)
    window.jump("start")
    window.jump("evidence")
    assert window.desk.wishes.take_to_check() is None


def test_where_no_bundle_is_chosen_the_page_stays(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector.gui.dialogs.files.QFileDialog.getOpenFileName", lambda *_of: ("", ""))
    start(window).cases.verifies.click()
    assert window.page.name == "start"


def test_what_was_left_unread_is_said_first_and_read_by_one_key(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "Screenshot.png"
    picture.write_bytes(b"picture")
    page = leave(window, picture)
    qtbot.waitUntil(page.unfinished.isVisible)
    assert page.unfinished.reads.hasFocus()
    assert not page.onward.leads
    assert "Screenshot.png" in page.unfinished.text.text()
    page.unfinished.reads.click()
    collect = arrive(window, qtbot, CollectPage)
    qtbot.waitUntil(lambda: len(window.desk.session.sources) == 1, timeout=SOON)
    qtbot.waitUntil(lambda: not collect.queue.underway, timeout=SOON)
    window.jump("start")
    assert page.unfinished.isHidden()
    assert page.onward.leads


def test_of_what_is_gone_only_that_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = leave(window, *(tmp_path / f"{name}.zip" for name in "abcd"))
    qtbot.waitUntil(page.unfinished.isVisible)
    said = page.unfinished.text.text()
    assert "a.zip, b.zip, c.zip and 1 more" in said
    assert "4 of them are no longer where they were" in said
    assert page.unfinished.reads.isHidden()
    page.unfinished.leaves.click()
    assert page.unfinished.isHidden()
    assert window.desk.unfinished.left == ()


def test_a_case_in_memory_keeps_nothing_of_it(window: MainWindow, tmp_path: Path) -> None:
    unfinished = Unfinished()
    unfinished.follow(window.desk.session)
    unfinished.note([tmp_path / "export.zip"])
    again = Unfinished()
    again.follow(window.desk.session)
    assert again.left == ()


def test_what_is_told_after_the_end_is_not_noted_any_more(window: MainWindow, tmp_path: Path) -> None:
    unfinished = Unfinished()
    unfinished.follow(window.desk.session)
    unfinished.end()
    unfinished.follow(window.desk.session)
    unfinished.note([tmp_path / "export.zip"])
    assert unfinished.left == ()
