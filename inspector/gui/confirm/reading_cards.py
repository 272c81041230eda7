# SPDX-License-Identifier: Apache-2.0
"""What the program reads in a capture, as cards: the setting, the position and how sure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.told import Told
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import RING, steps
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.pill import Pill
from inspector.gui.widgets.text import Aside, Strong


class ReadingCards(QWidget):
    """Shows a reading."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.name, self.label, self.place = Strong(), Aside(), Aside()
        self.pill = Pill("unknown", "")
        self.sure, self.says = Aside(), Aside()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(3) - 2 * RING)
        column.addWidget(self._setting_card())
        column.addWidget(self._position_card())

    def _setting_card(self) -> Card:
        card = Card()
        card.body.setSpacing(steps(0.5))
        for part in (Aside(self.desk.text("gui.confirm.setting")), self.name, self.label, self.place):
            card.body.addWidget(part)
        return card

    def _position_card(self) -> Card:
        row = QHBoxLayout()
        row.setSpacing(steps(2))
        row.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.says, 1, Qt.AlignmentFlag.AlignVCenter)
        card = Card()
        card.body.setSpacing(steps(1))
        card.body.addWidget(Aside(self.desk.text("gui.confirm.reads")))
        card.body.addLayout(row)
        card.body.addWidget(self.sure)
        return card

    def show_reading(self, told: Told, waits: str = "") -> None:
        """Show the setting and its position; `waits` stands for the latter while that is being read."""
        for block, text in ((self.name, told.name), (self.label, told.label), (self.place, told.place)):
            block.setText(text)
            block.setVisible(bool(text))
        kind = "objection" if told.objection and told.state != "unknown" else "state"
        self.pill.show_state(told.state, self.desk.text(f"gui.confirm.{kind}.{told.state}"))
        self.says.setText(waits or "\n".join(told.says))
        self.sure.setText("" if waits else told.sure)
        self.sure.setVisible(not waits)
