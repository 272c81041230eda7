# SPDX-License-Identifier: Apache-2.0
"""Pictures of what the window shows, kept in the folder named by INSPECTOR_PICTURES."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import Scheme
from tests.gui.walk import settle


def grab(widget: QWidget, name: str, theme: Theme, scheme: Scheme = "light", scale: int = 1) -> QImage:
    """Paint a widget as it would be on a screen of this scheme and scale, keep it if asked to, and return it.

    The theme stays in `scheme`; take the fixture `scheme` to have it light again afterwards.
    """
    theme.wear(scheme)
    settle()
    picture = QPixmap(widget.size() * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(theme.tokens.paper)
    widget.render(picture, QPoint())
    folder = os.environ.get("INSPECTOR_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        picture.save(str(Path(folder, f"{name}-{scheme}-{scale}x.png")))
    return picture.toImage()
