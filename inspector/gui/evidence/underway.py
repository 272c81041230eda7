# SPDX-License-Identifier: Apache-2.0
"""How far the making of a bundle is, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from inspector.app.underway import WHOLE, stage
from inspector.gui.desk import Desk
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Strong


class UnderwayCard(Card):
    """Names the stage and shows the share. `stop_asked` tells that the person wants it to stop."""

    stop_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.stage = Strong()
        self.lane = QProgressBar()
        self.lane.setTextVisible(False)
        self.lane.setRange(0, WHOLE)
        self.lane.setAccessibleName(desk.text("gui.evidence.making"))
        self.stops = SecondaryButton(desk.text("gui.evidence.stop"))
        self.stops.clicked.connect(self._stop)
        row = Flow()
        row.addWidget(self.stops)
        for widget in (self.stage, self.lane):
            self.body.addWidget(widget)
        self.body.addLayout(row)

    def begin(self) -> None:
        """Show that nothing is done yet."""
        self.stops.setEnabled(True)
        self.tell(0, WHOLE)

    def tell(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.lane.setRange(0, total)
        self.lane.setValue(done)
        if self.stops.isEnabled():
            self.stage.setText(self.desk.text(f"gui.evidence.stage.{stage(done)}"))

    def _stop(self) -> None:
        self.stops.setEnabled(False)
        self.stage.setText(self.desk.text("gui.evidence.stopping"))
        self.stop_asked.emit()
