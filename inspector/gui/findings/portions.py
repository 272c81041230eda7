# SPDX-License-Identifier: Apache-2.0
"""Turns through very many findings, one portion after the other: nobody reads hundreds on one page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.findings.choosing import PORTION, Group, count_of, portion
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside


class Portions(QWidget):
    """Keeps which portion is shown. `turned` tells that it is another one now."""

    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._at = 0
        self._all = 0
        self.told = Aside()
        self.before = SecondaryButton("")
        self.next = SecondaryButton("")
        self.before.clicked.connect(lambda: self._turn(-PORTION))
        self.next.clicked.connect(lambda: self._turn(PORTION))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, steps(1), 0, 0)
        column.setSpacing(steps(1))
        column.addWidget(self.told)
        row = Flow(across=steps(1.5))
        row.addWidget(self.before)
        row.addWidget(self.next)
        column.addLayout(row)
        self.hide()

    @property
    def is_needed(self) -> bool:
        """Answer whether there are more findings than one portion."""
        return self._all > PORTION

    @property
    def at(self) -> int:
        """Return how many findings come before the portion that is shown."""
        return self._at

    def begin(self, at: int = 0) -> None:
        """Go to the portion after so many findings, to the first where something else is asked for."""
        self._at = at

    def of(self, groups: Sequence[Group]) -> tuple[Group, ...]:
        """Return what is to be shown of these groups now."""
        self._all = count_of(groups)
        if self._at >= self._all:
            self._at = 0
        last = min(self._at + PORTION, self._all)
        self._say("told", self.told, first=self._at + 1, last=last, all=self._all)
        self._say("before", self.before, n=PORTION)
        self._say("next", self.next, n=min(PORTION, self._all - last))
        self.before.setVisible(self._at > 0)
        self.next.setVisible(last < self._all)
        return portion(groups, self._at)

    def _say(self, key: str, widget: Aside | SecondaryButton, **values: int) -> None:
        widget.setText(self._desk.text(f"gui.findings.portion.{key}", **values))

    def _turn(self, step: int) -> None:
        self._at += step
        self.turned.emit()
        # The button that was pressed may have nowhere left to go.
        stays = self.next if step > 0 else self.before
        other = self.before if step > 0 else self.next
        (stays if stays.isVisible() else other).setFocus(Qt.FocusReason.OtherFocusReason)
