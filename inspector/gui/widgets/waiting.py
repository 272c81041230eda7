# SPDX-License-Identifier: Apache-2.0
"""What stands in place of a page whose first answer is still being worked out."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import RING, steps
from inspector.gui.widgets.text import Aside, Heading


class Waiting(QWidget):
    """One sentence where the page's own will stand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        # Where the page it stands in for has its own sentence.
        side = steps(8) - RING
        column.setContentsMargins(side, steps(7), side, steps(4))
        column.setSpacing(steps(1))
        column.addWidget(Heading(desk.text("gui.waiting.title"), characters=None))
        column.addWidget(Aside(desk.text("gui.waiting.aside")))
        column.addStretch(1)
