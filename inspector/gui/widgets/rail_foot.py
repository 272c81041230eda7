# SPDX-License-Identifier: Apache-2.0
"""The foot of the rail: how many connections were made, which leads to what they were."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui.theme.icons import Icon
from inspector.gui.theme.measures import CONTROL_RADIUS, RING, steps
from inspector.gui.theme.painting import box, inside, ring
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.text import Aside
from inspector.system.messages import Messages

_ICON = 13


class Outward(QAbstractButton):
    """Says how many connections were made; pressed, what they were."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        self._standing = Aside()
        self._count = Aside()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Buttons are as high as one line unless they are told to grow.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(steps(3), steps(1), steps(2), steps(1))
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(steps(1))
        # The words of the line below begin so far in.
        row.addSpacing(RING)
        row.addWidget(Icon("offline", _ICON, "muted"))
        row.addWidget(self._standing, 1)
        column.addLayout(row)
        column.addWidget(self._count)

    def sizeHint(self) -> QSize:
        """Return the least width: its words wrap in what the rail gives them."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def show_connections(self, count: int) -> None:
        """Say how many there were."""
        standing = self._messages.text("gui.rail.asked" if count else "gui.rail.offline")
        counted = self._messages.text("gui.rail.connections", n=count)
        self._standing.setText(standing)
        self._count.setText(counted)
        self.setAccessibleName(self._messages.text("gui.rail.outward", standing=standing, count=counted))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stand out below the pointer."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be one among others again."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground where the pointer is, and the ring."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        shape = inside(self.rect())
        if self.underMouse():
            box(painter, shape, CONTROL_RADIUS, tokens.hover, None)
        if self.hasFocus():
            ring(painter, shape, CONTROL_RADIUS, tokens.focus)
        painter.end()


class Foot(QWidget):
    """What stands below the journey on every page."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self.outward = Outward(messages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, steps(1), 0, 0)
        column.addWidget(self.outward)
        self.show_connections(0)

    def show_connections(self, count: int) -> None:
        """Say how many connections there were."""
        self.outward.show_connections(count)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        del event
        painter = QPainter(self)
        painter.fillRect(RING, 0, self.width() - 2 * RING, 1, tokens_of(self).line)
        painter.end()
