# SPDX-License-Identifier: Apache-2.0
"""What the window says of an error that no page tells of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.app.mishap import mishap
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.widgets.buttons import PrimaryButton


class MishapDialog(Dialog):
    """Says what did not work and that the window is still there."""

    def __init__(self, desk: Desk, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.mishap.title"), desk.notes.text(mishap(error)), parent)
        self.on = PrimaryButton(desk.text("gui.mishap.on"))
        self.on.clicked.connect(self.accept)
        self.on.setDefault(True)
        self.add(self.on)
