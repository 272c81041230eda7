# SPDX-License-Identifier: Apache-2.0
"""What the person remembers, each with a way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.cases.standing import Statement
from inspector.gui.desk import Desk
from inspector.gui.setting_names import control_name
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.pill import Pill
from inspector.gui.widgets.text import TextBlock

_POSITIONS = ("on", "off")


class Remembered(QWidget):
    """A line per statement."""

    taken_back = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.statements: tuple[Statement, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(steps(1))

    def show_statements(self, statements: tuple[Statement, ...]) -> None:
        """Show what stands."""
        if statements == self.statements:
            return
        self.statements = statements
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for statement in statements:
            self._column.addWidget(self._line(statement))

    def _line(self, said: Statement) -> QWidget:
        text = self.desk.text
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(steps(2))
        name = control_name(self.desk, said.control)
        words = text("gui.remembered.line", setting=name, when=self.desk.notes.said(said.moment))
        back = SecondaryButton(text("gui.remembered.back"))
        back.setAccessibleName(text("gui.remembered.back_name", words=words))
        back.clicked.connect(lambda: self.taken_back.emit(said))
        pill = self._pill(said.position)
        row.addWidget(pill)
        # What follows stands below what follows in the line above, however long the words are.
        row.addSpacing(
            max(self._pill(one).sizeHint().width() for one in _POSITIONS) - pill.sizeHint().width()
        )
        row.addWidget(TextBlock(words), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(back)
        return line

    def _pill(self, position: str) -> Pill:
        return Pill(position, self.desk.text(f"gui.reading.{position}"))
