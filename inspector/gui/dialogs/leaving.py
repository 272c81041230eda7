# SPDX-License-Identifier: Apache-2.0
"""The question before something is lost."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QDialog, QWidget

from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton


class LosingDialog(Dialog):
    """Says what would be lost; accepted where the person goes on all the same. Keeping is the default."""

    def __init__(self, desk: Desk, about: str, keep: str, lose: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.text(f"gui.{about}.title"), desk.text(f"gui.{about}.text"), parent)
        self.keep = PrimaryButton(keep)
        self.lose = SecondaryButton(lose)
        self.keep.clicked.connect(self.reject)
        self.lose.clicked.connect(self.accept)
        self.keep.setDefault(True)
        self.wants_case = False
        self.cases = SecondaryButton()
        self.cases.hide()
        self.cases.clicked.connect(self._want_case)
        self.add(self.keep, self.cases, self.lose)

    def offer_case(self, words: str) -> None:
        """Offer to keep all as a case."""
        self.cases.setText(words)
        self.cases.show()

    def _want_case(self) -> None:
        self.wants_case = True
        self.reject()


def leaving_dialog(desk: Desk, parent: QWidget | None = None) -> LosingDialog:
    """Return the question before the window closes."""
    say = desk.text
    dialog = LosingDialog(desk, "leaving", say("gui.leaving.stay"), say("gui.leaving.leave"), parent)
    dialog.offer_case(say("gui.case.leaving_keep"))
    return dialog


def forgetting_dialog(desk: Desk, parent: QWidget | None = None) -> LosingDialog:
    """Return the question before a new case takes the place of this one."""
    return LosingDialog(desk, "over", desk.text("gui.over.keep"), desk.text("gui.over.forget"), parent)


def ask_before_leaving(desk: Desk, parent: QWidget) -> Literal["stay", "leave", "keep"]:
    """Ask whether to close although something would be lost, or to keep it as a case first."""
    dialog = leaving_dialog(desk, parent)
    code = dialog.exec()
    if dialog.wants_case:
        return "keep"
    return "leave" if code == QDialog.DialogCode.Accepted else "stay"


def may_forget(desk: Desk, parent: QWidget) -> bool:
    """Ask whether to start over although something would be lost."""
    return forgetting_dialog(desk, parent).exec() == QDialog.DialogCode.Accepted
