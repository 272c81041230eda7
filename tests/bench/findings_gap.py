# SPDX-License-Identifier: Apache-2.0
"""How long the window stands still while it shows a page of many findings, opens some and goes back.

Usage: findings_gap.py [SERVICES] [ACCOUNTS]. ACCOUNTS of one service are added to those of SERVICES; 39 and
440 make some 500 findings. Offscreen unless QT_QPA_PLATFORM says otherwise; 1 past the budget.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer  # noqa: E402 - the platform is set above
from PySide6.QtWidgets import QApplication  # noqa: E402 - the platform is set above

from inspector.app import specs  # noqa: E402 - the platform is set above
from inspector.app.demo import ARCHIVE  # noqa: E402 - the platform is set above
from inspector.app.session import Session  # noqa: E402 - the platform is set above
from inspector.gui.main import dress, make_window, use_own_face  # noqa: E402 - the platform is set above
from inspector.gui.pages.findings import FindingsPage  # noqa: E402 - the platform is set above
from inspector.gui.window import MainWindow  # noqa: E402 - the platform is set above
from inspector.system.messages import Messages  # noqa: E402 - the platform is set above
from inspector.system.resources import path  # noqa: E402 - the platform is set above
from tests.gui.loopwatch import LoopWatch  # noqa: E402 - the platform is set above

MOST_MS = 100
REST_MS = 1000


class Visit:
    """Goes through the steps one after the other, each watched until the window has come to rest."""

    def __init__(self, window: MainWindow, services: int, accounts: int) -> None:
        self.window = window
        self.services = services
        self.accounts = accounts
        self.fine = True
        self.watch = LoopWatch()
        self.steps = iter(self._steps())
        self.name = ""
        window.ready.connect(lambda: QTimer.singleShot(REST_MS, self.prepare))

    @property
    def page(self) -> FindingsPage:
        page = self.window.page
        assert isinstance(page, FindingsPage)
        return page

    def prepare(self) -> None:
        session = self.window.desk.session
        session.declare_residence(specs.residence("/2025-03-01=US,2025-03-01/=DE", session.catalog))
        session.declare_services([entry.id for entry in session.catalog.services()][: self.services])
        add_accounts(session, self.accounts)
        print(f"{len(session.inspection().findings)} findings")
        self.next()

    def _steps(self) -> list[tuple[str, Callable[[], None]]]:
        found: list[tuple[str, Callable[[], None]]] = [("all cards", lambda: self.window.go("findings"))]
        for at in (0, 20, -1):
            found.append((f"card {at} opened", partial(self.open, at)))
            found.append(("back to all cards", self.back))
        return [*found, ("table", self.change), ("cards", self.back)]

    def open(self, at: int) -> None:
        self.page.cards[at].opened.emit()

    def back(self) -> None:
        self.page.back()

    def change(self) -> None:
        self.page.change_sides()

    def next(self) -> None:
        self.tell()
        step = next(self.steps, None)
        if step is None:
            self.window.closes_unasked()
            self.window.close()
            return
        self.name, deed = step
        self.watch = LoopWatch()
        self.watch.begin()
        QTimer.singleShot(50, deed)
        QTimer.singleShot(50 + REST_MS, self.rest)

    def rest(self) -> None:
        """Go on once all is shown that was asked for."""
        shown = self.window.stack.currentWidget() is self.window.page
        deck = self.page.deck if shown else None
        is_whole = deck is None or deck.is_whole or self.page.inside is not deck
        if shown and is_whole and not self.window.desk.bridge.busy:
            self.next()
        else:
            QTimer.singleShot(REST_MS, self.rest)

    def tell(self) -> None:
        if self.name:
            self.watch.end()
            gap, of_all = round(1000 * self.watch.longest), round(1000 * self.watch.longest_of_all)
            self.fine = self.fine and gap <= MOST_MS
            cards = len(self.page.cards)
            own = round(1000 * self.watch.most_computed)
            told = f"{gap} ms, {of_all} ms with the time others ran, {own} ms computed; {cards} cards"
            print(f"{self.name}: {told}", flush=True)


def add_accounts(session: Session, count: int) -> None:
    """Add one export again and again, as if each were that of another account."""
    read = session.read(path(ARCHIVE))
    for number in range(count):
        hashed = sha256(str(number).encode()).hexdigest()
        source = replace(read.source, sha256=hashed, account=f"member-{number}", name=f"export-{number}.zip")
        session.add(replace(read, source=source))
    session.rest()


def main(arguments: list[str]) -> int:
    """Show, open, go back, say; 1 past the budget."""
    messages = Messages()
    app = QApplication([])
    use_own_face(app)
    window = make_window(messages, dress(app, messages))
    services, accounts = (int(one) for one in (*arguments, *("39", "0")[len(arguments) :]))
    visit = Visit(window, services, accounts)
    window.show()
    app.exec()
    print(f"budget {MOST_MS} ms")
    return int(not visit.fine)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
