# SPDX-License-Identifier: Apache-2.0
"""How long it takes from choosing a page on the rail until it is painted, with the case of the demo.

Usage: page_switch.py [ROUNDS] [SERVICES]. The person has the first SERVICES of the catalog besides that of
the demo. Told for the first time, when a page is made, and as the median of the rounds after it. Processor
time counts: this process and nobody else's. Offscreen unless QT_QPA_PLATFORM says otherwise. Ends with 1
where a page takes longer than the budget.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402 - the platform is set above
from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform is set above

from inspector.app import specs  # noqa: E402 - the platform is set above
from inspector.app.demo import ARCHIVE, RESIDENCE  # noqa: E402 - the platform is set above
from inspector.app.journey import PAGES  # noqa: E402 - the platform is set above
from inspector.gui.main import dress, make_window, use_own_face  # noqa: E402 - the platform is set above
from inspector.gui.window import MainWindow  # noqa: E402 - the platform is set above
from inspector.system.messages import Messages  # noqa: E402 - the platform is set above
from inspector.system.resources import path  # noqa: E402 - the platform is set above

DEFAULTS = ("5", "0")
MOST_MS = 50
REST_MS = 600


class Switches(QObject):
    """Chooses one page after the other, and notes when each was painted."""

    def __init__(self, window: MainWindow, rounds: int, services: int) -> None:
        super().__init__(window)
        self.window = window
        self.services = services
        self.took: dict[str, list[tuple[float, float]]] = {page: [] for page in PAGES}
        self._steps = iter([*PAGES[1:], PAGES[0]] * (rounds + 1))
        self._began = (0.0, 0.0)
        self._name = ""
        window.ready.connect(lambda: QTimer.singleShot(REST_MS, self._prepare))

    def _prepare(self) -> None:
        session = self.window.desk.session
        session.declare_residence(specs.residence(RESIDENCE, session.catalog))
        session.add(session.read(path(ARCHIVE)))
        if self.services:
            session.declare_services([one.id for one in session.catalog.services()][: self.services])
        session.rest()
        self.window.refresh()
        QTimer.singleShot(REST_MS, self._next)

    def _next(self) -> None:
        self._name = next(self._steps, "")
        if not self._name:
            self.window.closes_unasked()
            self.window.close()
            return
        self._began = (time.perf_counter(), time.process_time())
        self.window.rail.item(self._name).click()
        self._shown()

    def _shown(self) -> None:
        """Wait until the page is the one that is shown; it is painted afterwards."""
        if self.window.stack.currentWidget() is self.window.page:
            self.window.page.installEventFilter(self)
        else:
            QTimer.singleShot(1, self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait until the page has been painted; its parts are by the end of that turn of the loop."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        wall, computed = time.perf_counter() - self._began[0], time.process_time() - self._began[1]
        self.took[self._name].append((1000 * wall, 1000 * computed))
        QTimer.singleShot(REST_MS, self._next)


def main(arguments: list[str]) -> int:
    """Switch, say, compare; 1 past the budget."""
    messages = Messages()
    app = QApplication([])
    use_own_face(app)
    window = make_window(messages, dress(app, messages))
    switches = Switches(window, *(int(one) for one in (*arguments, *DEFAULTS[len(arguments) :])))
    window.show()
    app.exec()
    slow = []
    for page, took in switches.took.items():
        (first, first_cpu), again = took[0], took[1:]
        wall, computed = median(one[0] for one in again), median(one[1] for one in again)
        again_words = f"again {wall:4.0f} ms ({computed:.0f})"
        print(f"{page:10} first {first:4.0f} ms ({first_cpu:.0f} computing), {again_words}")
        slow += [page] if min(wall, computed) > MOST_MS or min(first, first_cpu) > MOST_MS else []
    print(f"budget {MOST_MS} ms; over it: {', '.join(slow) or 'none'}; load {os.getloadavg()[0]:.1f}")
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
