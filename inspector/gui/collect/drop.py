# SPDX-License-Identifier: Apache-2.0
"""Where files are dropped: anywhere on the window while the page is shown; the panel only says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import CARD_RADIUS, RING, steps
from inspector.gui.theme.painting import box, inside, smooth
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.text import Name, TextBlock


def files_of(data: QMimeData) -> list[Path]:
    """Return the files and folders that are carried; addresses of other places are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile()]


class DropWatch(QObject):
    """Takes what is dropped on a window as long as `page` is shown there."""

    dropped = Signal(list)
    hovering = Signal(bool)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._window: QWidget | None = None

    def begin(self) -> None:
        """Watch the window that the page is in now."""
        self.end()
        self._window = self._page.window()
        self._window.setAcceptDrops(True)
        self._window.installEventFilter(self)

    def end(self) -> None:
        """Leave the window as it was."""
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window.setAcceptDrops(False)
            self._window = None
            self.hovering.emit(False)  # noqa: FBT003 - a signal has no names for what it carries

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer drags of files; leave everything else alone."""
        del watched
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and files_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.hovering.emit(True)  # noqa: FBT003 - a signal has no names for what it carries
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hovering.emit(False)  # noqa: FBT003 - a signal has no names for what it carries
            return False
        if isinstance(event, QDropEvent) and not isinstance(event, QDragMoveEvent):
            self.hovering.emit(False)  # noqa: FBT003 - a signal has no names for what it carries
            return self._take(event)
        return False

    def _take(self, event: QDropEvent) -> bool:
        """Take files as copies, so that no other program removes the originals."""
        files = files_of(event.mimeData())
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(files)
        return True


class DropPanel(QWidget):
    """Says that files can be dropped, and lights up while some are held over the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        column = QVBoxLayout(self)
        # Its words begin where those of the cards below it do.
        side = steps(4.5) + RING
        column.setContentsMargins(side, steps(4) + RING, side, steps(4) + RING)
        column.setSpacing(steps(1))
        self._words = {on: desk.text(f"gui.collect.{'let_go' if on else 'drop'}") for on in (False, True)}
        self.title = Name(self._words[False])
        column.addWidget(self.title)
        column.addWidget(TextBlock(desk.text("gui.collect.drop_what"), colour="muted"))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, steps(2), 0, 0)
        column.addLayout(self.body)

    def light(self, on: bool) -> None:  # noqa: FBT001 - the one thing it is about
        """Show that files are held over the window, or no more."""
        self._lit = on
        self.title.setText(self._words[on])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and its dashed edge."""
        del event
        tokens = tokens_of(self)
        painter = QPainter(self)
        shape = inside(self.rect())
        box(painter, shape, CARD_RADIUS, tokens.hover if self._lit else tokens.card, None)
        with smooth(painter):
            pen = QPen(tokens.accent if self._lit else tokens.edge, 2 if self._lit else 1)
            pen.setDashPattern([5, 4])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            # In the middle of the pixels: a line between two of them is twice as wide and half as dark.
            edge = QRectF(inside(shape, 1 if self._lit else 0.5))
            painter.drawRoundedRect(edge, CARD_RADIUS, CARD_RADIUS)
        painter.end()
