# SPDX-License-Identifier: Apache-2.0
"""Shapes that controls and widgets share: rounded boxes, the focus ring, marks of state and standing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inspector.gui.theme.measures import RING

_HALF = 0.5


@contextmanager
def smooth(painter: QPainter) -> Iterator[QPainter]:
    """Paint with smooth edges and leave the painter as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(Qt.PenStyle.NoPen)
    try:
        yield painter
    finally:
        painter.restore()


def along_time(painter: QPainter) -> QPainter:
    """Let a painter set words for a scale of time, which runs to the right whichever way all else is read."""
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return painter


def inside(rect: QRect | QRectF, margin: float = RING) -> QRectF:
    """Return the rectangle without `margin` on each side: what a control may fill, its ring left out."""
    return QRectF(rect).adjusted(margin, margin, -margin, -margin)


def box(painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, line: QColor | None) -> None:
    """Paint a rounded box with a line one pixel wide, its outside at the edges of `rect`."""
    with smooth(painter):
        if fill is not None:
            painter.setBrush(fill)
        if line is not None:
            painter.setPen(QPen(line, 1))
            rect = inside(rect, _HALF)
        painter.drawRoundedRect(rect, radius, radius)


def ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Paint the focus ring round a shape: `rect` is the shape's, the ring lies just outside of it."""
    with smooth(painter):
        painter.setPen(QPen(colour, RING))
        grown = inside(rect, -RING / 2)
        painter.drawRoundedRect(grown, radius + RING / 2, radius + RING / 2)


def disc(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """Paint a filled disc."""
    with smooth(painter):
        painter.setBrush(colour)
        painter.drawEllipse(centre, radius, radius)


def circle(
    painter: QPainter, centre: QPointF, radius: float, colour: QColor, width: float = 2, *, dashes: int = 0
) -> None:
    """Paint a ring whose outer edge has `radius`; with so many dashes, evenly spread."""
    pen = QPen(colour, width)
    middle = radius - width / 2
    if dashes:
        part = 2 * 3.14159265 * middle / dashes / width
        pen.setDashPattern([part * 0.62, part * 0.38])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    with smooth(painter):
        painter.setPen(pen)
        painter.drawEllipse(centre, middle, middle)


def check(painter: QPainter, centre: QPointF, size: float, colour: QColor, width: float = 2) -> None:
    """Paint a check mark about `size` wide."""
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    with smooth(painter):
        painter.setPen(pen)
        points = ((-0.42, 0.02), (-0.12, 0.32), (0.44, -0.32))
        painter.drawPolyline([centre + QPointF(x * size, y * size) for x, y in points])


def arrow(painter: QPainter, centre: QPointF, size: float, colour: QColor, *, down: bool = True) -> None:
    """Paint an open arrowhead that points down or up, `size` wide."""
    pen = QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    tip = size / 4 if down else -size / 4
    with smooth(painter):
        painter.setPen(pen)
        points = (QPointF(-size / 2, -tip), QPointF(0, tip), QPointF(size / 2, -tip))
        painter.drawPolyline([centre + point for point in points])
