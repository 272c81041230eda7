# SPDX-License-Identifier: Apache-2.0
"""The screen of a real X server is taken as it is shown there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SHOWS = """
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from inspector.gui.capture.screen import grab, means
app = QApplication([])
label = QLabel("shown")
label.setStyleSheet("background: #ff0000")
label.setGeometry(100, 100, 300, 100)
label.show()
def look():
    image = grab(QPoint(0, 0))
    print(app.platformName(), means(), image.width() > 600, image.pixelColor(250, 120).name())
    app.quit()
QTimer.singleShot(1500, look)
app.exec()
"""


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="no X server")
def test_what_a_window_shows_is_in_the_picture() -> None:
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", _SHOWS],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
    )
    assert done.stdout.split() == ["xcb", "screen", "True", "#ff0000"], done.stderr
