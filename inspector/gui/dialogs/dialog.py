# SPDX-License-Identifier: Apache-2.0
"""What all dialogs share: a sentence, a body, and buttons at the end; Esc closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspector.gui.theme.measures import RING, steps
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Name, TextBlock

_WIDTH = 520


class Dialog(QDialog):
    """Asks or tells one thing. Fill `body`; `add` buttons in the order of reading, the primary one first."""

    def __init__(self, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        side = steps(6) - RING
        column.setContentsMargins(side, steps(5), side, steps(5))
        column.setSpacing(steps(2))
        column.addWidget(Name(title))
        self.words = TextBlock(text, colour="muted")
        column.addWidget(self.words)
        self.words.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(steps(2))
        column.addLayout(self.body)
        column.addSpacing(steps(2))
        self._buttons = Flow(across=steps(1.5), down=steps(1))
        column.addLayout(self._buttons)

    def add(self, *buttons: QWidget) -> None:
        """Put buttons at the end of the row."""
        for button in buttons:
            self._buttons.addWidget(button)

    def event(self, event: QEvent) -> bool:
        """Be at least as high as the words need in this width; Qt forgets that where it bounds the size."""
        # Asked before: an event that deletes the dialog leaves nothing to ask.
        fits_anew = event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
        handled = super().event(event)
        layout = self.layout() if fits_anew else None
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
        return handled
