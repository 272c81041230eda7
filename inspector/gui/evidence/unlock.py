# SPDX-License-Identifier: Apache-2.0
"""Asks for the password of a locked bundle that is to be checked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.vault.fields import NamedField
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Name, TextBlock

_WIDEST = steps(120)


class UnlockCard(Card):
    """`given` carries what was typed; the field keeps no copy of it."""

    given = Signal(str)

    def __init__(self, desk: Desk, name: str, wrong: str = "", parent: QWidget | None = None) -> None:
        """Ask for the password of the bundle of that name; `wrong`: what became of the one given before."""
        super().__init__(parent)
        self.desk = desk
        self.field = NamedField(desk.text("gui.evidence.unlock.field", name=name), unseen=True)
        self.field.line.setMaximumWidth(_WIDEST)
        self.shows = QCheckBox(desk.text("gui.lock.show"))
        self.opens = SecondaryButton(desk.text("gui.evidence.unlock.check"))
        self.body.addWidget(Name(desk.text("gui.evidence.unlock.title")))
        self.body.addWidget(TextBlock(desk.text("gui.evidence.unlock.text")))
        self.body.addWidget(self.field)
        self.body.addWidget(self.shows)
        row = Flow()
        row.addWidget(self.opens)
        self.body.addLayout(row)
        self.field.tell(wrong)
        self.shows.toggled.connect(lambda on: self.field.show_letters(on=on))
        self.opens.clicked.connect(self._give)
        self.field.line.returnPressed.connect(self._give)

    def _give(self) -> None:
        password = self.field.line.text()
        if not password:
            self.field.tell(self.desk.text("gui.evidence.unlock.missing"))
            self.field.line.setFocus()
            return
        self.field.line.clear()
        self.given.emit(password)
