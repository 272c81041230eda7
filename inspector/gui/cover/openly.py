# SPDX-License-Identifier: Apache-2.0
"""The mark of what is never covered: nothing in it is the person's own, though it has numbers in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

OPENLY: Final = "nothing_of_the_person"


def show_openly(*widgets: QWidget) -> None:
    """Let widgets, and all that is in them, be seen."""
    for widget in widgets:
        widget.setProperty(OPENLY, OPENLY)


def is_open(widget: QWidget | None) -> bool:
    """Answer whether a widget, or one that it lies in, is shown openly."""
    while widget is not None:
        if widget.property(OPENLY):
            return True
        widget = None if widget.isWindow() else widget.parentWidget()
    return False
