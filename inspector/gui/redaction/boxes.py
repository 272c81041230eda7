# SPDX-License-Identifier: Apache-2.0
"""A picture on which boxes are drawn with the mouse or moved with the keys; it shows them as they will be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.bundle.redaction.boxes import Box
from inspector.bundle.redaction.boxes import inside as box_inside
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import CARD_RADIUS, RING, Step, steps
from inspector.gui.theme.painting import box, inside, ring
from inspector.gui.theme.tokens import tokens_of

_FILL: Final = QColor(0, 0, 0)
"""The colour that is put into the picture itself."""

_STEPS: Final = 60
"""So many presses of an arrow key cross the picture; with Ctrl each is one pixel."""

_NEW: Final = 5
"""A box that is made by key is a fifth of the picture wide and high."""

_LEAST: Final = 4
_CORNER: Final = 14
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoxEditor(QWidget):
    """Boxes in pixels of the picture. `changed` tells that they are others now, `chosen` which is at hand."""

    changed = Signal()
    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._image = QImage()
        self._size = QSize()
        self._text = ""
        self.boxes: tuple[Box, ...] = ()
        self.at: int | None = None
        self._from: QPointF | None = None
        self._moving: Box | None = None
        self._sizing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(steps(40), steps(40))
        self.setAccessibleName(desk.text("redaction.boxes.name"))
        self.setToolTip(desk.text("redaction.boxes.name"))

    def show_picture(self, image: QImage, size: QSize, boxes: tuple[Box, ...]) -> None:
        """Show a picture that is `size` pixels large, however small it is shown, with these boxes."""
        self._image, self._size, self._text = image, size, ""
        self.boxes = boxes
        self.choose(0 if boxes else None)

    def say(self, text: str) -> None:
        """Show a sentence in place of a picture."""
        self._image, self._text, self.boxes = QImage(), text, ()
        self.choose(None)

    @property
    def has_picture(self) -> bool:
        """Answer whether there is a picture to draw on."""
        return not self._image.isNull()

    def choose(self, at: int | None) -> None:
        """Take a box to hand."""
        self.at = at
        self.setAccessibleDescription(self.told())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        self.chosen.emit()

    def told(self) -> str:
        """Return which box is at hand and where it lies, in words."""
        if not self.has_picture:
            return self._text
        if self.at is None:
            return self.desk.text("redaction.boxes.none")
        left, top, width, height = self.boxes[self.at]
        place = {"left": left, "top": top, "width": width, "height": height}
        return self.desk.text("redaction.boxes.at", number=self.at + 1, count=len(self.boxes), **place)

    def add(self) -> None:
        """Put a box in the middle."""
        if not self.has_picture:
            return
        width, height = max(self._size.width() // _NEW, 1), max(self._size.height() // _NEW, 1)
        made = ((self._size.width() - width) // 2, (self._size.height() - height) // 2, width, height)
        self._take((*self.boxes, made), len(self.boxes))

    def remove(self) -> None:
        """Take the box at hand away."""
        if self.at is None:
            return
        left = tuple(one for at, one in enumerate(self.boxes) if at != self.at)
        self._take(left, min(self.at, len(left) - 1) if left else None)

    def _take(self, boxes: tuple[Box, ...], at: int | None) -> None:
        self.boxes = boxes
        self.choose(at)
        self.changed.emit()

    def _put(self, at: int, found: Box) -> None:
        """Put a box in another place, as far as it lies in the picture."""
        kept = box_inside(found, (self._size.width(), self._size.height()))
        if kept is not None:
            self._take(tuple(kept if each == at else one for each, one in enumerate(self.boxes)), at)

    def sizeHint(self) -> QSize:
        """Return a size at which a picture can be read."""
        return QSize(steps(120), steps(90))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, size with Shift, finely with Ctrl; Insert, Delete and Space."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self.at is not None:
            self._by_arrow(key, event.modifiers())
        elif key in (Qt.Key.Key_Insert, Qt.Key.Key_Plus):
            self.add()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus):
            self.remove()
        elif key == Qt.Key.Key_Space and self.boxes:
            self.choose(((self.at if self.at is not None else -1) + 1) % len(self.boxes))
        else:
            super().keyPressEvent(event)

    def _by_arrow(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        across, down = _ARROWS[key]
        fine = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        step = 1 if fine else max(self._size.width() // _STEPS, self._size.height() // _STEPS, 1)
        at = self.at or 0
        left, top, width, height = self.boxes[at]
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            wide, high = max(width + across * step, _LEAST), max(height + down * step, _LEAST)
            self._put(at, (left, top, wide, high))
            return
        left = min(max(left + across * step, 0), self._size.width() - width)
        top = min(max(top + down * step, 0), self._size.height() - height)
        self._put(at, (left, top, width, height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the box below the pointer, its corner, or begin a new one."""
        if event.button() != Qt.MouseButton.LeftButton or not self.has_picture:
            return
        self._from = event.position()
        for at in reversed(range(len(self.boxes))):
            shape = self._shown(self.boxes[at])
            corner = QRectF(shape.right() - _CORNER, shape.bottom() - _CORNER, 2 * _CORNER, 2 * _CORNER)
            self._sizing = corner.contains(event.position())
            if self._sizing or shape.contains(event.position()):
                self._moving = self.boxes[at]
                self.choose(at)
                return
        self._moving = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or size what was taken; draw a new box where nothing was."""
        if self._from is None:
            return
        begun, here = self._pixel(self._from), self._pixel(event.position())
        across, down = here[0] - begun[0], here[1] - begun[1]
        if self._moving is None:
            if max(abs(across), abs(down)) < _LEAST:
                return
            self._moving, self._sizing = (*begun, 1, 1), True
            self._take((*self.boxes, self._moving), len(self.boxes))
        left, top, width, height = self._moving
        if self._sizing:
            right, bottom = left + width + across, top + height + down
            found = (min(left, right), min(top, bottom), abs(right - left) or 1, abs(bottom - top) or 1)
        else:
            left = min(max(left + across, 0), self._size.width() - width)
            top = min(max(top + down, 0), self._size.height() - height)
            found = (left, top, width, height)
        self._put(self.at or 0, found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._from = self._moving = None
        self._sizing = False

    def place(self) -> QRectF:
        """Return where the picture lies."""
        room = inside(inside(self.rect()), steps(3))
        size = QSize(self._size)
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        found = QRectF(0, 0, max(size.width(), 1), max(size.height(), 1))
        found.moveCenter(room.center())
        return found

    def _pixel(self, at: QPointF) -> tuple[int, int]:
        place = self.place()
        scale = self._size.width() / place.width()
        across, down = round((at.x() - place.x()) * scale), round((at.y() - place.y()) * scale)
        return min(max(across, 0), self._size.width()), min(max(down, 0), self._size.height())

    def _shown(self, one: Box) -> QRectF:
        place = self.place()
        scale = place.width() / max(self._size.width(), 1)
        left, top, width, height = (side * scale for side in one)
        return QRectF(place.x() + left, place.y() + top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, the boxes as they will be, and what is at hand."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        frame = inside(self.rect())
        box(painter, frame, CARD_RADIUS, tokens.hover, tokens.edge)
        if self._image.isNull():
            painter.setFont(Step.ASIDE.font())
            painter.setPen(tokens.muted)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(inside(frame, steps(3)), flags, self._text)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.place(), self._image)
            for at, one in enumerate(self.boxes):
                self._paint_box(painter, self._shown(one), at_hand=at == self.at)
        if self.hasFocus():
            ring(painter, frame, CARD_RADIUS, tokens.focus)
        painter.end()

    def _paint_box(self, painter: QPainter, shape: QRectF, *, at_hand: bool) -> None:
        tokens = tokens_of(self)
        painter.fillRect(shape, _FILL)
        # A line of each kind: one of them stands out from whatever lies round the box.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(Qt.GlobalColor.white, RING))
        painter.drawRect(shape)
        if at_hand:
            painter.setPen(QPen(tokens.focus, RING))
            painter.drawRect(shape.adjusted(-RING, -RING, RING, RING))
            corner = QRectF(0, 0, _CORNER, _CORNER)
            corner.moveCenter(shape.bottomRight())
            painter.fillRect(corner, tokens.focus)
            painter.setPen(QPen(Qt.GlobalColor.white, 1))
            painter.drawRect(corner)
