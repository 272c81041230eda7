# SPDX-License-Identifier: Apache-2.0
"""How a picture of the screen can be had on this system, and taking one where the program may itself."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import Any, Final, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint
from PySide6.QtGui import QGuiApplication, QImage, QScreen

from inspector import __version__

Means = Literal["screen", "portal"]

# Typed as bytes in the stubs, which PySide itself refuses.
_PNG: Final[Any] = "PNG"


def means() -> Means:
    """Return who takes the picture, the program or the desktop: Wayland lets no program look itself."""
    return "portal" if QGuiApplication.platformName().startswith("wayland") else "screen"


def needs_leave() -> bool:
    """Answer whether the system shows other programs' windows only to those the person has allowed that."""
    return sys.platform == "darwin"


def grab(where: QPoint) -> QImage:
    """Return the screen at a place as it is now, empty where the system gives none."""
    screen: QScreen | None = QGuiApplication.screenAt(where) or QGuiApplication.primaryScreen()
    return QImage() if screen is None else screen.grabWindow(0).toImage()


def png_of(image: QImage, at: datetime) -> bytes:
    """Return a picture as PNG that tells when it was taken; `at` has the zone of the clock."""
    named = QImage(image)
    named.setText("Creation Time", at.replace(microsecond=0).isoformat())
    named.setText("Software", f"Privacy Settings Inspector {__version__}")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    named.save(buffer, _PNG)
    return bytes(data.data())
