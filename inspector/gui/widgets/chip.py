# SPDX-License-Identifier: Apache-2.0
"""A word or two that qualify a sentence: the grade, the kind of a file."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector.gui.theme.measures import RING, Step, steps
from inspector.gui.theme.painting import box
from inspector.gui.theme.tokens import tokens_of

_HEIGHT = 23
_RADIUS = 5
_BESIDE = steps(2.25) + RING
_AROUND = 2 * _BESIDE
_ABOVE = 5
_NARROW = 160
_ENDLESS = 1000
_FLAGS = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class Chip(QLabel):
    """A small outlined word; where there is no room for it on one line, it takes more."""

    def __init__(self, text: str, parent: QWidget | None = None, *, means: str = "") -> None:
        """Take the words, and what they mean, said where the pointer rests and to screen readers."""
        super().__init__(parent)
        self.setToolTip(means)
        self.setAccessibleDescription(means)
        self._wide = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(Step.ASIDE.font())
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self._wide = self.fontMetrics().horizontalAdvance(text) + _AROUND
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line with their outline."""
        return QSize(self._wide, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: that of a few words."""
        return QSize(min(self._wide, _NARROW), _HEIGHT)

    def hasHeightForWidth(self) -> bool:
        """Answer that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width."""
        if width >= self._wide:
            return _HEIGHT
        room = QRect(0, 0, width - _AROUND, _ENDLESS)
        return self.fontMetrics().boundingRect(room, _FLAGS, self.text()).height() + _ABOVE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint outline and words."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        # In a row that is higher than itself it stays as high as its words.
        high = min(self.height(), self.heightForWidth(self.width()))
        area = QRect(0, (self.height() - high) // 2, self.width(), high)
        shape = QRectF(area).adjusted(RING, 0, -RING, 0)
        box(painter, shape, _RADIUS, None, tokens.line)
        painter.setPen(tokens.muted)
        if high > _HEIGHT:
            painter.drawText(area.adjusted(_BESIDE, 0, -_BESIDE, 0), _FLAGS, self.text())
        else:
            painter.drawText(shape, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()
