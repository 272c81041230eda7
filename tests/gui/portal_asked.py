# SPDX-License-Identifier: Apache-2.0
"""Asks the portal as the program does, in a process of its own, and prints what came of it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from inspector.gui.capture.portal import Portal

_PATIENCE_MS = 20_000


def main() -> int:
    """Ask once."""
    app = QCoreApplication([])
    portal = Portal()

    def tell(word: str) -> None:
        sys.stdout.write(word + "\n")
        app.quit()

    def taken(path: Path) -> None:
        tell(f"taken {path}")

    portal.taken.connect(taken)
    portal.cancelled.connect(lambda: tell("cancelled"))
    portal.missing.connect(lambda: tell("missing"))
    QTimer.singleShot(0, portal.ask)
    QTimer.singleShot(_PATIENCE_MS, lambda: tell("nothing came"))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
