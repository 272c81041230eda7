# SPDX-License-Identifier: Apache-2.0
"""How the bundle is made: said in one sentence, and changed only by whoever opens the choices."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.fold import Fold
from inspector.gui.widgets.section import Section

_USUAL = {"sealed": True, "archives": False, "withheld": False, "stamped": False, "locked": False}


class ChoicesSection(Section):
    """Holds what can be chosen. What is usual is folded away; whatever is not is open to be seen."""

    def __init__(self, desk: Desk, *parts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.evidence.choices.title"), "", parent)
        self._desk = desk
        self.fold = Fold(desk.text("gui.evidence.choices.open"), desk.text("gui.evidence.choices.close"))
        self.fold.body.setSpacing(steps(6))
        for part in parts:
            self.fold.body.addWidget(part)
        self.aside.show()
        self.body.addWidget(self.fold)

    def show_wanted(self, **wanted: bool) -> None:
        """Say what is wanted; `wanted` has the words of `_USUAL`."""
        said = [
            self._desk.text(f"gui.evidence.choices.{what}.{'yes' if on else 'no'}")
            for what, on in wanted.items()
        ]
        self.aside.setText(" ".join(said))
        if wanted != _USUAL:
            self.fold.turn(on=True)
