# SPDX-License-Identifier: Apache-2.0
"""Shows a recovery code, this once: to be written down, or saved as a page to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.app.failing import why_failed
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.evidence.fingerprint import Figures
from inspector.gui.theme.measures import Step
from inspector.gui.vault.code_page import write_page, write_text
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.text import Aside


class RecoveryDialog(Dialog):
    """Closes only once the person says that the code is kept somewhere."""

    def __init__(self, desk: Desk, code: str, parent: QWidget | None = None) -> None:
        text = desk.text
        super().__init__(text("gui.case.code.title"), text("gui.case.code.text"), parent)
        self.desk = desk
        self._code = code
        self.figures = Figures(code, step=Step.NAME)
        self.figures.setAccessibleName(text("gui.case.code.spoken", code=" ".join(code)))
        card = Card()
        card.body.addWidget(self.figures)
        self.body.addWidget(card)
        self.told = Aside(text("gui.case.code.keep"))
        self.body.addWidget(self.told)
        self.kept = QCheckBox(text("gui.case.code.kept"))
        self.body.addWidget(self.kept)
        self.ends = PrimaryButton(text("gui.case.code.done"))
        self.pages = SecondaryButton(text("gui.case.code.pdf"))
        self.texts = SecondaryButton(text("gui.case.code.txt"))
        self.ends.setEnabled(False)
        self.kept.toggled.connect(self.ends.setEnabled)
        self.ends.clicked.connect(self.accept)
        self.pages.clicked.connect(lambda: self._save(".pdf"))
        self.texts.clicked.connect(lambda: self._save(".txt"))
        self.add(self.ends, self.pages, self.texts)
        self.kept.setFocus()

    def reject(self) -> None:
        """Esc does not take the code away before it is kept."""
        if self.kept.isChecked():
            super().reject()
        else:
            self.told.setText(self.desk.text("gui.case.code.not_yet"))

    def _save(self, ending: str) -> None:
        text = self.desk.text
        kinds = text(f"gui.letter.kind_{ending[1:]}")
        name = text("gui.case.code.file") + ending
        target = files.place_to_save(self, text("gui.case.code.save_title"), name, kinds)
        if target is not None:
            self._write(target)

    def _write(self, target: Path) -> None:
        text = self.desk.text
        lines = [text("gui.case.code.page_title"), self._code, text("case.code.what_for")]
        try:
            (write_page if target.suffix == ".pdf" else write_text)(target, lines)
        except OSError as error:
            self.told.setText(self.desk.notes.text(why_failed(error)))
        else:
            self.told.setText(text("gui.case.code.saved", name=target.name))
