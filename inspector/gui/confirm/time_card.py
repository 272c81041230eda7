# SPDX-License-Identifier: Apache-2.0
"""When a capture was made, as a card: in plain words, by which clues, what contradicts, the zone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.told import Clue, Time
from inspector.gui.confirm.zone import ZoneQuestion
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Strong


class TimeCard(Card):
    """Shows a time. `zone_told` tells that the person named the zone of the clock, or took it back."""

    zone_told = Signal()
    unfolded = Signal(object)
    """Carries the part that came to be seen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when, self.by, self.bounds = Strong(), Aside(), Aside()
        self.troubles = Aside()
        self.troubles.set_colour("on")
        self.zone = ZoneQuestion(desk)
        self.clues = ClueList(desk)
        self.zone.changed.connect(self.zone_told)
        self.clues.unfolded.connect(lambda: self.unfolded.emit(self.clues))
        self.body.setSpacing(steps(0.5))
        self.body.addWidget(Aside(desk.text("gui.confirm.taken")))
        for part in (self.when, self.by, self.bounds, self.troubles, self.zone):
            self.body.addWidget(part)
        self.body.addLayout(self.clues.asking)
        self.body.addWidget(self.clues)

    def show_time(self, time: Time) -> None:
        """Show when a file was made; where only the person knows the zone of its clock, ask for it."""
        self.when.setText(time.when)
        self.by.setText(time.by)
        self.bounds.setText(time.bounds)
        self.bounds.setVisible(bool(time.bounds))
        self.troubles.setText("\n".join(time.troubles))
        self.troubles.setVisible(bool(time.troubles))
        self.zone.setVisible(time.asks_zone)
        self.clues.show_clues(time.clues)


class ClueList(QWidget):
    """The traces of time in a file, each with what it is worth; folded until the person asks for them.

    `asking` is the line above them in which the person does. It stands in the layout of whoever shows them,
    where the ring of a link has room.
    """

    unfolded = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.fold = SmallLinkButton()
        self.fold.setAutoDefault(False)
        self.fold.clicked.connect(self._turn)
        self.asking = Flow(down=0)
        self.asking.addWidget(self.fold)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(steps(1))
        self._clues: tuple[Clue, ...] = ()
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Answer whether the clues are to be seen."""
        return self._is_open

    def show_clues(self, clues: tuple[Clue, ...]) -> None:
        """Show other clues, folded as they are."""
        if clues != self._clues:
            self._clues = clues
            self._fill()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._fill()
        if self._is_open:
            self.unfolded.emit()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        text = self.desk.text
        key = "gui.confirm.fewer_clues" if self._is_open else "gui.confirm.clues"
        self.fold.setText(text(key, n=len(self._clues)))
        self.fold.setVisible(bool(self._clues))
        self.setVisible(self._is_open and bool(self._clues))
        for clue in self._clues if self._is_open else ():
            kind = "clue" if clue.when else "clue_undated"
            values = {"what": clue.what, "raw": clue.raw, "when": clue.when, "worth": clue.worth}
            self._lines.addWidget(Aside(text(f"gui.confirm.{kind}", **values)))
