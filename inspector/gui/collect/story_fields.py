# SPDX-License-Identifier: Apache-2.0
"""The fields of how a file was got: days or months, lines, and a block of free text, each with its name."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui.act.fields import BESIDE_TEXT
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.vault.fields import NamedField
from inspector.gui.widgets.text import Aside, Strong
from inspector.gui.you.day_field import DayField
from inspector.gui.you.told import ToldLine

_ROWS = 3


class Line(NamedField):
    """A line of free text with an end to its length."""

    def __init__(self, name: str, hint: str, most: int) -> None:
        super().__init__(name, hint)
        self.line.setMaxLength(most)

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def show_text(self, text: str) -> None:
        """Show what was told before."""
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def take_keyboard(self) -> None:
        """Have the keyboard."""
        self.line.setFocus()


class _Named(QWidget):
    """A field with its name above and what is wrong with it below."""

    def __init__(self, name: str, field: QWidget, marked: QWidget, hint: str) -> None:
        super().__init__()
        self._field, self._marked, self._hint = field, marked, hint
        self.told = ToldLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        for part in (Strong(name), field, self.told):
            column.addWidget(part)
        if hint:
            marked.setAccessibleDescription(hint)
            column.addWidget(Aside(hint))
        column.addSpacing(steps(2))

    def tell(self, text: str) -> None:
        """Say what is wrong, empty for nothing."""
        self.told.tell(text, about=(self._marked,))
        if not text:
            self._marked.setAccessibleDescription(self._hint)

    def take_keyboard(self) -> None:
        """Have the keyboard."""
        self._field.setFocus()


class LooseDay(_Named):
    """A day, or a month where nobody knows the day any more."""

    def __init__(self, desk: Desk, name: str, hint: str) -> None:
        self.day = DayField(desk, name, months=True)
        super().__init__(name, self.day, self.day.line, hint)

    def text(self) -> str:
        """Return what is typed."""
        return self.day.text()

    def show_text(self, text: str) -> None:
        """Show what was told before."""
        self.day.take_text(text)


class Block(_Named):
    """Some lines of free text; Tab leaves them."""

    def __init__(self, name: str, hint: str) -> None:
        self.editor = QPlainTextEdit()
        super().__init__(name, self.editor, self.editor, hint)
        self.editor.setAccessibleName(name)
        self.editor.setAcceptDrops(False)
        self.editor.setTabChangesFocus(True)
        self.editor.document().setDocumentMargin(BESIDE_TEXT)
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * _ROWS + steps(5))

    def text(self) -> str:
        """Return what is typed."""
        return self.editor.toPlainText()

    def show_text(self, text: str) -> None:
        """Show what was told before."""
        self.editor.setPlainText(text)
