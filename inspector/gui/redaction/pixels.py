# SPDX-License-Identifier: Apache-2.0
"""How large a picture is in its own pixels, turned as a person sees it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImageIOHandler, QImageReader


def full_size(path: Path) -> QSize:
    """Return width and height; it may run on any thread."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size: QSize = reader.size()
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if turned else size
