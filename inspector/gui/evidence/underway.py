# SPDX-License-Identifier: Apache-2.0
"""How far the making of a bundle is, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.app.underway import WHOLE, Stage, stage
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.lane import ProgressLane
from inspector.gui.widgets.text import Aside, Strong


class UnderwayCard(Card):
    """Names the stage and shows the share. `stop_asked` tells that the person wants it to stop."""

    stop_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.stage = Strong()
        self.lane = ProgressLane()
        self.far = Aside()
        self.lane.setAccessibleName(desk.text("gui.evidence.making"))
        self.stops = SecondaryButton(desk.text("gui.evidence.stop"))
        self.stops.clicked.connect(self._stop)
        row = Flow(across=steps(3))
        row.addWidget(self.stops)
        row.addWidget(Aside(desk.text("gui.evidence.stop_means")))
        for widget in (self.stage, self.lane, self.far):
            self.body.addWidget(widget)
        self.body.addLayout(row)

    def begin(self) -> None:
        """Show that nothing is done yet."""
        self.stops.setEnabled(True)
        self.tell(0, WHOLE)

    def tell(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.lane.tell(done, total)
        self.far.setText(self.desk.text("gui.evidence.percent", percent=100 * done // max(1, total)))
        if self.stops.isEnabled():
            now = stage(done)
            words = {"step": list(Stage).index(now) + 1, "stage": self.desk.text(f"gui.evidence.stage.{now}")}
            self.stage.setText(self.desk.text("gui.evidence.stage_of", **words))

    def _stop(self) -> None:
        self.stops.setEnabled(False)
        self.stage.setText(self.desk.text("gui.evidence.stopping"))
        self.stop_asked.emit()
