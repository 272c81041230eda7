# SPDX-License-Identifier: Apache-2.0
"""How long the window stands still while it imports an export with very many messages and answers from it.

Usage: import_gap.py [ROWS | posts [BYTES]]. `posts`: an archive of X with stored media in all but its posts,
5 GB unless said otherwise. Offscreen unless QT_QPA_PLATFORM says otherwise. Ends with 1 past the budget.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer  # noqa: E402 - the platform is set above
from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform is set above

from inspector.gui.main import dress, make_window, use_own_face  # noqa: E402 - the platform is set above
from inspector.gui.pages.collect import CollectPage  # noqa: E402 - the platform is set above
from inspector.gui.window import MainWindow  # noqa: E402 - the platform is set above
from inspector.system.messages import Messages  # noqa: E402 - the platform is set above
from tests.bench.large_exports import posts  # noqa: E402 - the platform is set above
from tests.gui.loopwatch import LoopWatch  # noqa: E402 - the platform is set above
from tests.makers.linkedin.big import big_messages  # noqa: E402 - the platform is set above

ROWS = 200_000
MOST_MS = 100
NAME = "Complete_LinkedInDataExport_01-01-2026.zip"


class Import:
    """Hands a file in on the page Collect, waits for the answer, and closes the window."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        self.window = window
        self.file = file
        self.watch = LoopWatch()
        self.started = 0.0
        self.seconds = 0.0
        self.poll = QTimer()
        self.poll.timeout.connect(self.look)
        window.ready.connect(self.begin)

    def begin(self) -> None:
        """Go to the page first: making a page is not what is measured."""
        self.window.go("collect")
        QTimer.singleShot(500, self.hand_in)

    def hand_in(self) -> None:
        page = self.window.page
        assert isinstance(page, CollectPage)
        self.watch.begin()
        self.started = time.perf_counter()
        page.reader.take([self.file])
        self.poll.start(20)

    def look(self) -> None:
        """Once the answer is there and the window at rest, close it."""
        session = self.window.desk.session
        if not session.case.readings or not session.is_answered or self.window.desk.bridge.busy:
            return
        self.poll.stop()
        self.watch.end()
        self.seconds = time.perf_counter() - self.started
        self.window.closes_unasked()
        self.window.close()


def made(folder: Path, arguments: list[str]) -> Path:
    """Write the archive that is asked for, and say how large it is."""
    if arguments[:1] == ["posts"]:
        file = folder / "twitter-2026-03-09-fictional.zip"
        posts(file, *(int(size) for size in arguments[1:]))
    else:
        file = folder / NAME
        big_messages(file, int(arguments[0]) if arguments else ROWS)
    print(f"{file.name}: {file.stat().st_size / 1e6:.0f} MB", flush=True)
    return file


def main(arguments: list[str]) -> int:
    """Make, import, say; 1 past the budget."""
    messages = Messages()
    app = QApplication([])
    use_own_face(app)
    window = make_window(messages, dress(app, messages))
    with tempfile.TemporaryDirectory() as folder:
        file = made(Path(folder), arguments)
        measured = Import(window, file)
        window.show()
        app.exec()
    longest, of_all = (round(1000 * one) for one in (measured.watch.longest, measured.watch.longest_of_all))
    print(f"imported and answered in {measured.seconds:.2f} s")
    print(f"longest gap of the event loop: {longest} ms, budget {MOST_MS} ms")
    print(f"with the time other programs had the processors: {of_all} ms")
    print(f"the window's own thread computed {1000 * measured.watch.most_computed:.0f} ms at most in one gap")
    return int(longest > MOST_MS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
