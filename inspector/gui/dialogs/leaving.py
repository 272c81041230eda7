# SPDX-License-Identifier: Apache-2.0
"""The question before something is lost."""

from __future__ import annotations

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
        self.add(self.keep, self.lose)


def leaving_dialog(desk: Desk, parent: QWidget | None = None) -> LosingDialog:
    """Return the question before the window closes."""
    say = desk.text
    return LosingDialog(desk, "leaving", say("gui.leaving.stay"), say("gui.leaving.leave"), parent)


def forgetting_dialog(desk: Desk, parent: QWidget | None = None) -> LosingDialog:
    """Return the question before a new case takes the place of this one."""
    return LosingDialog(desk, "over", desk.text("gui.over.keep"), desk.text("gui.over.forget"), parent)


def may_leave(desk: Desk, parent: QWidget) -> bool:
    """Ask whether to close although something would be lost."""
    return leaving_dialog(desk, parent).exec() == QDialog.DialogCode.Accepted


def may_forget(desk: Desk, parent: QWidget) -> bool:
    """Ask whether to start over although something would be lost."""
    return forgetting_dialog(desk, parent).exec() == QDialog.DialogCode.Accepted
