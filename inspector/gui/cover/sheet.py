# SPDX-License-Identifier: Apache-2.0
"""Lies over a window and hides every part that may show something of the person."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.app.own_words import OwnWords
from inspector.gui.cover.personal import personal
from inspector.gui.theme.tokens import Tokens, tokens_of


class Sheet(QWidget):
    """Takes no click and no key. What it hides is decided anew whenever something below is painted.

    Whatever stands there, its place is painted alike: nothing of what is below can be made out.
    """

    def __init__(self, window: QWidget, own: OwnWords) -> None:
        super().__init__(window)
        self._own = own
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.follow()
        self.show()

    def follow(self) -> None:
        """Be as large as the window, and above all that is in it."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hide what may be the person's own."""
        window = self.parentWidget()
        if window is None:
            return
        painter = QPainter(self)
        for place in personal(window, self._own, event.rect()):
            _hide(painter, place, tokens_of(window))
        painter.end()


def _hide(painter: QPainter, place: QRect, tokens: Tokens) -> None:
    painter.fillRect(place, tokens.line)
    painter.fillRect(place, QBrush(tokens.outline, Qt.BrushStyle.BDiagPattern))
