# SPDX-License-Identifier: Apache-2.0
"""The way of a screenshot: dropped, read by the real worker, confirmed, and only then the answer changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.app.session import Session
from inspector.domain.residence import Stay
from inspector.gui.confirm.side import Mode
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.window import MainWindow
from tests.gui.hands import press, tab_to
from tests.gui.shots import CONTROL, is_settled, switch
from tests.gui.travel import SOON, arrive, click, drop
from tests.makers import linkedin
from tests.unit.app.read_once import read_once

pytestmark = pytest.mark.usefixtures("as_shipped")


@pytest.fixture
def archive_read(session: Session, tmp_path: Path) -> Session:
    """The case of a person in the United States whose archive says nothing of the switch."""
    session.declare_residence((Stay("US"),))
    session.add(read_once(session, linkedin.simple().write(tmp_path)))
    return session


def headline(session: Session) -> tuple[str, str]:
    found = next(one for one in session.inspection().findings if one.control == CONTROL)
    return str(found.state), str(found.grade)


def settled(page: ConfirmPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: is_settled(page) and page.side.mode is Mode.CLEAR, timeout=SOON)


def test_a_screenshot_comes_to_change_the_headline_by_click(
    archive_read: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert headline(archive_read) == ("on", "default")
    click(window.rail.item("collect"))
    collect = arrive(window, qtbot, CollectPage)
    assert drop(window, switch(tmp_path, on=False))
    qtbot.waitUntil(collect.forward.isVisible, timeout=SOON)
    qtbot.waitUntil(lambda: collect.forward.text() != window.desk.text("gui.collect.forward"), timeout=SOON)
    click(collect.forward)
    page = arrive(window, qtbot, ConfirmPage)
    settled(page, qtbot)
    assert headline(archive_read) == ("on", "default")
    click(page.yes)
    findings = arrive(window, qtbot, FindingsPage)
    assert headline(archive_read) == ("off", "shown")
    assert findings.cards[0].words.state == "off"


def test_a_screenshot_comes_to_change_the_headline_by_keyboard_alone(
    archive_read: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shot = switch(tmp_path, on=False)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    collect = arrive(window, qtbot, CollectPage)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(shot)], ""))
    tab_to(collect.files)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(archive_read.sources) == 2, timeout=SOON)
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = arrive(window, qtbot, ConfirmPage)
    settled(page, qtbot)
    tab_to(page.yes)
    press(Qt.Key.Key_Return)
    findings = arrive(window, qtbot, FindingsPage)
    assert headline(archive_read) == ("off", "shown")
    assert findings.cards[0].hasFocus()
