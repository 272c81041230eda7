# SPDX-License-Identifier: Apache-2.0
"""A timeline as a picture of its own, SVG or PNG: with its name, its answer and what its textures mean."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from inspector.app.findings.shapes import Detail
from inspector.gui.findings.layout import PlotLayout
from inspector.gui.findings.legend import legend_height, paint_legend
from inspector.gui.findings.strokes import paint_names, paint_plot
from inspector.gui.theme.measures import Step, steps
from inspector.gui.theme.painting import along_time
from inspector.gui.theme.tokens import LIGHT

_WIDTH = 1000
_EDGE = 28
_HEAD = 64
_SHARPNESS = 2
_RESOLUTION = 96
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


def picture_of(detail: Detail, made: str, suffix: str) -> bytes:
    """Return the bytes of a picture; `suffix` is `.svg` or `.png`, `made` the line at its foot."""
    return _svg(detail, made) if suffix == ".svg" else _png(detail, made)


def _size(detail: Detail) -> QSize:
    room = _WIDTH - 2 * _EDGE
    plot = PlotLayout(detail.plot, room).height
    below = legend_height(detail.plot.legend, room) + steps(12)
    return QSize(_WIDTH, round(_HEAD + plot + steps(5) + below + 2 * _EDGE))


def _svg(detail: Detail, made: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(_size(detail))
    generator.setViewBox(QRectF(0, 0, _size(detail).width(), _size(detail).height()))
    generator.setResolution(_RESOLUTION)
    generator.setTitle(detail.plot.name)
    generator.setDescription(detail.plot.description)
    _paint(QPainter(generator), detail, made)
    buffer.close()
    return bytes(data.data())


def _png(detail: Detail, made: str) -> bytes:
    image = QImage(_size(detail) * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.setText("Title", detail.plot.name)
    image.setText("Description", detail.plot.description)
    _paint(QPainter(image), detail, made)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())


def _paint(painter: QPainter, detail: Detail, made: str) -> None:
    """Paint the whole picture in the light colours, whatever the window wears, and end the painter."""
    size, room = _size(detail), _WIDTH - 2 * _EDGE
    along_time(painter)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), LIGHT.card)
    painter.translate(_EDGE, _EDGE)
    card = detail.card
    painter.setPen(LIGHT.muted)
    painter.setFont(Step.ASIDE.font())
    painter.drawText(QRectF(0, 0, room, 20), _LEFT, f"{card.service} · {card.title}")
    painter.setPen(LIGHT.ink)
    painter.setFont(Step.NAME.font())
    painter.drawText(QRectF(0, 22, room, 28), _LEFT, f"{card.word}. {card.sentence}.")
    painter.translate(0, _HEAD)
    layout = PlotLayout(detail.plot, room)
    paint_names(painter, layout, LIGHT)
    painter.translate(layout.gutter, 0)
    paint_plot(painter, layout, LIGHT)
    painter.translate(-layout.gutter, layout.height + steps(5))
    paint_legend(painter, detail.plot.legend, room, LIGHT)
    below = legend_height(detail.plot.legend, room)
    painter.setPen(LIGHT.muted)
    painter.setFont(Step.SCALE.font())
    painter.drawText(QRectF(0, below + steps(2), room, 40), _LEFT, made)
    painter.end()
