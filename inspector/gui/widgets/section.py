# SPDX-License-Identifier: Apache-2.0
"""A part of a page under its own name."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Aside, Name


class Section(QWidget):
    """A name, an aside that explains it where there is one, and `body`, a column, below."""

    def __init__(self, title: str, aside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        self.title = Name(title)
        self.aside = Aside(aside)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, steps(1), 0, 0)
        self.body.setSpacing(steps(3))
        column.addWidget(self.title)
        column.addWidget(self.aside)
        # Not before it has a parent: it would be a window of its own for a moment.
        self.aside.setVisible(bool(aside))
        column.addLayout(self.body)
