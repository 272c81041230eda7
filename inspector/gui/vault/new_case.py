# SPDX-License-Identifier: Apache-2.0
"""Makes a case that is kept: a name, a passphrase typed twice, and whether the keychain opens it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.app.case_forms import problems
from inspector.app.mishap import mishap
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.vault.fields import NamedField
from inspector.gui.vault.vault import NewCase
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.text import Aside
from inspector.gui.you.told import ToldLine

if TYPE_CHECKING:
    from inspector.app.case_doors import Made


class NewCaseDialog(Dialog):
    """Accepted once the case is made; `made` then carries its recovery code, to be shown this once."""

    made = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        text = desk.text
        super().__init__(text("gui.case.new.title"), text("gui.case.new.text"), parent)
        self.desk = desk
        self.name = NamedField(text("gui.case.new.name"))
        self.passphrase = NamedField(text("gui.case.new.words"), text("gui.case.new.words_hint"), unseen=True)
        self.again = NamedField(text("gui.case.new.again"), unseen=True)
        self.shows = QCheckBox(text("gui.lock.show"))
        self.keychain = QCheckBox(text("gui.case.new.keychain"))
        self.keychain.setChecked(desk.vault.has_keychain)
        self.keychain.setVisible(desk.vault.has_keychain)
        self.in_place = QCheckBox(text("gui.case.new.in_place"))
        self.told = ToldLine()
        for part in (
            self.name,
            self.passphrase,
            self.again,
            self.shows,
            self.keychain,
            self.in_place,
            Aside(text("gui.case.new.in_place_costs")),
            self.told,
        ):
            self.body.addWidget(part)
        self.makes = PrimaryButton(text("gui.case.new.make"))
        self.stays = SecondaryButton(text("gui.cancel"))
        self.makes.setDefault(True)
        self.makes.clicked.connect(self._make)
        self.stays.clicked.connect(self.reject)
        self.shows.toggled.connect(self._show_letters)
        self.add(self.makes, self.stays)
        self.name.line.setFocus()

    def _show_letters(self, on: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self.passphrase.show_letters(on=on)
        self.again.show_letters(on=on)

    def _make(self) -> None:
        if not self._is_whole():
            return
        self._wait(on=True)
        wish = NewCase(
            self.name.line.text(),
            keychain=self.keychain.isChecked(),
            in_place=self.in_place.isChecked(),
        )
        self.desk.vault.make(wish, self.passphrase.line.text(), self._done, self._failed)

    def _is_whole(self) -> bool:
        """Answer whether all is typed; what is not is said beside it."""
        wrong = problems(self.name.line.text(), self.passphrase.line.text(), self.again.line.text())
        for name, field in (("name", self.name), ("passphrase", self.passphrase), ("again", self.again)):
            key = wrong.get(name)
            field.tell(self.desk.notes.text(key) if key else "")
        first = next((one for one in ("name", "passphrase", "again") if one in wrong), None)
        if first is not None:
            getattr(self, first).line.setFocus()
        return first is None

    def _wait(self, *, on: bool) -> None:
        self.makes.setEnabled(not on)
        self.makes.setText(self.desk.text("gui.case.new.making" if on else "gui.case.new.make"))

    def _done(self, made: Made) -> None:
        for field in (self.passphrase, self.again):
            field.line.clear()
        self.accept()
        self.made.emit(made)

    def _failed(self, error: BaseException) -> None:
        self._wait(on=False)
        self.told.tell(self.desk.notes.text(mishap(error)))
