# SPDX-License-Identifier: Apache-2.0
"""Which of many findings are shown and in which order: a search field and two rows of keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector.app.findings.choosing import ORDERS, Arrangement, Order, Which, arranged, counts
from inspector.app.findings.shapes import FindingsView
from inspector.gui.act.segments import Segments
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside

_FIELD = 184


class Chooser(QWidget):
    """Asks what to show of an answer. `changed` tells that it is something else now."""

    changed = Signal()

    def __init__(
        self, desk: Desk, view: FindingsView, before: Arrangement, parent: QWidget | None = None
    ) -> None:
        """Offer what there is in `view`, beginning with what was chosen `before` as far as it is there."""
        super().__init__(parent)
        self._desk, self._view = desk, view
        found = counts(view.details)
        chosen = before.which if before.which in (which for which, _ in found) else "all"
        self.wanted = QLineEdit(before.wanted)
        self.wanted.setPlaceholderText(self._say("find"))
        self.wanted.setAccessibleName(self._say("find_name"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.setFixedWidth(_FIELD)
        self.which = Segments(
            self._say("which_name"),
            [(which, self._say(f"which.{which}", n=count)) for which, count in found],
            chosen,
        )
        self.order = Segments(
            self._say("order_name"), [(one, self._say(f"order.{one}")) for one in ORDERS], before.order
        )
        self.told = Aside()
        self._lay_out()
        self._tell()
        self.wanted.textChanged.connect(self._change)
        self.which.chosen.connect(self._change)
        self.order.chosen.connect(self._change)

    @property
    def arrangement(self) -> Arrangement:
        """Return what is asked for now."""
        which: dict[str, Which] = {one: one for one, _ in counts(self._view.details)}
        orders: dict[str, Order] = {one: one for one in ORDERS}
        return Arrangement(which[self.which.code], orders[self.order.code], self.wanted.text())

    def show_all(self) -> None:
        """Ask for all findings again."""
        self.wanted.clear()
        self.which.choose("all")

    def _say(self, key: str, /, **values: object) -> str:
        return self._desk.text(f"gui.findings.{key}", **values)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, steps(1))
        column.setSpacing(steps(1))
        column.addWidget(self.which)
        row = Flow(across=steps(4), down=steps(1))
        row.addWidget(self.wanted)
        row.addWidget(self.order)
        column.addLayout(row)
        column.addWidget(self.told)

    def _change(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Say how many are shown where it is not all of them."""
        every = self._view.details
        shown = sum(len(group.details) for group in arranged(every, self.arrangement))
        self.told.setText(self._say("found", n=shown, all=len(every)))
        self.told.setVisible(shown < len(every))
