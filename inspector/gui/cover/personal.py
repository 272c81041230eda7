# SPDX-License-Identifier: Apache-2.0
"""Which parts of a window may show something of the person: all but the program's own words and shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from inspector.app.own_words import OwnWords
from inspector.gui.cover.openly import OPENLY
from inspector.gui.theme.measures import RING, steps
from inspector.gui.widgets.text import TextBlock

OPEN_SHAPES: Final = frozenset({
    "BottomBar",
    "CalendarButton",
    "Card",
    "CheckMark",
    "DropPanel",
    "Fade",
    "Foot",
    "Icon",
    "Numeral",
    "OpeningCard",
    "Outward",
    "Rail",
    "RailItem",
    "Segment",
    "Sheet",
    "StandingMark",
    "StretchRow",
    "TextBlock",
    "_BarredNote",
})  # fmt: skip
"""Classes that paint themselves and paint nothing of the person besides words that are looked at here.

Any other class that paints itself is covered whole.
"""

_FRAME: Final = RING + 3
"""The edge of a field or a button stays seen."""
_STEP: Final = steps(12)
"""Widths are told no closer than this: the length of a name is not told either."""


def personal(root: QWidget, own: OwnWords, within: QRect) -> Iterator[QRect]:
    """Yield the places, in `root`, that may show something of the person and lie in a part of it."""
    yield from _below(root, own, QPoint(0, 0), within)


def _below(widget: QWidget, own: OwnWords, at: QPoint, clip: QRect) -> Iterator[QRect]:
    clip = clip & QRect(at, widget.size())
    if clip.isEmpty() or widget.property(OPENLY):
        return
    found = personal_part(widget, own)
    if found is not None and not found.isEmpty():
        yield found.translated(at) & clip
    if found is not None and found == widget.rect():
        return
    for child in _parts(widget):
        yield from _below(child, own, at + child.pos(), clip)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Yield what is seen in a widget, but not what lies in a place that is covered already."""
    filled = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QScrollArea)
    view = widget.viewport() if isinstance(widget, QAbstractScrollArea) and filled else None
    for child in widget.children():
        if isinstance(child, QWidget) and child is not view and not (child.isHidden() or child.isWindow()):
            yield child


def personal_part(widget: QWidget, own: OwnWords) -> QRect | None:
    """Return the part of one widget, in its own pixels, that may show something of the person; None for none.

    What lies in it is not looked at.
    """
    if isinstance(widget, QHeaderView):
        return None if own.all_of(_titles(widget)) else widget.rect()
    if isinstance(widget, QAbstractItemView):
        return widget.viewport().geometry()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return None if widget.document().isEmpty() else widget.viewport().geometry()
    if _paints_itself(widget):
        return widget.rect()
    if isinstance(widget, QLabel):
        return _of_label(widget, own)
    text = _text(widget)
    # What is typed is the person's, whatever it says.
    is_own = not text if isinstance(widget, QLineEdit) else text in own
    return None if is_own else _inside(widget)


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLineEdit | QAbstractButton) else ""


def _titles(head: QHeaderView) -> list[str]:
    model, way = head.model(), head.orientation()
    return [str(model.headerData(at, way) or "") for at in range(head.count())]


def _of_label(label: QLabel, own: OwnWords) -> QRect | None:
    if not label.pixmap().isNull():
        return label.rect()
    if label.text() in own:
        return None
    if not isinstance(label, TextBlock):
        return label.rect()
    wide = -(-label.sizeHint().width() // _STEP) * _STEP
    if wide >= label.width():
        return label.rect()
    # Words on several lines are as wide as their block.
    size = QSize(wide, label.height())
    left = 0 if label.layoutDirection() == Qt.LayoutDirection.LeftToRight else label.width() - wide
    return QRect(QPoint(left, 0), size)


def _inside(widget: QWidget) -> QRect:
    return widget.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)


def _paints_itself(widget: QWidget) -> bool:
    """Answer whether a widget is painted by a class of ours of which nothing better is known."""
    for kind in type(widget).__mro__:
        if kind.__name__ in OPEN_SHAPES:
            return False
        if "paintEvent" in vars(kind) and kind.__module__.startswith("inspector."):
            return True
    return False
