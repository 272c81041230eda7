# SPDX-License-Identifier: Apache-2.0
"""The question on which day a letter left, arrived, was put off or was answered."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from inspector.app.letters import why_not
from inspector.cases.post import Post, PostStep
from inspector.gui.act.day_row import DayRow
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.theme.fields import mark_wrong
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.text import Aside
from inspector.system.clock import today


class DayDialog(Dialog):
    """Asks for the day of one step; accepted with `day`, which is None where the person takes it back."""

    def __init__(self, desk: Desk, post: Post, step: PostStep, parent: QWidget | None = None) -> None:
        title = desk.text(f"gui.act.post.ask_{step}")
        super().__init__(title, desk.text(f"gui.act.post.why_{step}"), parent)
        self.desk = desk
        self.post = post
        self.step: PostStep = step
        self.day: date | None = post.day(step) or today()
        self.row = DayRow(desk, title, self.day)
        self.field, self.calendar = self.row.field, self.row.calendar
        self.row.changed.connect(self._look)
        self.problem = Aside(colour="on")
        self.problem.hide()
        self.body.addWidget(self.row)
        self.body.addWidget(self.problem)
        self._add_buttons()
        self._look()

    def _add_buttons(self) -> None:
        self.notes = PrimaryButton(self.desk.text("gui.act.post.note"))
        self.takes_back = SecondaryButton(self.desk.text("gui.act.post.take_back"))
        is_noted = self.post.day(self.step) is not None
        self.stays = SecondaryButton(self.desk.text("gui.act.post.cancel" if is_noted else "gui.cancel"))
        self.notes.clicked.connect(self.accept)
        self.takes_back.clicked.connect(self._take_back)
        self.stays.clicked.connect(self.reject)
        self.notes.setDefault(True)
        self.add(self.notes)
        if is_noted:
            self.add(self.takes_back)
        self.add(self.stays)

    def _look(self) -> None:
        self.day = self.row.day
        reason = why_not(self.post, self.step, self.row.day, today())
        self.notes.setEnabled(reason is None)
        mark_wrong(self.field, wrong=reason is not None)
        self.problem.setText(self.desk.notes.text(reason) if reason else "")
        self.problem.setVisible(reason is not None)

    def _take_back(self) -> None:
        self.day = None
        self.accept()
