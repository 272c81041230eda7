# SPDX-License-Identifier: Apache-2.0
"""A choice of a few things side by side, one of them chosen; the arrow keys move between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from inspector.gui.theme.measures import CONTROL_RADIUS, RING, TARGET, Step, steps
from inspector.gui.theme.painting import box, inside, ring
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.flow import Flow


class Segment(QRadioButton):
    """One of the things to choose from: a radio button that looks like a key."""

    def __init__(self, code: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.code = code
        self.setFont(Step.TEXT.font())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the words, as wide as they are when chosen."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(words * 1.12) + steps(7) + 2 * RING, TARGET)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are never cut off."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Answer that all of it can be hit."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key; the chosen one has a thick edge and bold words."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        shape = inside(self.rect())
        box(painter, shape, CONTROL_RADIUS, tokens.hover if self._is_lit() else tokens.card, tokens.edge)
        if self.isChecked():
            box(painter, shape, CONTROL_RADIUS, tokens.accent, None)
            box(painter, inside(shape, 2), CONTROL_RADIUS - 2, tokens.card, None)
        painter.setFont((Step.STRONG if self.isChecked() else Step.TEXT).font())
        painter.setPen(tokens.accent if self.isChecked() else tokens.ink)
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            ring(painter, shape, CONTROL_RADIUS, tokens.focus)
        painter.end()

    def _is_lit(self) -> bool:
        return self.isEnabled() and self.underMouse()


class Segments(QWidget):
    """Several segments; `chosen` tells the code of the one that was chosen by the person."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], code: str, parent: QWidget | None = None
    ) -> None:
        """Take the name of the whole, (code, words) of each, and the code of the one that is chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = Flow(self, across=steps(1), down=steps(1))
        self.segments = [Segment(one, words) for one, words in choices]
        for segment in self.segments:
            segment.setAccessibleDescription(name)
            segment.setChecked(segment.code == code)
            segment.toggled.connect(lambda on, segment=segment: self._tell(segment, on=on))
            self._group.addButton(segment)
            row.addWidget(segment)

    @property
    def code(self) -> str:
        """Return the code of the chosen one."""
        return next(segment.code for segment in self.segments if segment.isChecked())

    @property
    def plain(self) -> str:
        """Return the code of the chosen one."""
        return self.code

    def take_plain(self, plain: str) -> None:
        """Choose what `plain` has given."""
        self.choose(plain)

    def choose(self, code: str) -> None:
        """Choose one, as if the person had."""
        next(segment for segment in self.segments if segment.code == code).setChecked(True)

    def _tell(self, segment: Segment, *, on: bool) -> None:
        if on:
            self.chosen.emit(segment.code)
