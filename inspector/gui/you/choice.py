# SPDX-License-Identifier: Apache-2.0
"""A field in which one of many things is found by typing a part of its name or its code."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from inspector.app.places import Choices

_LINES = 8


class ChoiceField(QLineEdit):
    """A line of text with what fits below it while typing. `picked` tells that one was chosen from there.

    A beginning that fits one thing alone stands for it once the field is left. Enter takes the first in the
    list.
    """

    picked = Signal()

    def __init__(self, choices: Choices, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = choices
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._labels = QStringListModel([one.label for one in choices.all], self)
        self.textEdited.connect(lambda text: self._labels.setStringList(choices.fitting(text)))
        self.returnPressed.connect(self._take_first)
        self.editingFinished.connect(self._take_meant)
        completer = QCompleter(self._labels, self)
        # What fits is already chosen, by more than its letters: some things have other names too.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
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

    def _take_meant(self) -> None:
        """Write out what can only mean one thing."""
        code = self.choices.meant(self.text())
        if code is not None:
            self.show_code(code)

    def _take_first(self) -> None:
        """Take what stands first in the list, where what is typed is not yet the name of something."""
        fitting = self.choices.fitting(self.text()) if self.text().strip() and self.code is None else []
        code = self.choices.find(fitting[0]) if fitting else None
        if code is not None:
            self.show_code(code)

    def _pick(self, label: str) -> None:
        code = self.choices.find(label)
        if code is not None:
            self.show_code(code)
            self.picked.emit()
