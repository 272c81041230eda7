# SPDX-License-Identifier: Apache-2.0
"""Draws the program's icon in every size and form that a system asks for, from its two drawings.

Started by the environment that the program is frozen from: `app_icons.py FOLDER`. The same drawing gives the
same bytes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels: the sizes of the freedesktop icon theme, and what the other two systems take of them."""

WINDOWS = (16, 24, 32, 48, 64, 128, 256)
MACOS = (16, 32, 64, 128, 256, 512, 1024)
_SMALL = 24
"""Up to here the drawing with fewer and wider strokes is the one that can be seen."""


def draw(size: int) -> Image.Image:
    """Return the icon, `size` pixels wide and high, on a ground that lets through."""
    drawing = ICONS / ("app-small.svg" if size <= _SMALL else "app.svg")
    image = QImage(size, size, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(plain.constBits()))


def write_all(folder: Path) -> None:
    """Write `<size>.png`, `inspector.ico` and `inspector.icns` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: draw(size) for size in sorted({*SIZES, *WINDOWS, *MACOS})}
    for size in SIZES:
        drawn[size].save(folder / f"{size}.png", optimize=True)
    _write_together(folder / "inspector.ico", [drawn[size] for size in WINDOWS])
    _write_together(folder / "inspector.icns", [drawn[size] for size in MACOS])


def _write_together(file: Path, drawn: list[Image.Image]) -> None:
    largest = drawn[-1]
    if file.suffix == ".ico":
        largest.save(file, sizes=[one.size for one in drawn], append_images=drawn[:-1])
    else:
        largest.save(file, append_images=drawn[:-1])


if __name__ == "__main__":
    application = QGuiApplication([])
    write_all(Path(sys.argv[1]))
