# SPDX-License-Identifier: Apache-2.0
"""Takes the pictures of the printable guide: one of each page with the fictional person's case.

Usage: guide_pictures.py FOLDER LANGUAGE. Offscreen, light, in the program's own face, always on the same day.
"""

from __future__ import annotations

import calendar
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

# The platform, the day and where the program lies are set there.
from window_pictures import the_case  # type: ignore[import-not-found]  # it lies beside this script

from inspector.app.guide import PICTURED
from inspector.gui.main import dress, make_window, use_own_face
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.window import MainWindow
from inspector.system import resources
from inspector.system.messages import Messages

_REST_MS = 400
_PATIENCE_MS = 120_000
_SIZE = (1120, 760)
_COLOURS = 256
_DRAWN = "selftest/settings.png"
"""A drawn settings page for the page Confirm: no account stands behind it."""

_NAMED = "Screenshot_20261120-101500.png"
_WRITTEN = calendar.timegm((2026, 11, 20, 10, 15, 0))


class Photographer:
    """Goes from page to page, lets each come to rest, and takes it in few colours, so that it is small."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._pages = list(PICTURED)

    def go_on(self) -> None:
        """Show the next page, or close the window after the last."""
        if not self._pages:
            self._window.closes_unasked()
            self._window.close()
            return
        self._window.go(self._pages.pop(0))
        QTimer.singleShot(_REST_MS, self._take)

    def _take(self) -> None:
        if self._window.desk.bridge.busy or not self._window.page.isVisible():
            QTimer.singleShot(_REST_MS, self._take)
            return
        self._window.page.scroller.verticalScrollBar().setValue(0)
        self._window.setFocus()
        picture = QImage(self._window.size(), QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        self._window.render(painter, QPoint())
        painter.end()
        _save(picture, self._folder / f"{self._window.page.name}.png")
        if isinstance(self._window.page, ConfirmPage):
            # What follows is the answer of the made-up person alone.
            self._window.page.reject()
        self.go_on()


def _save(picture: QImage, place: Path) -> None:
    """Write a picture in few colours, none of them mixed from dots."""
    raw = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = raw.width(), raw.height()
    whole = Image.frombytes("RGB", size, bytes(raw.constBits()), "raw", "RGB", raw.bytesPerLine(), 1)
    few = whole.quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(place, "PNG", optimize=True)


def main(arguments: list[str]) -> int:
    """Take all pictures in one language."""
    folder, lang = Path(arguments[0]), arguments[1]
    folder.mkdir(parents=True, exist_ok=True)
    app, messages = QApplication([]), Messages(lang)
    use_own_face(app)
    theme = dress(app, messages)
    theme.wear("light")
    window = make_window(messages, theme)
    session = the_case()
    with TemporaryDirectory() as place:
        drawn = Path(place, _NAMED)
        drawn.write_bytes(resources.path(_DRAWN).read_bytes())
        os.utime(drawn, (_WRITTEN, _WRITTEN))
        session.add(session.read(drawn))
        window.desk.take(session)
        window.resize(*_SIZE)
        window.show()
        photographer = Photographer(window, folder)
        window.ready.connect(photographer.go_on)
        QTimer.singleShot(_PATIENCE_MS, lambda: app.exit(1))
        return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
