# SPDX-License-Identifier: Apache-2.0
"""What few people need, folded away behind a link until they ask for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.flow import Flow


class Fold(QWidget):
    """A link, and `body`, a column, below it while it is open. `turned` tells that it opened or closed."""

    turned = Signal(bool)

    def __init__(self, opens: str, closes: str, parent: QWidget | None = None) -> None:
        """Take the words of the link while it is closed and while it is open."""
        super().__init__(parent)
        self.is_open = False
        self._words = {False: opens, True: closes}
        self.link = SmallLinkButton(opens)
        self.link.setAutoDefault(False)
        self.link.clicked.connect(lambda: self.turn(on=not self.is_open))
        self._inside = QWidget()
        self._inside.hide()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, steps(3), 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = Flow(down=0)
        row.addWidget(self.link)
        column.addLayout(row)
        column.addWidget(self._inside)

    @property
    def plain(self) -> str:
        """Return that it is open; empty where it is closed."""
        return "open" if self.is_open else ""

    def take_plain(self, plain: str) -> None:
        """Be open where `plain` was."""
        self.turn(on=bool(plain))

    def turn(self, *, on: bool) -> None:
        """Open or close it."""
        if on == self.is_open:
            return
        self.is_open = on
        self._inside.setVisible(on)
        self.link.setText(self._words[on])
        self.turned.emit(on)
