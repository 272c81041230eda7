# SPDX-License-Identifier: Apache-2.0
"""A recovery code on a page to print, or as a text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QPageLayout, QPageSize, QPainter, QPdfWriter

_DOTS_PER_INCH: Final = 1200
_MARGIN_MM: Final = 25.0
_GAP_INCH: Final = 0.3
_SIZES: Final = (20, 18, 11)
"""Points of the title, the code and what it is for."""


def write_text(target: Path, lines: Sequence[str]) -> None:
    """Write the code as a text. Raises OSError."""
    target.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def write_page(target: Path, lines: Sequence[str]) -> None:
    """Write the code as one page of A4, in large signs. Raises OSError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(lines[0])
    painter = QPainter(writer)
    top = 0.0
    for number, (line, size) in enumerate(zip(lines, _SIZES, strict=True)):
        top = _write_line(painter, line, size, top, writer, even=number == 1)
    painter.end()
    target.write_bytes(bytes(buffer.data().data()))


def _write_line(
    painter: QPainter, line: str, size: int, top: float, writer: QPdfWriter, *, even: bool
) -> float:
    """Write one paragraph below `top` and return where the next one begins."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont) if even else painter.font()
    font.setPointSize(size)
    painter.setFont(font)
    place = QRectF(0, top, writer.width(), writer.height() - top)
    flags = int(Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap)
    used = painter.boundingRect(place, flags, line)
    painter.drawText(place, flags, line)
    return used.bottom() + writer.resolution() * _GAP_INCH
