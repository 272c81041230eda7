# SPDX-License-Identifier: Apache-2.0
"""The days of what was sent: those that are noted, and those that can be noted next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.actions.wording import long_day
from inspector.app.tasks import Task
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow


class PostRow(QWidget):
    """A button per day; its words are the day where one is noted. `asked` tells which one to ask for."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.buttons: dict[str, SecondaryButton] = {}
        self._row = Flow(self, across=steps(1.5), down=steps(1))

    def show_task(self, task: Task) -> None:
        """Show the days of a task; buttons that stay keep the keyboard."""
        for step in task.offers:
            button = self._button(step)
            day = task.post.day(step) if task.post else None
            words = long_day(day, self.desk.messages.lang) if day else ""
            key = f"gui.act.post.{step}_on" if day else f"gui.act.post.{step}"
            button.setText(self.desk.text(key, **({"day": words} if day else {})))
        for name, button in self.buttons.items():
            button.setVisible(name in task.offers)
        self.setVisible(bool(task.offers))

    def _button(self, step: str) -> SecondaryButton:
        if step not in self.buttons:
            button = SecondaryButton()
            button.clicked.connect(lambda: self.asked.emit(step))
            self.buttons[step] = button
            self._row.addWidget(button)
        return self.buttons[step]
