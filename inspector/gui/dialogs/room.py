# SPDX-License-Identifier: Apache-2.0
"""How large a dialog with much in it may be: never larger than the window it stands in front of."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

_OF_THE_WINDOW = 0.94
_LEAST = 180


def room_in(parent: QWidget | None, largest: QSize) -> QSize:
    """Return the size of a dialog that would like to be `largest`."""
    return largest if parent is None else largest.boundedTo(parent.window().size() * _OF_THE_WINDOW)


def gives_way(scroller: QWidget) -> None:
    """Let what scrolls be as low as need be, so that it does not make the dialog higher than the window."""
    scroller.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    scroller.setMinimumHeight(_LEAST)
