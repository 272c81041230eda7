# SPDX-License-Identifier: Apache-2.0
"""How soon the window answers and the worker is gone when a person stops the import of a very large export.

Usage: cancel.py [GIGABYTES [SHARE...]]: 5 by default, stopped when 1, 30 and 90 percent are read. Offscreen
unless QT_QPA_PLATFORM says otherwise. Ends with 1 past a budget. Linux: looks at processes in /proc.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer  # noqa: E402 - the platform is set above
from PySide6.QtTest import QTest  # noqa: E402 - the platform is set above
from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform is set above

from inspector.app.intake import Item, Stage  # noqa: E402 - the platform is set above
from inspector.gui.main import dress, make_window, use_own_face  # noqa: E402 - the platform is set above
from inspector.gui.pages.collect import CollectPage  # noqa: E402 - the platform is set above
from inspector.gui.window import MainWindow  # noqa: E402 - the platform is set above
from inspector.system.messages import Messages  # noqa: E402 - the platform is set above
from tests.bench.large_exports import posts  # noqa: E402 - the platform is set above
from tests.gui.collecting import processes  # noqa: E402 - the platform is set above
from tests.gui.loopwatch import LoopWatch  # noqa: E402 - the platform is set above

MOST_MS = 100
MOST_GONE_MS = 1000
SHARES = (1, 30, 90)
NAME = "twitter-2026-01-01.zip"


class Gone(threading.Thread):
    """Measures how long after a moment the last process of this one is gone."""

    def __init__(self, begun: float) -> None:
        super().__init__()
        self.milliseconds = 0.0
        self._begun = begun
        self.start()

    def run(self) -> None:
        """Wait until there are none."""
        while processes():
            time.sleep(0.002)
        self.milliseconds = 1000 * (time.perf_counter() - self._begun)


class Import:
    """Hands a file in, stops it at each share, says what came of it, and closes the window."""

    def __init__(self, window: MainWindow, file: Path, shares: list[int]) -> None:
        self.window = window
        self.file = file
        self.shares = shares
        self.fine = True
        self.watch = LoopWatch()
        self.poll = QTimer()
        self.poll.timeout.connect(self.look)
        self.clicked = 0.0
        self.answered = 0.0
        self.gone: Gone | None = None
        window.ready.connect(self.begin)
        window.desk.bridge.failed.connect(self.fail)

    @property
    def page(self) -> CollectPage:
        page = self.window.page
        assert isinstance(page, CollectPage)
        return page

    @property
    def item(self) -> Item:
        return self.page.queue.intake.items[-1]

    def begin(self) -> None:
        """Go to the page first: making a page is not what is measured."""
        self.window.go("collect")
        QTimer.singleShot(500, self.hand_in)

    def hand_in(self) -> None:
        self.gone = None
        self.watch = LoopWatch()
        self.watch.begin()
        self.page.reader.take([self.file])
        self.poll.start(5)

    def look(self) -> None:
        """Stop it once enough is read, and go on once nothing is left of it."""
        if not self.page.queue.intake.items:
            return
        item = self.item
        if self.gone is None and item.total and item.done * 100 >= item.total * self.shares[0]:
            self.stop()
        elif self.gone is not None and item.stage is Stage.STOPPED and not self.gone.is_alive():
            self.poll.stop()
            self.watch.end()
            self.say(item)
            self.shares.pop(0)
            QTimer.singleShot(200, self.hand_in if self.shares else self.end)

    def stop(self) -> None:
        """Click as a person does; the card then says what it says."""
        card = self.page.view.cards[-1]
        self.clicked = time.perf_counter()
        QTest.mouseClick(card.buttons["stop"], Qt.MouseButton.LeftButton)
        self.window.repaint()
        self.answered = 1000 * (time.perf_counter() - self.clicked)
        self.gone = Gone(self.clicked)

    def say(self, item: Item) -> None:
        gone = self.gone.milliseconds if self.gone is not None else 0.0
        gap, of_all = 1000 * self.watch.longest, 1000 * self.watch.longest_of_all
        self.fine = self.fine and gap <= MOST_MS and gone <= MOST_GONE_MS
        share = 100 * item.done // max(1, item.total)
        print(
            f"stopped at {share} %: the card says so in {self.answered:.0f} ms, worker gone in {gone:.0f} ms"
        )
        print(f"  longest gap of the event loop {gap:.0f} ms; with the time others ran {of_all:.0f} ms")

    def fail(self, error: BaseException) -> None:
        print(f"it failed: {type(error).__name__}")
        self.fine = False
        self.end()

    def end(self) -> None:
        self.poll.stop()
        self.window.closes_unasked()
        self.window.close()


def main(arguments: list[str]) -> int:
    """Make, import, stop, say; 1 past a budget."""
    messages = Messages()
    app = QApplication([])
    use_own_face(app)
    window = make_window(messages, dress(app, messages))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / NAME
        posts(file, int(float(arguments[0] if arguments else 5) * 1e9))
        print(f"{file.stat().st_size / 1e9:.1f} GB; budgets {MOST_MS} ms and {MOST_GONE_MS} ms")
        measured = Import(window, file, [int(one) for one in arguments[1:]] or [*SHARES])
        window.show()
        app.exec()
        left = sorted(one.name for one in Path(folder).iterdir() if one != file)
    sources = len(window.desk.session.sources)
    print(f"left behind beside the file: {left or 'nothing'}; sources in the case: {sources}")
    return int(not measured.fine)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
