# SPDX-License-Identifier: Apache-2.0
"""A field in which one of many things is found by typing a part of its name or its code."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from inspector.app.places import Choices

_LINES = 8


class ChoiceField(QLineEdit):
    """A line of text with what fits below it while typing. `picked` tells that one was chosen from there."""

    picked = Signal()

    def __init__(self, choices: Choices, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = choices
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._labels = QStringListModel([one.label for one in choices.all], self)
        self.textEdited.connect(lambda text: self._labels.setStringList(choices.ranked(text)))
        completer = QCompleter(self._labels, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_LINES)
        completer.popup().setAccessibleName(name)  # type: ignore[union-attr] # Qt makes one where there is none
        completer.activated.connect(self._pick)
        self.setCompleter(completer)

    @property
    def code(self) -> str | None:
        """Return what the text stands for, None where it stands for nothing."""
        return self.choices.find(self.text())

    def show_code(self, code: str) -> None:
        """Show the name of a code, the code alone where two things have the same name."""
        name = self.choices.name(code)
        self.setText(name if self.choices.find(name) == code else code)
        self.setCursorPosition(0)

    def _pick(self, label: str) -> None:
        code = self.choices.find(label)
        if code is not None:
            self.show_code(code)
            self.picked.emit()
