# SPDX-License-Identifier: Apache-2.0
"""Opens a locked case by its passphrase or, where that is forgotten, by its recovery code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.app.case_forms import problems
from inspector.app.mishap import mishap
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.vault.fields import NamedField
from inspector.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton

if TYPE_CHECKING:
    from inspector.app.case_doors import Opened
    from inspector.cases.vault.place import CasePlace


class UnlockDialog(Dialog):
    """Accepted once the case is open. With the recovery code a new passphrase is given at once."""

    def __init__(self, desk: Desk, place: CasePlace, why: str = "", parent: QWidget | None = None) -> None:
        text = desk.text
        super().__init__(text("gui.case.unlock.title"), why, parent)
        self.desk = desk
        self.place = place
        self._why = why
        self.by_code = False
        self.passphrase = NamedField(text("gui.case.unlock.words"), unseen=True)
        self.code = NamedField(text("gui.case.unlock.code"), text("gui.case.unlock.code_hint"))
        self.new = NamedField(text("gui.case.unlock.new"), text("gui.case.new.words_hint"), unseen=True)
        self.again = NamedField(text("gui.case.new.again"), unseen=True)
        self.shows = QCheckBox(text("gui.lock.show"))
        self.turns = LinkButton()
        for part in (self.passphrase, self.code, self.new, self.again, self.shows):
            self.body.addWidget(part)
        self.opens = PrimaryButton(text("gui.case.unlock.open"))
        self.stays = SecondaryButton(text("gui.cancel"))
        self.opens.setDefault(True)
        self.opens.clicked.connect(self._open)
        self.stays.clicked.connect(self.reject)
        self.turns.clicked.connect(self.turn)
        self.shows.toggled.connect(self._show_letters)
        self.add(self.opens, self.stays, self.turns)
        self._show_way()

    def turn(self) -> None:
        """Ask for the recovery code in place of the passphrase, or the other way round."""
        self.by_code = not self.by_code
        for field in (self.passphrase, self.code, self.new, self.again):
            field.tell("")
        self._show_way()

    def _show_way(self) -> None:
        self.passphrase.setVisible(not self.by_code)
        for field in (self.code, self.new, self.again):
            field.setVisible(self.by_code)
        by_code = [self.desk.text("gui.case.unlock.by_code")] if self.by_code else []
        self.words.setText(" ".join((*((self._why,) if self._why else ()), *by_code)))
        self.words.setVisible(bool(self.words.text()))
        self.turns.setText(self.desk.text(f"gui.case.unlock.{'remembered' if self.by_code else 'forgotten'}"))
        (self.code if self.by_code else self.passphrase).line.setFocus()

    def _show_letters(self, on: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        for field in (self.passphrase, self.new, self.again):
            field.show_letters(on=on)

    def _open(self) -> None:
        if self.by_code and not self._is_whole():
            return
        door = (
            self._door_of_code()
            if self.by_code
            else partial(_by_passphrase, self.place, self.passphrase.line.text())
        )
        self._wait(on=True)
        self.desk.vault.open(door, self.accept, self._failed)

    def _door_of_code(self) -> partial[Opened]:
        return partial(_by_code, self.place, self.code.line.text(), self.new.line.text())

    def _is_whole(self) -> bool:
        wrong = problems(None, self.new.line.text(), self.again.line.text())
        for name, field in (("passphrase", self.new), ("again", self.again)):
            field.tell(self.desk.notes.text(wrong[name]) if name in wrong else "")
        if wrong:
            (self.new if "passphrase" in wrong else self.again).line.setFocus()
        return not wrong

    def _wait(self, *, on: bool) -> None:
        self.opens.setEnabled(not on)
        self.opens.setText(self.desk.text("gui.case.unlock.opening" if on else "gui.case.unlock.open"))

    def _failed(self, error: BaseException) -> None:
        self._wait(on=False)
        field = self.code if self.by_code else self.passphrase
        field.tell(self.desk.notes.text(mishap(error)))
        field.line.setFocus()
        field.line.selectAll()

    def done(self, result: int) -> None:
        """Keep nothing of what was typed."""
        for field in (self.passphrase, self.code, self.new, self.again):
            field.line.clear()
        super().done(result)


def _by_passphrase(place: CasePlace, words: str) -> Opened:
    from inspector.app import case_doors  # noqa: PLC0415 - loaded with the first case

    return case_doors.by_passphrase(place, words)


def _by_code(place: CasePlace, code: str, words: str) -> Opened:
    from inspector.app import case_doors  # noqa: PLC0415 - loaded with the first case

    opened = case_doors.by_recovery(place, code)
    try:
        case_doors.renew_passphrase(opened, words)
    except BaseException:
        opened.close()
        raise
    return opened
