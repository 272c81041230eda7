# SPDX-License-Identifier: Apache-2.0
"""The window carries the program's icon, and the name by which a desktop finds its entry."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui.main import dress
from inspector.system.messages import Messages


def test_the_application_wears_its_icon_and_its_name(qtbot: QtBot, qapp: QApplication) -> None:
    del qtbot
    dress(qapp, Messages())
    assert QGuiApplication.desktopFileName() == "privacy-settings-inspector"
    image: QImage = qapp.windowIcon().pixmap(64, 64).toImage()
    assert image.pixelColor(image.width() // 2, image.height() - 8) == QColor("#0f5d73")
    assert image.pixelColor(0, 0).alpha() == 0
