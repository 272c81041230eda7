# SPDX-License-Identifier: Apache-2.0
"""Asks the desktop whether things may move, as a process; prints what is known a little later."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QTimer

from inspector.gui.theme.motion import Motion

_PATIENCE_MS = 1500


def main() -> int:
    """Print `moves` or `still`; an answer that changes something ends the waiting."""
    app, motion = QCoreApplication([]), Motion()
    motion.changed.connect(app.quit)
    motion.ask()
    QTimer.singleShot(_PATIENCE_MS, app.quit)
    app.exec()
    sys.stdout.write("moves" if motion.is_wanted else "still")
    return 0


if __name__ == "__main__":
    sys.exit(main())
