# SPDX-License-Identifier: Apache-2.0
"""A small picture of a capture, decoded beside the window and within limits; what is no picture is named."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.app.jobs import Job, Lane
from inspector.domain.sources import Source
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import CARD_RADIUS, Step, steps
from inspector.gui.theme.painting import box, inside
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.text import kept_together

_FORMATS: Final = (b"png", b"jpeg", b"webp", b"gif", b"bmp")
_MOST_BYTES: Final = 64 * 1024 * 1024
_MOST_SIDE: Final = 30_000
_MOST_PIXELS: Final = 80_000_000
_MEGABYTES: Final = 384
"""What one picture may take while it is decoded: eighty million pixels of four bytes."""
_LARGEST: Final = QSize(1800, 1400)
"""The picture is made no larger than it can be shown, at twice the usual density."""


class PictureError(Exception):
    """A picture is not shown; the argument is the last part of the key of the reason."""


def decode(path: Path, most: QSize = _LARGEST) -> QImage:
    """Return a picture no larger than `most`; it may run on any thread. Raises PictureError."""
    QImageReader.setAllocationLimit(_MEGABYTES)
    try:
        too_large = path.stat().st_size > _MOST_BYTES
    except OSError as error:
        raise PictureError("gone") from error
    if too_large:
        raise PictureError("too_large")
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise PictureError("no_picture")
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_SIDE or size.width() * size.height() > _MOST_PIXELS:
        raise PictureError("too_large")
    if size.isValid() and (size.width() > most.width() or size.height() > most.height()):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PictureError("damaged")
    return image


class Preview(QWidget):
    """Shows a source once it is decoded; until then, and where it cannot be, a sentence."""

    def __init__(self, desk: Desk, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._height = height
        self._image = QImage()
        self._text = ""
        self._job: Job | None = None
        self._path: Path | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_source(self, source: Source) -> None:
        """Show another source; the same one is not decoded again."""
        if source.path == self._path:
            return
        self.stop()
        self._path = source.path
        self._image = QImage()
        if source.kind != "capture":
            self._say(f"gui.preview.{source.kind}")
            return
        self._say("gui.preview.wait")
        path = source.path
        self._job = self.desk.bridge.start(
            lambda _job: decode(path),
            lambda image: self._show(path, image),
            failed=lambda error: self._fail(path, error),
            lane=Lane.LOOK,
        )

    def stop(self) -> None:
        """Wait for no picture any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @property
    def words(self) -> str:
        """Return the sentence that is shown, empty where the picture is."""
        return "" if not self.picture.isNull() else self._text

    @property
    def picture(self) -> QImage:
        """Return the picture that is shown, a null one while there is none."""
        return self._image

    def sizeHint(self) -> QSize:
        """Return the size of the frame."""
        return QSize(steps(80), self._height)

    def _show(self, path: Path, image: QImage) -> None:
        if path == self._path:
            self._image = image
            self.setAccessibleName(self.desk.text("gui.preview.name"))
            self.update()

    def _fail(self, path: Path, error: BaseException) -> None:
        if not isinstance(error, PictureError):
            self.desk.bridge.failed.emit(error)
        if path == self._path:
            reason = error.args[0] if isinstance(error, PictureError) else "damaged"
            self._say(f"gui.preview.{reason}")

    def _say(self, key: str) -> None:
        self._text = self.desk.text(key)
        self.setAccessibleName(self._text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, and in it the picture or the sentence."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        frame = inside(self.rect())
        box(painter, frame, CARD_RADIUS, tokens.hover, tokens.line)
        room = inside(frame, steps(3))
        if self.picture.isNull():
            painter.setFont(Step.ASIDE.font())
            painter.setPen(tokens.muted)
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, kept_together(self._text))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.place(), self.picture)
        painter.end()

    def place(self) -> QRectF:
        """Return where the picture lies: as large as there is room, never larger than it is."""
        room = inside(inside(self.rect()), steps(3))
        size = QSize(self.picture.size())
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place
