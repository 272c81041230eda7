# SPDX-License-Identifier: Apache-2.0
"""A row that wraps: what does not fit beside the last thing goes below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QStyle, QWidget, QWidgetItem

from inspector.gui.theme.buttons import LINK, LINK_ROOM, NEARER, look_of


class _Held(QWidgetItem):
    """A widget in a row, made here and not by Qt.

    What Qt makes, PySide knows by its address alone: it may be taken for something that lay there before, and
    is gone when that goes.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget


class Flow(QLayout):
    """Lays its items out from the leading edge, line by line, each at its preferred size.

    Within a line items are centred on each other. An item wider than the row gets the row's width.
    """

    def __init__(self, parent: QWidget | None = None, *, across: int = 8, down: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._given_away: QLayoutItem | None = None
        self._across = across
        self._down = down
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:
        """Take a widget at the end."""
        self.addChildWidget(widget)
        self.addItem(_Held(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, None past the end."""
        # Held until the next one: Qt deletes what it takes, and Python must not have done so before.
        self._given_away = self._items.pop(index) if 0 <= index < len(self._items) else None
        return self._given_away

    def expandingDirections(self) -> Qt.Orientation:
        """Answer that it takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Answer that a narrower row is a higher one."""
        return True

    def invalidate(self) -> None:
        """Measure anew: something in it has changed."""
        self._heights = {}
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the size of one line with everything in it."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self._across * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return self._with_margins(QSize(sum(hint.width() for hint in hints) + gaps, height))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        top = room.top()
        for line in self._lines(room.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, QRect(room.left(), top, room.width(), height))
            top += height + self._down
        bottom = top - self._down if self._shown() else top
        return bottom + margins.bottom() - rect.top()

    def _place(self, line: list[tuple[QLayoutItem, QSize]], room: QRect) -> None:
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        left = room.left() - _hang_out(line[0][0], room.left())
        for item, size in line:
            place = QRect(QPoint(left, room.top() + (room.height() - size.height()) // 2), size)
            item.setGeometry(QStyle.visualRect(direction, room, place))
            left += size.width() + self._across

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        # Asked for a width that margins alone take up, it has none.
        width = max(0, width)
        used = width + 1
        for item in self._shown():
            size = _size(item, width)
            used += self._across + size.width()
            if used > width:
                lines.append([])
                used = size.width()
            lines[-1].append((item, size))
        return lines


def _hang_out(item: QLayoutItem, most: int) -> int:
    """Return how far an item reaches out at the beginning of a line, so that words stand below words.

    Where there is no room for that, a link sets its words that much nearer to its edge.
    """
    widget = item.widget()
    if not isinstance(widget, QPushButton) or look_of(widget) != LINK:
        return 0
    out = min(LINK_ROOM, most)
    if widget.property(NEARER) != LINK_ROOM - out:
        widget.setProperty(NEARER, LINK_ROOM - out)
        widget.update()
    return out


def _size(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint()
    if size.width() <= width:
        return size
    height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
    return QSize(width, height)
