# SPDX-License-Identifier: Apache-2.0
"""A window with a case in it, driven by the test that kills it: it reads a file, or tells what was left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from inspector.app.case_doors import by_passphrase
from inspector.app.case_session import session_of
from inspector.cases.vault.place import CasePlace
from inspector.catalog.index import Catalog
from inspector.gui.bridge import Bridge
from inspector.gui.desk import Desk
from inspector.gui.main import dress, use_own_face
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.start import StartPage
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages

_PATIENCE = 60.0
_ENDLESS = 600


def main(deed: str, case: Path, passphrase: str, *files: str) -> None:
    app = QApplication([])
    use_own_face(app)
    opened = by_passphrase(CasePlace(case), passphrase)
    desk = Desk(Messages(), Bridge(), session_of(opened, Catalog.load()))
    desk.vault.opened = opened
    window = MainWindow(desk, dress(app, desk.messages))
    window.show()
    (read if deed == "read" else go_on)(window, [Path(file) for file in files])
    window.closes_unasked()
    window.close()


def read(window: MainWindow, files: list[Path]) -> None:
    """Begin to read; when that is noted, wait to be killed. What is read is never taken in."""
    page = window.page_of("collect")
    assert isinstance(page, CollectPage)
    window.jump("collect")
    page.reader.take(files)
    until(lambda: len(page.queue.underway) == len(files))
    # What is being read is noted at the end of this turn.
    QCoreApplication.processEvents()
    say("reading")
    time.sleep(_ENDLESS)


def go_on(window: MainWindow, _files: list[Path]) -> None:
    """Tell what the start page says, go on, and tell what the case holds then."""
    start = window.page_of("start")
    assert isinstance(start, StartPage)
    until(start.unfinished.isVisible)
    say(start.unfinished.text.text())
    start.unfinished.reads.click()
    until(lambda: window.page.name == "collect" and len(window.desk.session.sources) == 1)
    page = window.page_of("collect")
    assert isinstance(page, CollectPage)
    until(lambda: not page.queue.underway and not window.desk.bridge.busy)
    say(f"{window.desk.session.sources[0].status} {len(window.desk.unfinished.left)}")


def say(text: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        QCoreApplication.processEvents()
        assert time.monotonic() < end
        time.sleep(0.002)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
