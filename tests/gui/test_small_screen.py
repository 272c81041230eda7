# SPDX-License-Identifier: Apache-2.0
"""Where a screen has less room than the window wants, as at 300 %, all of it can still be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.dialogs.taste import TasteDialog
from inspector.gui.theme.measures import LEAST, SMALLEST, UNSCROLLED, USUAL
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.whole import Whole
from inspector.gui.window import MainWindow
from tests.gui.walk import outside, settle


def test_a_small_window_scrolls_as_a_whole_and_a_large_one_does_not(window: MainWindow) -> None:
    whole = window.centralWidget()
    assert isinstance(whole, Whole)
    seen = []
    for size in (USUAL, SMALLEST, UNSCROLLED, LEAST):
        window.resize(*size)
        settle()
        seen.append((whole.horizontalScrollBar().maximum() > 0, whole.verticalScrollBar().maximum() > 0))
        inside = whole.widget()
        assert inside is not None
        assert inside.size().expandedTo(QSize(*UNSCROLLED)) == inside.size()
    assert seen == [(False, False)] * 3 + [(True, True)]
    window.rail.take_keyboard()
    window.page.take_keyboard()
    settle()
    focused = window.focusWidget()
    assert focused is not None
    corner = focused.mapTo(whole.viewport(), QPoint(0, 0))
    assert whole.viewport().rect().contains(corner), "what has the keyboard is scrolled to"


@pytest.mark.parametrize("high", [1000, 420])
def test_a_dialog_is_as_high_as_the_screen_at_most_and_keeps_its_buttons(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, high: int
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: QRect(0, 0, 800, high))
    dialog = TasteDialog(window.desk, window)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    settle()
    assert dialog.height() <= high
    assert dialog.rect().contains(dialog.ends.geometry())
    assert not outside(dialog)
    whole = dialog.findChild(Whole)
    assert whole is not None
    assert (whole.verticalScrollBar().maximum() > 0) is (high == 420)
    dialog.reject()


def test_a_row_asked_for_less_than_no_width_has_a_line_for_each(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = Flow(holder, across=4, down=0)
    for _ in range(2):
        one = QWidget()
        one.setMinimumSize(10, 10)
        row.addWidget(one)
    assert row.heightForWidth(-20) == row.heightForWidth(0)
