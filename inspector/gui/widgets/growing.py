# SPDX-License-Identifier: Apache-2.0
"""A column of many things, put together a few at a time: the window never stands still for them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.theme.measures import steps

_AFTER_PAINT_MS = 20
"""What is there at once is seen before any more is made."""


class GrowingColumn(QWidget):
    """Things below each other, in their order, `few` at a time. `grown` tells that all are there now.

    Whoever is such a column says how many are `wanted` and how many are there, and puts each into its place.
    It goes on as long as somebody looks on.
    """

    grown = Signal()

    def __init__(self, few: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(steps(2))
        self._few = few
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)

    @property
    def wanted(self) -> int:
        """How many things there are to be."""
        raise NotImplementedError

    @property
    def there(self) -> int:
        """How many of them are there, from the first one on."""
        raise NotImplementedError

    def put(self, place: int) -> None:
        """Make the thing at a place, counted from 0, and add it."""
        raise NotImplementedError

    @property
    def is_whole(self) -> bool:
        """Answer whether all that is wanted is there."""
        return self.there == self.wanted

    def add(self, widget: QWidget) -> None:
        """Add a widget below what is there."""
        self.column.addWidget(widget)
        # A layout shows what it takes only later; till then it cannot have the keyboard.
        widget.show()

    def grow(self, least: int) -> None:
        """Go on until so many things are there, or all."""
        # Else those that are there would be squeezed to make room for each that comes, till all is laid out.
        self.column.setEnabled(False)
        for place in range(self.there, min(least, self.wanted)):
            self.put(place)
        self.resize(self.width(), self.column.totalHeightForWidth(self.width()))
        self.column.setEnabled(True)

    def begin(self, least: int = 0) -> None:
        """Let so many things be there at once, a few at least, and the others once these were seen."""
        self.grow(max(self._few, least))
        self._go_on_later(_AFTER_PAINT_MS)

    def _go_on(self) -> None:
        self.grow(self.there + self._few)
        self._go_on_later(0)
        if self.is_whole:
            self.grown.emit()

    def _go_on_later(self, wait: int) -> None:
        """Go on in so many milliseconds, where somebody looks on and there is more."""
        if self.isVisible() and not self.is_whole:
            self._later.start(wait)
        else:
            self._later.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it was left."""
        super().showEvent(event)
        self._go_on_later(_AFTER_PAINT_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing for nobody."""
        super().hideEvent(event)
        self._later.stop()
