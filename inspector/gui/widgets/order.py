# SPDX-License-Identifier: Apache-2.0
"""The order in which Tab goes: that of reading, also through what was put on a page later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QLayout, QScrollArea, QWidget


def tab_in_reading_order(*parts: QLayout | QWidget) -> None:
    """Let Tab go through widgets and what stands in layouts, in the order they hold it."""
    found = [widget for part in parts for widget in _takers(part)]
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)


def _takers(part: QLayout | QWidget | None) -> Iterator[QWidget]:
    if isinstance(part, QLayout):
        upwards = isinstance(part, QBoxLayout) and part.direction() == QBoxLayout.Direction.BottomToTop
        for at in reversed(range(part.count())) if upwards else range(part.count()):
            item = part.itemAt(at)
            if item is not None:
                yield from _takers(item.layout() or item.widget())
    elif part is not None:
        yield from _of_widget(part)


def _of_widget(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    # What scrolls by itself, a table or a field, holds nothing that Tab goes through.
    if inside is not None and not isinstance(inside, QAbstractScrollArea):
        yield from _takers(inside.layout())
