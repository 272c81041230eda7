# SPDX-License-Identifier: Apache-2.0
"""“I remember”: a reading that stands on the person's word alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.app.request import Said
from inspector.gui.confirm.answer import AnswerForm
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.text import Aside


class RememberDialog(Dialog):
    """Adds a declared reading to the case; accepted once it is added. `open()` it, or `exec()` it."""

    def __init__(self, desk: Desk, control_id: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.remember.title"), desk.text("gui.remember.text"), parent)
        self.desk = desk
        self.form = AnswerForm(desk)
        self.form.begin(control_id)
        self.form.offer_time(None, "")
        self.body.addWidget(self.form)
        self.body.addWidget(Aside(desk.text("gui.remember.grade")))
        self.say_it = PrimaryButton(desk.text("gui.remember.say"))
        self.leave = SecondaryButton(desk.text("gui.cancel"))
        self.say_it.setDefault(True)
        self.say_it.clicked.connect(self._say)
        self.leave.clicked.connect(self.reject)
        self.add(self.say_it, self.leave)
        self.form.control.setFocus()

    def _say(self) -> None:
        spoken = self.form.take()
        if spoken is not None:
            self.desk.session.say(Said(spoken.control, spoken.position, spoken.moment))
            self.accept()
