# SPDX-License-Identifier: Apache-2.0
"""A note of consent, where the person helps someone else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from inspector.app.session import Session
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Aside, TextBlock
from inspector.gui.you.told import ToldLine

_WIDEST = 420


class Person(QWidget):
    """`settled` comes when the field is left; `consent` is what counts then."""

    settled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = desk.text
        self._missing = text("gui.you.consent.missing")
        self.helps = QCheckBox(text("gui.you.helps"))
        self.note = QLineEdit()
        self.note_label = TextBlock(text("gui.you.consent.label"))
        self.note_aside = Aside(text("gui.you.consent.why"))
        self.told = ToldLine()
        self.note.setAccessibleName(text("gui.you.consent.label"))
        self.note.setMaximumWidth(_WIDEST)
        self._lay_out()
        self.helps.toggled.connect(self._check)
        self.helps.clicked.connect(self.settled)
        self.note.textChanged.connect(self._check)
        self.note.editingFinished.connect(self.settled)
        self._check()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        column.addWidget(self.helps)
        column.addWidget(self.note_label)
        column.addWidget(self.note)
        column.addWidget(self.told)
        column.addWidget(self.note_aside)

    @property
    def is_whole(self) -> bool:
        """Answer whether a note stands where one is needed."""
        return not self.helps.isChecked() or bool(self.note.text().strip())

    @property
    def consent(self) -> str | None:
        """Return the note of consent, None where the person asks for themselves."""
        return self.note.text().strip() if self.helps.isChecked() else None

    def show_session(self, session: Session) -> None:
        """Show what the case says, unless something is being typed."""
        if self.is_whole and not self.note.hasFocus():
            self.helps.setChecked(session.consent is not None)
            self.note.setText(session.consent or "")

    def _check(self) -> None:
        helps = self.helps.isChecked()
        for widget in (self.note_label, self.note, self.note_aside):
            widget.setVisible(helps)
        self.told.tell("" if self.is_whole else self._missing, about=(self.note,))
