# SPDX-License-Identifier: Apache-2.0
"""What all dialogs share: a sentence, a body, and buttons at the end; Esc closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspector.gui.cover.switch import switched_by_keys
from inspector.gui.theme.measures import RING, steps
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Name, TextBlock
from inspector.gui.widgets.whole import Inside, Whole

_WIDTH = 520
_SIDE = steps(6) - RING
_LEAST = 80
_OF_THE_SYSTEM = 48
"""So much of the screen's height is left for the title of a window."""


class Dialog(QDialog):
    """Asks or tells one thing. Fill `body`; `add` buttons in the order of reading, the primary one first."""

    def __init__(self, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        switched_by_keys(self)
        self._upper_inside = inside = Inside()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, steps(5), _SIDE, steps(2))
        column.setSpacing(steps(2))
        column.addWidget(Name(title))
        self.words = TextBlock(text, colour="muted")
        column.addWidget(self.words)
        self.words.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(steps(2))
        column.addLayout(self.body)
        self._upper = Whole(inside)
        inside.asked.connect(self._fit)
        self._buttons = Flow(across=steps(1.5), down=steps(1))
        foot = QVBoxLayout()
        foot.setContentsMargins(_SIDE, steps(2), _SIDE, steps(5))
        foot.addLayout(self._buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._upper, 1)
        rows.addLayout(foot)

    def add(self, *buttons: QWidget) -> None:
        """Put buttons at the end of the row."""
        for button in buttons:
            self._buttons.addWidget(button)

    def event(self, event: QEvent) -> bool:
        """Be at least as high as the words need in this width; Qt forgets that where it bounds the size."""
        # Asked before: an event that deletes the dialog leaves nothing to ask.
        fits_anew = event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        handled = super().event(event)
        if fits_anew and self.layout() is not None:
            self._fit()
        return handled

    def sizeHint(self) -> QSize:
        """Return the size that all words need, no higher than the screen."""
        found = super().sizeHint()
        return QSize(found.width(), min(found.height(), self._most()))

    def _most(self) -> int:
        return self.screen().availableGeometry().height() - _OF_THE_SYSTEM

    def _fit(self) -> None:
        """Have room for all words in this width, as far as the screen has it; else they scroll."""
        below = self._buttons.heightForWidth(self.width() - 2 * _SIDE) + steps(2) + steps(5)
        above = max(_LEAST, min(self._upper_inside.high(self.width()), self._most() - below))
        self._upper.setMinimumHeight(above)
        self.setMinimumHeight(above + below)
        if self.height() > self._most():
            self.resize(self.width(), self._most())
        self._upper.fit()
