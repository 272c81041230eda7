# SPDX-License-Identifier: Apache-2.0
"""What the window says of an error that no page tells of."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.app.mishap import is_unforeseen, mishap
from inspector.app.mishap_report import mishap_report
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.room import room_in
from inspector.gui.evidence.fingerprint import even_face
from inspector.gui.theme.measures import Step
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.text import Aside

_HIGH = 190
_WIDE = QSize(700, 0)
"""Room for all three buttons beside each other."""


class MishapDialog(Dialog):
    """Says what did not work and that the window is still there.

    Of an error of the program it shows all that a report would contain. Nothing is sent: `copies` puts it on
    the clipboard, for whoever is asked for help; `shuts` closes the program as ever, `on` goes on.
    """

    def __init__(self, desk: Desk, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.mishap.title"), desk.notes.text(mishap(error)), parent)
        self.desk = desk
        self.report = mishap_report(error, desk.messages) if is_unforeseen(error) else ""
        if self.report:
            self._show_report()
        self.on = PrimaryButton(desk.text("gui.mishap.on"))
        self.on.clicked.connect(self.accept)
        self.on.setDefault(True)
        self.copies = SecondaryButton(desk.text("gui.mishap.copy"))
        self.copies.clicked.connect(self._copy)
        self.shuts = SecondaryButton(desk.text("gui.mishap.shut"))
        self.shuts.clicked.connect(self._shut)
        self.add(self.on, self.copies)
        if self.report:
            self.add(self.shuts)
            self.setMinimumWidth(max(self.minimumWidth(), room_in(parent, _WIDE).width()))
        self.on.setFocus()

    def _show_report(self) -> None:
        self.body.addWidget(Aside(self.desk.text("gui.mishap.report")))
        self.sheet = QPlainTextEdit(self.report)
        self.sheet.setReadOnly(True)
        self.sheet.setTabChangesFocus(True)
        self.sheet.setFont(even_face(Step.ASIDE))
        self.sheet.setMinimumHeight(_HIGH)
        self.sheet.setAccessibleName(self.desk.text("gui.mishap.report_name"))
        self.body.addWidget(self.sheet)

    def _copy(self) -> None:
        """Put the report, or the words, on the clipboard."""
        QGuiApplication.clipboard().setText(self.report or self.words.text())
        self.copies.setText(self.desk.text("gui.mishap.copied"))

    def _shut(self) -> None:
        """Close the window behind, which asks where something would be lost."""
        self.accept()
        parent = self.parentWidget()
        if parent is not None:
            parent.window().close()
