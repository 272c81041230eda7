# SPDX-License-Identifier: Apache-2.0
"""Lets the person choose the language and the look of the window; each choice shows at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.taste import named, of_system
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton
from inspector.gui.widgets.text import Strong, TextBlock
from inspector.system.preferences import Look

_SYSTEM = ""
"""What stands for the system among languages."""


class TasteDialog(Dialog):
    """Two choices of one each. `parent` outlives a change of language, so it is the window."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.text("gui.taste.title"), desk.text("gui.taste.text"), parent)
        self.desk = desk
        self._window = parent
        self.languages = self._choice("language", self._languages(), desk.taste.chosen.language or _SYSTEM)
        self.looks = self._choice("look", self._looks(), desk.taste.look)
        self.told = TextBlock()
        self.told.hide()
        self.body.addWidget(self.told)
        self.ends = PrimaryButton(desk.text("gui.taste.close"))
        self.ends.setDefault(True)
        self.ends.clicked.connect(self.accept)
        self.add(self.ends)
        self._listen(self.languages, self._speak)
        self._listen(self.looks, self._look)
        self._tell()

    def _languages(self) -> Mapping[str, str]:
        """Return what can be chosen, the system first; a language is named as those name it who speak it."""
        names = named()
        return {_SYSTEM: self.desk.text("gui.taste.language.system", name=names[of_system()]), **names}

    def _looks(self) -> Mapping[str, str]:
        return {look: self.desk.text(f"gui.taste.look.{look}") for look in Look}

    def _choice(self, about: str, words: Mapping[str, str], chosen: str) -> dict[str, QRadioButton]:
        """Show a choice below its name, and return its buttons by what they stand for."""
        title = self.desk.text(f"gui.taste.{about}")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.setContentsMargins(0, steps(2), 0, 0)
        column.addWidget(Strong(title))
        group = QButtonGroup(self)
        found = {}
        for what, word in words.items():
            button = QRadioButton(word)
            button.setAccessibleDescription(title)
            button.setChecked(what == chosen)
            group.addButton(button)
            column.addWidget(button)
            found[what] = button
        self.body.addLayout(column)
        return found

    def _listen(self, buttons: Mapping[str, QRadioButton], choose: Callable[[str], None]) -> None:
        """A click on what is chosen already chooses it again; a screen reader checks without a click."""
        for what, button in buttons.items():
            button.toggled.connect(lambda on, what=what: choose(what) if on else None)
            button.clicked.connect(lambda _checked, what=what: choose(what) if self.isVisible() else None)

    def _look(self, look: str) -> None:
        self.desk.taste.choose_look(Look(look))
        self._tell()

    def _speak(self, lang: str) -> None:
        """Speak it, and say the same as here in it; while something is read the window waits with that."""
        before = self.desk.messages
        self.desk.taste.choose_language(lang or None)
        if self.desk.messages is before:
            self._tell()
            return
        again = TasteDialog(self.desk, self._window)
        self.done(self.DialogCode.Accepted)
        again.open()
        again.languages[lang].setFocus()

    def _tell(self) -> None:
        """Say what a choice does not do yet."""
        taste = self.desk.taste
        told = []
        if taste.language() != self.desk.messages.lang:
            told.append(self.desk.text("gui.taste.later" if self.desk.bridge.busy else "gui.taste.asked"))
        if not taste.is_kept:
            told.append(self.desk.text("gui.taste.not_kept"))
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))
