# SPDX-License-Identifier: Apache-2.0
"""The program's own pictures: one SVG each, in the colour of a token."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.theme.tokens import tokens_of
from inspector.system import resources

_RATIOS = (1.0, 2.0, 3.0)
"""Qt takes the one that fits the screen; the window may come to another one."""


_BLACK = b"#000"


@lru_cache(maxsize=64)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = resources.path(f"icons/{name}.svg").read_bytes()
    return QSvgRenderer(drawn.replace(_BLACK, colour.encode()))


def draw(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw an icon of resources/icons in one colour: as lines, so that it is sharp at any size."""
    _renderer(name, colour.name()).render(painter, place)


def pixmap(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    """Return an icon of resources/icons, `size` device-independent pixels wide, all in one colour."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return picture


def icon(name: str, widget: QWidget, colour: str = "ink", size: int = 18) -> QIcon:
    """Return an icon for a button of Qt, in the colours the widget wears now; ask again when they change."""
    return sharp(name, size, tokens_of(widget).colour(colour))


def sharp(name: str, size: int, colour: QColor) -> QIcon:
    """Return an icon in one colour that is sharp on every screen."""
    found = QIcon()
    for ratio in _RATIOS:
        found.addPixmap(pixmap(name, size, colour, ratio))
    return found


class Icon(QWidget):
    """A picture beside words that say the same; screen readers pass over it."""

    def __init__(self, name: str, size: int = 18, colour: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the picture."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the token's colour."""
        del event
        colour = tokens_of(self).colour(self._colour)
        painter = QPainter(self)
        draw(painter, self._name, QRectF(0, 0, self._size, self._size), colour)
        painter.end()
