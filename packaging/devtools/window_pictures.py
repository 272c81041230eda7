# SPDX-License-Identifier: Apache-2.0
"""Takes the pictures of README.md: the window with the fictional person's case, light and dark.

Usage: window_pictures.py FOLDER. Offscreen, in the program's own face, always on the same day.
"""

from __future__ import annotations

import calendar
import os
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm((2026, 11, 22, 12, 0, 0)))

from PySide6.QtCore import QPoint, QTimer  # noqa: E402 - the platform is set above
from PySide6.QtGui import QImage, QPainter  # noqa: E402 - the platform is set above
from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform is set above

from inspector.app import specs  # noqa: E402 - the day is set above
from inspector.app.demo import ARCHIVE, RESIDENCE  # noqa: E402 - the day is set above
from inspector.app.session import Session  # noqa: E402 - the day is set above
from inspector.catalog.index import Catalog  # noqa: E402 - the day is set above
from inspector.gui.main import dress, make_window, use_own_face  # noqa: E402 - the day is set above
from inspector.gui.pages.findings import FindingsPage  # noqa: E402 - the day is set above
from inspector.gui.theme.theme import Theme  # noqa: E402 - the day is set above
from inspector.gui.window import MainWindow  # noqa: E402 - the day is set above
from inspector.system import resources  # noqa: E402 - the day is set above
from inspector.system.messages import Messages  # noqa: E402 - the day is set above

_REST_MS = 300
_PATIENCE_MS = 120_000
"""After so long something went wrong that nobody sees, since nobody looks at this window."""
_PIXELS = 1.25
"""Dots of the picture for each of the window's: what a README shows is a little smaller than that."""


class Photographer:
    """Goes from view to view, lets each come to rest, and takes it in both schemes."""

    def __init__(self, window: MainWindow, theme: Theme, folder: Path) -> None:
        self._window = window
        self._theme = theme
        self._folder = folder
        self._views: list[tuple[str, Callable[[], None]]] = [
            ("findings", lambda: window.go("findings")),
            ("timeline", self._open_first),
            ("act", lambda: window.go("act")),
        ]

    def go_on(self) -> None:
        """Show the next view, or close the window after the last."""
        if not self._views:
            self._window.closes_unasked()
            self._window.close()
            return
        name, show = self._views.pop(0)
        self._theme.wear("light")
        show()
        self._window.setFocus()
        QTimer.singleShot(_REST_MS, lambda: self._take(name))

    def _open_first(self) -> None:
        page = self._window.page
        if isinstance(page, FindingsPage) and page.view is not None:
            page.open_detail(page.view.details[0])

    def _take(self, name: str) -> None:
        self._save(name, "light")
        self._theme.wear("dark")
        QTimer.singleShot(_REST_MS, lambda: self._take_dark(name))

    def _take_dark(self, name: str) -> None:
        self._save(name, "dark")
        self.go_on()

    def _save(self, name: str, scheme: str) -> None:
        picture = QImage(self._window.size() * _PIXELS, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(_PIXELS)
        painter = QPainter(picture)
        self._window.render(painter, QPoint())
        painter.end()
        # The quality of a PNG is how little it is compressed.
        if not picture.save(str(self._folder / f"{name}-{scheme}.png"), quality=0):
            raise OSError(name)


def the_case() -> Session:
    """Return the case of the fictional person."""
    catalog = Catalog.load()
    session = Session(catalog)
    session.declare_residence(specs.residence(RESIDENCE, catalog))
    session.add(session.read(resources.path(ARCHIVE)))
    return session


def main(arguments: list[str]) -> int:
    """Take all pictures."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app, messages = QApplication([]), Messages()
    use_own_face(app)
    theme = dress(app, messages)
    window = make_window(messages, theme)
    window.desk.take(the_case())
    window.show()
    photographer = Photographer(window, theme, folder)
    window.ready.connect(photographer.go_on)
    QTimer.singleShot(_PATIENCE_MS, lambda: app.exit(1))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
