# SPDX-License-Identifier: Apache-2.0
"""What the window says of an error that no page tells of can be taken along as text."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector.gui.desk import Desk
from inspector.gui.dialogs.mishap import MishapDialog


def test_its_words_go_to_the_clipboard(desk: Desk, qtbot: QtBot) -> None:
    dialog = MishapDialog(desk, ValueError("a person's own words"))
    qtbot.addWidget(dialog)
    dialog.copies.click()
    words = QGuiApplication.clipboard().text()
    assert words == dialog.words.text()
    assert "(ValueError)" in words
    assert "own words" not in words
    assert dialog.copies.text() == "Copied"
