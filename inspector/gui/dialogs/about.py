# SPDX-License-Identifier: Apache-2.0
"""Tells what this copy of the program is and what it is made of, and takes in a newer catalog from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.app.about import About, about
from inspector.app.catalog_update import take
from inspector.app.jobs import Lane
from inspector.app.mishap import mishap
from inspector.app.update_file import UpdateError
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.evidence.fingerprint import even_face
from inspector.gui.theme.measures import Step
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.text import Aside, TextBlock

if TYPE_CHECKING:
    from inspector.app.update_file import Update

_LICENCES_HIGH = 220


class AboutDialog(Dialog):
    """`told` says how taking in a catalog ended; the window goes on with the catalog it began with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.about.title"), desk.text("gui.about.text"), parent)
        self.desk = desk
        self.told = TextBlock()
        self.told.hide()
        self.licences = QPlainTextEdit()
        self._fill(about())
        self.body.addWidget(self.told)
        self.ends = PrimaryButton(desk.text("gui.about.close"))
        self.takes = SecondaryButton(desk.text("gui.about.update"))
        self.ends.setDefault(True)
        self.ends.clicked.connect(self.accept)
        self.takes.clicked.connect(self._choose)
        self.add(self.ends, self.takes)
        self.ends.setFocus()

    def _fill(self, told: About) -> None:
        for one in told.licences:
            self.body.addWidget(TextBlock(self.desk.notes.text(one), colour="muted"))
        for one in told.versions:
            self.body.addWidget(Aside(self.desk.notes.text(one), characters=None))
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(self.desk.text("gui.about.parts"))
        self.licences.setFont(even_face(Step.ASIDE))
        self.licences.setMinimumHeight(_LICENCES_HIGH)
        self.licences.setPlainText(told.parts or "")
        self.licences.setVisible(told.parts is not None)
        self.body.addWidget(self.licences)

    def _choose(self) -> None:
        file = files.file_to_open(self, self.desk.text("gui.about.update_title"), "")
        if file is not None:
            self._take(file)

    def _take(self, file: Path) -> None:
        self.takes.setEnabled(False)
        self.desk.bridge.start(lambda _job: take(file), self._taken, failed=self._not_taken, lane=Lane.LOOK)

    def _taken(self, update: Update) -> None:
        self._tell(self.desk.text("gui.about.updated", version=update.version, key=update.key))

    def _not_taken(self, error: BaseException) -> None:
        note = error.note if isinstance(error, UpdateError) else mishap(error)
        self._tell(self.desk.notes.text(note))

    def _tell(self, text: str) -> None:
        self.takes.setEnabled(True)
        self.told.setText(text)
        self.told.show()
