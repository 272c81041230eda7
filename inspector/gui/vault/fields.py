# SPDX-License-Identifier: Apache-2.0
"""A field for a passphrase, and a field with its name above and what is wrong with it below."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Aside, Strong
from inspector.gui.you.told import ToldLine


class NamedField(QWidget):
    """A line to type into. `hint` says below what may be typed, `tell` what is wrong."""

    def __init__(
        self, name: str, hint: str = "", *, unseen: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAcceptDrops(False)
        self.line.setAccessibleName(name)
        self.hint = Aside(hint)
        self.told = ToldLine()
        self.show_letters(on=not unseen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        column.addWidget(Strong(name))
        column.addWidget(self.line)
        column.addWidget(self.told)
        column.addWidget(self.hint)
        column.addSpacing(steps(2))
        self.hint.setVisible(bool(hint))
        if hint:
            self.line.setAccessibleDescription(hint)

    def show_letters(self, *, on: bool) -> None:
        """Show what is typed, or only how many signs it has."""
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if on else modes.Password)

    def tell(self, text: str) -> None:
        """Say what is wrong, empty for nothing."""
        self.told.tell(text, about=(self.line,))
        if not text:
            self.line.setAccessibleDescription(self.hint.text())
