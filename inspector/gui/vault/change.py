# SPDX-License-Identifier: Apache-2.0
"""Changes the name of a kept case and what opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.app.case_changing import Change, as_it_is, wrong_with
from inspector.app.mishap import mishap
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.vault.fields import NamedField
from inspector.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from inspector.gui.you.told import ToldLine

if TYPE_CHECKING:
    from inspector.app.case_doors import Opened


class ChangeDialog(Dialog):
    """Accepted once the change is made. `wants_code`: the person asks for a new recovery code instead."""

    wants_code = Signal()

    def __init__(self, desk: Desk, opened: Opened, parent: QWidget | None = None) -> None:
        text = desk.text
        super().__init__(text("gui.case.change.title"), text("gui.case.change.text"), parent)
        self.desk = desk
        now = as_it_is(opened)
        self.name = NamedField(text("gui.case.change.name"))
        self.name.line.setText(now.name)
        self.passphrase = NamedField(
            text("gui.case.unlock.new"), text("gui.case.change.words_hint"), unseen=True
        )
        self.again = NamedField(text("gui.case.new.again"), unseen=True)
        self.shows = QCheckBox(text("gui.lock.show"))
        self.keychain = QCheckBox(text("gui.case.new.keychain"))
        self.keychain.setChecked(now.keychain)
        self.keychain.setVisible(now.keychain or desk.vault.has_keychain)
        self.codes = LinkButton(text("gui.case.new_code"))
        self.told = ToldLine()
        self._lay_out()
        self.name.line.setFocus()

    def _lay_out(self) -> None:
        for part in (self.name, self.passphrase, self.again, self.shows, self.keychain, self.told):
            self.body.addWidget(part)
        self.saves = PrimaryButton(self.desk.text("gui.case.change.save"))
        self.stays = SecondaryButton(self.desk.text("gui.cancel"))
        self.saves.setDefault(True)
        self.add(self.saves, self.stays, self.codes)
        self.saves.clicked.connect(self._save)
        self.stays.clicked.connect(self.reject)
        self.codes.clicked.connect(self._ask_for_code)
        self.shows.toggled.connect(self._show_letters)

    def _show_letters(self, on: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self.passphrase.show_letters(on=on)
        self.again.show_letters(on=on)

    def _save(self) -> None:
        wish = Change(self.name.line.text(), self.passphrase.line.text(), self.keychain.isChecked())
        wrong = wrong_with(wish, self.again.line.text())
        for name, field in (("name", self.name), ("passphrase", self.passphrase), ("again", self.again)):
            field.tell(self.desk.notes.text(wrong[name]) if name in wrong else "")
        if wrong:
            getattr(self, next(iter(wrong))).line.setFocus()
            return
        self.saves.setEnabled(False)
        self.desk.vault.change(wish, self._done, self._failed)

    def _done(self) -> None:
        for field in (self.passphrase, self.again):
            field.line.clear()
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.saves.setEnabled(True)
        self.told.tell(self.desk.notes.text(mishap(error)))

    def _ask_for_code(self) -> None:
        self.reject()
        self.wants_code.emit()
