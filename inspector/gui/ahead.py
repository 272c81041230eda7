# SPDX-License-Identifier: Apache-2.0
"""Makes pages before anybody asks for them, one at a time, so that none keeps a person waiting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

_BETWEEN_MS: Final = 20


class Ahead(QObject):
    """`make_next` makes one page and returns it, None where all are made."""

    def __init__(self, make_next: Callable[[], QWidget | None], parent: QObject) -> None:
        super().__init__(parent)
        self._make_next = make_next
        self._made: QWidget | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Go on whenever nothing else is to be done."""
        self._timer.start(_BETWEEN_MS)

    def end(self) -> None:
        """Make no more, until it begins again."""
        self._timer.stop()
        self._made = None

    def _step(self) -> None:
        if self._made is not None:
            # Painted into nothing, its fonts are looked up and its layouts known.
            self._made.grab()
            self._made = None
        else:
            self._made = self._make_next()
            if self._made is None:
                return
        self._timer.start(_BETWEEN_MS)
