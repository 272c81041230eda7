# SPDX-License-Identifier: Apache-2.0
"""ON or OFF as two large choices, each a word beside its shape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from inspector.domain.words import Switch
from inspector.gui.desk import Desk
from inspector.gui.theme.fields import WRONG, draw_wrong
from inspector.gui.theme.measures import CONTROL_RADIUS, RING, Step, steps
from inspector.gui.theme.painting import box, inside, ring, smooth
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.pill import state_mark

_HEIGHT = 60
_MARK = 15


class BigChoice(QAbstractButton):
    """One of the two positions."""

    def __init__(self, position: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position = position
        self.setText(word)
        self.setFont(Step.NAME.font())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of shape and word with room round them."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + _MARK + steps(12)
        return QSize(width, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Have both painted anew when something is wrong with the choice, or no more."""
        both = self.parentWidget()
        if event.type() == QEvent.Type.DynamicPropertyChange and both is not None:
            both.update()
        return super().event(event)

    def _lacks(self) -> bool:
        both = self.parentWidget()
        return any(one.property(WRONG) for one in both.findChildren(BigChoice)) if both else False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the shape and the word; a thick edge where it is chosen."""
        del event
        tokens = tokens_of(self)
        ink, ground = tokens.state(self.position)
        painter = QPainter(self)
        shape = inside(self.rect())
        chosen = self.isChecked()
        fill, edge = (ground, None) if chosen else (tokens.card, None if self._lacks() else tokens.edge)
        box(painter, shape, CONTROL_RADIUS, fill, edge)
        if chosen:
            with smooth(painter):
                painter.setPen(ink)
                for width in (0.5, 1.5):
                    painter.drawRoundedRect(inside(shape, width), CONTROL_RADIUS, CONTROL_RADIUS)
        if self._lacks():
            draw_wrong(painter, shape, tokens, ringed=self.hasFocus())
        self._paint_word(painter, shape)
        if self.hasFocus():
            ring(painter, shape, CONTROL_RADIUS, tokens.focus)
        painter.end()

    def _paint_word(self, painter: QPainter, shape: QRectF) -> None:
        ink, _ = tokens_of(self).state(self.position)
        painter.setFont(self.font())
        painter.setPen(ink if self.isChecked() else tokens_of(self).ink)
        width = painter.fontMetrics().horizontalAdvance(self.text())
        whole = _MARK + steps(2.5) + width
        left = shape.center().x() - whole / 2
        mark, words = left + _MARK / 2, left + _MARK + steps(2.5)
        if self.isRightToLeft():
            mark, words = left + whole - _MARK / 2, left
        state_mark(painter, QPointF(mark, shape.center().y()), self.position, ink, _MARK)
        place = QRectF(words, shape.top(), width + 1, shape.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.text())


class Positions(QWidget):
    """Both positions; the arrows go from one to the other."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(desk.text("gui.reading.position"))
        self.on = BigChoice(Switch.ON, desk.text("gui.reading.on"))
        self.off = BigChoice(Switch.OFF, desk.text("gui.reading.off"))
        self.desk = desk
        self._shows = False
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(steps(3) - 2 * RING)
        for choice in (self.on, self.off):
            choice.setAutoExclusive(True)
            # A screen reader checks it without a click.
            choice.toggled.connect(lambda on: self.chosen.emit() if on and not self._shows else None)
            row.addWidget(choice)

    def ask_of_objection(self, *, on: bool) -> None:
        """Say beside ON and OFF what they mean of an objection, one below the other: the words are longer."""
        kind = "confirm.objection" if on else "reading"
        for choice in (self.on, self.off):
            choice.setText(self.desk.text(f"gui.{kind}.{choice.position}"))
            choice.updateGeometry()
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if on else beside)

    @property
    def position(self) -> Switch | None:
        """Return the chosen position, None while there is none."""
        return next((Switch(one.position) for one in (self.on, self.off) if one.isChecked()), None)

    def show_position(self, position: str | None) -> None:
        """Choose a position, or none."""
        self._shows = True
        for choice in (self.on, self.off):
            choice.setAutoExclusive(False)
            choice.setChecked(choice.position == position)
        self._shows = False
        for choice in (self.on, self.off):
            choice.setAutoExclusive(True)
            # Qt lets Tab go only to the one chosen last, also when none is chosen any more.
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
