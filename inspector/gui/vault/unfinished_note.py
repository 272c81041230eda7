# SPDX-License-Identifier: Apache-2.0
"""Says what was being read in this case when the program ended, and offers to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.notes import QuietNote

_NAMED = 3


class UnfinishedNote(QuietNote):
    """`goes_on` tells that the person wants it read now; `left` that they do not."""

    goes_on = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.unfinished.title"), " ", parent)
        self.desk = desk
        self.reads = PrimaryButton(desk.text("gui.unfinished.read"))
        self.leaves = SecondaryButton(desk.text("gui.unfinished.leave"))
        self.reads.clicked.connect(self.goes_on)
        self.leaves.clicked.connect(self.left)
        row = Flow(across=steps(1.5), down=steps(1))
        row.addWidget(self.reads)
        row.addWidget(self.leaves)
        self.column.addSpacing(steps(1))
        self.column.addLayout(row)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Return what can be pressed, as it is read."""
        return self.reads, self.leaves

    def refresh(self) -> None:
        """Show what was left, where anything was."""
        from inspector.archives.within import called  # noqa: PLC0415 - the window opens without it

        left, there = self.desk.unfinished.left, self.desk.unfinished.there
        self.setVisible(bool(left))
        if not left:
            return
        names = [called(one) for one in left[:_NAMED]]
        key = "gui.unfinished.more" if len(left) > _NAMED else "gui.unfinished.names"
        said = [self.desk.text(key, names=", ".join(names), n=len(left) - len(names))]
        if len(there) < len(left):
            said.append(self.desk.text("gui.unfinished.gone", n=len(left) - len(there)))
        self.text.setText(" ".join(said))
        self.reads.setVisible(bool(there))
