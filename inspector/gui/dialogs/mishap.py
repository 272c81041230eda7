# SPDX-License-Identifier: Apache-2.0
"""What the window says of an error that no page tells of."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.app.mishap import mishap
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton


class MishapDialog(Dialog):
    """Says what did not work and that the window is still there."""

    def __init__(self, desk: Desk, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.mishap.title"), desk.notes.text(mishap(error)), parent)
        self.on = PrimaryButton(desk.text("gui.mishap.on"))
        self.on.clicked.connect(self.accept)
        self.on.setDefault(True)
        self.copies = SecondaryButton(desk.text("gui.mishap.copy"))
        self.copies.clicked.connect(lambda: self._copy(desk.text("gui.mishap.copied")))
        self.add(self.on, self.copies)

    def _copy(self, done: str) -> None:
        """Put the words on the clipboard, for whoever is asked for help."""
        QGuiApplication.clipboard().setText(self.words.text())
        self.copies.setText(done)
