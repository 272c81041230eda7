# SPDX-License-Identifier: Apache-2.0
"""Chooses a part of a picture of the screen, by pointer or by keys; without a choice it is the whole."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import RING
from inspector.gui.theme.painting import box, inside, ring
from inspector.gui.theme.tokens import DARK, LIGHT, tokens_of

_DIM: Final = QColor(0, 0, 0, 120)
_LEAST: Final = 24
"""Pixels of the picture that a part has at least on each side."""

_HANDLE: Final = 14
"""How large a corner of the part is drawn, and from how far it is taken hold of."""

_STEPS: Final = 40
"""An arrow key moves an edge by this part of the picture's width."""


class Region(QWidget):
    """The picture, made to fit, and the part of it that was chosen.

    The arrows move the part, with Shift they move its far edges, with Ctrl a pixel at a time; A takes all.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._from: QPoint | None = None
        self.part = QRect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(desk.text("gui.take.region"))
        self.setAccessibleDescription(desk.text("gui.take.region_keys"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the size in which most of a screen can be recognised."""
        return QSize(820, 400)

    def show_image(self, image: QImage) -> None:
        """Show a picture, all of it chosen."""
        self._image = image
        self.choose(image.rect())

    def choose(self, part: QRect) -> None:
        """Choose a part, in pixels of the picture, held inside it and not smaller than a setting can be."""
        whole = self._image.rect()
        width = min(max(part.width(), _LEAST), whole.width())
        height = min(max(part.height(), _LEAST), whole.height())
        left = min(max(part.x(), 0), whole.width() - width)
        top = min(max(part.y(), 0), whole.height() - height)
        self.part = QRect(left, top, width, height)
        self.update()
        self.changed.emit()

    def chosen(self) -> QImage:
        """Return the part that was chosen."""
        return self._image.copy(self.part)

    @property
    def _place(self) -> QRectF:
        """Return where the picture lies."""
        room = inside(self.rect(), RING)
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place

    def _scale(self) -> float:
        return self._place.width() / max(1, self._image.width())

    def _pixel(self, where: QPoint) -> QPoint:
        place, scale = self._place, self._scale()
        return QPoint(round((where.x() - place.x()) / scale), round((where.y() - place.y()) / scale))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a part at the pointer, or take hold of the corner that is there."""
        if event.button() == Qt.MouseButton.LeftButton and not self._image.isNull():
            at = self._pixel(event.position().toPoint())
            self._from = self._opposite(at) or at

    def _opposite(self, at: QPoint) -> QPoint | None:
        """Return the corner across from the one at a pixel, None where there is none."""
        part, reach = self.part, _HANDLE / self._scale()
        for x, other_x in ((part.left(), part.right()), (part.right(), part.left())):
            for y, other_y in ((part.top(), part.bottom()), (part.bottom(), part.top())):
                if abs(at.x() - x) <= reach and abs(at.y() - y) <= reach:
                    return QPoint(other_x, other_y)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the part out to the pointer."""
        if self._from is not None:
            to = self._pixel(event.position().toPoint())
            self.choose(QRect(self._from, to).normalized())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the part."""
        del event
        self._from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the part or its far edges; A takes all."""
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        way = ways.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_A:
            self.choose(self._image.rect())
        elif way is None or self._image.isNull():
            super().keyPressEvent(event)
        else:
            self._move(way, event.modifiers())

    def _move(self, way: tuple[int, int], keys: Qt.KeyboardModifier) -> None:
        fine = bool(keys & Qt.KeyboardModifier.ControlModifier)
        by = 1 if fine else max(1, self._image.width() // _STEPS)
        x, y = way[0] * by, way[1] * by
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.choose(self.part.adjusted(0, 0, x, y))
        else:
            self.choose(self.part.translated(x, y))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, darker where it is not chosen."""
        del event
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place, scale = self._place, self._scale()
        painter.drawImage(place, self._image)
        part = QRectF(
            place.x() + self.part.x() * scale,
            place.y() + self.part.y() * scale,
            self.part.width() * scale,
            self.part.height() * scale,
        )
        painter.fillRect(place, _DIM)
        painter.drawImage(part, self._image, QRectF(self.part))
        tokens = tokens_of(self)
        # On any picture one of the two stands out.
        ring(painter, inside(part, -RING), 0, DARK.ink)
        ring(painter, part, 0, LIGHT.focus if self.hasFocus() else LIGHT.accent)
        for corner in (part.topLeft(), part.topRight(), part.bottomLeft(), part.bottomRight()):
            handle = QRectF(0, 0, _HANDLE, _HANDLE)
            handle.moveCenter(corner)
            box(painter, handle, 2, DARK.ink, LIGHT.accent)
        box(painter, place, 0, None, tokens.line)
        painter.end()
