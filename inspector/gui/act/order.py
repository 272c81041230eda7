# SPDX-License-Identifier: Apache-2.0
"""The order in which Tab goes: that of reading, also for what was put on a page later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def tab_in_reading_order(*layouts: QLayout) -> None:
    """Let Tab go through what stands in these layouts, in their order."""
    found = [widget for layout in layouts for widget in _takers(layout)]
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)


def _takers(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        below, widget = item.layout(), item.widget()
        if below is not None:
            yield from _takers(below)
        elif widget is not None:
            yield from _of_widget(widget)


def _of_widget(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = None if inside is None or isinstance(inside, QAbstractScrollArea) else inside.layout()
    if layout is not None:
        yield from _takers(layout)
