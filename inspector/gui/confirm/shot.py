# SPDX-License-Identifier: Apache-2.0
"""A capture beside its reading: the place that was read with a ring round it, or the whole picture."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.archives.names import shown
from inspector.domain.captured import Captured, Setting
from inspector.domain.sources import Source
from inspector.gui.collect.preview import Preview
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import CONTROL_RADIUS, RING, steps
from inspector.gui.theme.painting import inside, ring
from inspector.gui.theme.tokens import DARK, LIGHT
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.flow import Flow

_MOST_SIDE: Final = 2000
"""A worker makes the part of a picture no larger than this; one that says otherwise is not believed."""

_ROOM: Final = steps(1.5)
_BETTER: Final = 1.3
_SAMPLES: Final = 64
_HALF: Final = 0.5
_LOW: Final = 0.3
"""A page or mail is not shown, so what is said of it takes less room than a picture."""


class Shot(QWidget):
    """Shows the place of a reading as the worker cut it out, with a way to the whole picture and back."""

    def __init__(self, desk: Desk, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.frame = _Framed(desk, height)
        self.turn = SmallLinkButton()
        self.turn.setAutoDefault(False)
        self.turn.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        row = Flow(down=0)
        row.addWidget(self.turn)
        column.addWidget(self.frame)
        column.addLayout(row)
        self._part = QImage()
        self._key: tuple[str, int] | None = None
        self._whole = False

    @property
    def words(self) -> str:
        """Return the sentence that is shown, empty where a picture is."""
        return self.frame.words

    def show_reading(self, source: Source, captured: Captured | None, setting: Setting | None) -> None:
        """Show another file, or what is known of the same one by now."""
        crop = setting.crop if setting is not None else None
        self.setAccessibleName(shown(source.name))
        self._part = part_of(crop.png) if crop is not None else QImage()
        self.frame.show_source(source)
        around = _around(setting)
        self.frame.ring_whole(around, captured.size if captured is not None else None)
        self.frame.ring_part(around, crop.box if crop is not None else None)
        self.frame.be_low(low=source.kind != "capture")
        self._show(whole=self._part.isNull() or not self._helps(captured))

    def _helps(self, captured: Captured | None) -> bool:
        """Answer whether the part can be read better than the whole, made as small as it has to be."""
        size = captured.size if captured is not None else None
        if size is None:
            return True
        room = QSize(self.frame.width() or self.frame.sizeHint().width(), self.frame.sizeHint().height())
        part = self._part.size()
        small = min(1.0, room.width() / size[0], room.height() / size[1])
        large = min(1.0, room.width() / part.width(), room.height() / part.height())
        return large > small * _BETTER

    def _turn(self) -> None:
        self._show(whole=not self._whole)

    def _show(self, *, whole: bool) -> None:
        self._whole = whole
        self.frame.show_part(QImage() if whole else self._part)
        self.turn.setVisible(not self._part.isNull())
        self.turn.setText(self.desk.text("gui.confirm.show_place" if whole else "gui.confirm.show_whole"))


class _Framed(Preview):
    """A preview that shows a part of the picture instead, where there is one, and rings the place."""

    def __init__(self, desk: Desk, height: int) -> None:
        super().__init__(desk, height)
        self._full = height
        self._part = QImage()
        self._in_whole: QRectF | None = None
        self._in_part: QRectF | None = None
        self._size: tuple[int, int] | None = None
        self._part_size: tuple[int, int] | None = None

    def be_low(self, *, low: bool) -> None:
        """Take little room where there is no picture."""
        height = round(self._full * _LOW) if low else self._full
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def show_part(self, part: QImage) -> None:
        """Show a part; the whole picture, or what is said of it, where this is none."""
        self._part = part
        if not part.isNull():
            self.setAccessibleName(self.desk.text("gui.confirm.part"))
        self.update()

    def ring_whole(self, around: QRectF | None, size: tuple[int, int] | None) -> None:
        """Ring a place of the whole picture, in its own pixels."""
        self._in_whole, self._size = around, size

    def ring_part(self, around: QRectF | None, box: tuple[int, int, int, int] | None) -> None:
        """Ring the same place in the part, which lies in this box of the whole."""
        self._in_part = around.translated(-box[0], -box[1]) if around is not None and box else None
        self._part_size = (box[2], box[3]) if box else None

    @property
    def picture(self) -> QImage:
        """Return what is shown: the part where there is one, else the whole."""
        return super().picture if self._part.isNull() else self._part

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture and the ring on it."""
        super().paintEvent(event)
        if self.picture.isNull():
            return
        if self._part.isNull():
            self._paint_ring(self._in_whole, self._size)
        else:
            self._paint_ring(self._in_part, self._part_size)

    def _paint_ring(self, around: QRectF | None, size: tuple[int, int] | None) -> None:
        if around is None or size is None:
            return
        place = self.place()
        scale = place.width() / size[0]
        shape = QRectF(
            place.x() + around.x() * scale,
            place.y() + around.y() * scale,
            around.width() * scale,
            around.height() * scale,
        )
        painter = QPainter(self)
        shape = inside(shape, -_ROOM / 2)
        # On the picture its own ground counts, not that of the window.
        colours, others = (LIGHT, DARK) if self._is_light() else (DARK, LIGHT)
        ring(painter, inside(shape, -RING), CONTROL_RADIUS + RING, others.focus)
        ring(painter, shape, CONTROL_RADIUS, colours.focus)
        painter.end()

    def _is_light(self) -> bool:
        """Answer whether what is shown is lighter than not."""
        return self.picture.scaled(_SAMPLES, _SAMPLES).scaled(1, 1).pixelColor(0, 0).lightnessF() > _HALF


def part_of(png: bytes) -> QImage:
    """Return the part of a picture that a worker cut out; none where it is no small PNG."""
    data = QByteArray(png)
    buffer = QBuffer(data)
    reader = QImageReader(buffer, QByteArray(b"png"))
    size: QSize = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE:
        return QImage()
    return reader.read()


def _around(setting: Setting | None) -> QRectF | None:
    """Return the box round a setting's words and its control."""
    boxes = [box for box in (setting.pixels.label, setting.pixels.control) if box] if setting else []
    if not boxes:
        return None
    whole = QRectF(*boxes[0])
    for box in boxes[1:]:
        whole = whole.united(QRectF(*box))
    return whole.adjusted(-RING, -RING, RING, RING)
