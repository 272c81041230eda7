# SPDX-License-Identifier: Apache-2.0
"""What the textures mean: a swatch and a word each."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.findings.strokes import paint_plate, paint_segment
from inspector.gui.theme.measures import RING, Step, steps
from inspector.gui.theme.tokens import Tokens, tokens_of
from inspector.report.timeline import Segment, Strength, Texture

_SWATCH, _HIGH, _LINE = 26.0, 11.0, 22
_CLEAR, _CERTAIN = 0.0, 1.0
_LOOKS: dict[str, tuple[Texture, Strength]] = {
    "on": ("full", "light"),
    "off": ("line", "light"),
    "unknown": ("hatch", "light"),
    "solid_on": ("full", "solid"),
    "solid_off": ("line", "solid"),
    "alleged": ("full", "outline"),
    "soft": ("full", "light"),
    "neutral": ("full", "light"),
    "neutral_line": ("line", "light"),
}
_PLATES = ("event", "reading")
_PLATE = 18.0
Entries = tuple[tuple[str, str], ...]


def paint_legend(painter: QPainter, entries: Entries, width: float, tokens: Tokens) -> None:
    """Paint the entries in lines of some width, from the painter's corner, the way the painter reads."""
    painter.setFont(Step.ASIDE.font())
    reads_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for key, word, x, y in _places(entries, width):
        swatch = width - x - _SWATCH if reads_left else x
        if key in _PLATES:
            place = QRectF(swatch + (_SWATCH - _PLATE) / 2, y + (_LINE - _PLATE) / 2, _PLATE, _PLATE)
            paint_plate(painter, place, tokens, "1", {""}, round_=key == "event")
        else:
            _swatch(painter, key, swatch, y, tokens)
        painter.setFont(Step.ASIDE.font())
        painter.setPen(tokens.muted)
        begins = x + _SWATCH + steps(1.5)
        place = QRectF(0 if reads_left else begins, y, width - begins, _LINE)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), word)


def _swatch(painter: QPainter, key: str, x: float, y: float, tokens: Tokens) -> None:
    texture, strength = _LOOKS[key]
    first = _CLEAR if key == "soft" else _CERTAIN
    fade = ((x, first), (x + _SWATCH, _CERTAIN))
    segment = Segment(texture, strength, x, x + _SWATCH, fade)
    area = QRectF(x, y + (_LINE - _HIGH) / 2, _SWATCH, _HIGH)
    paint_segment(painter, segment, area, "practice" if key.startswith("neutral") else "sharing", tokens)


def legend_height(entries: Entries, width: float) -> int:
    """Return how high the entries stand in some width."""
    return max((round(y) for _, _, _, y in _places(entries, width)), default=-_LINE) + _LINE


def _places(entries: Entries, width: float) -> Iterator[tuple[str, str, float, float]]:
    metrics = QFontMetricsF(Step.ASIDE.font())
    x = y = 0.0
    for key, word in entries:
        wide = _SWATCH + steps(1.5) + metrics.horizontalAdvance(word)
        if x > 0 and x + wide > width:
            x, y = 0.0, y + _LINE
        yield key, word, x, y
        x += wide + steps(5)


class Legend(QWidget):
    """The legend of one timeline."""

    def __init__(self, entries: Entries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        # A fixed height would be that of the width before it was laid out: the last lines would be cut off.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Answer that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return legend_height(self._entries, width - 2 * RING)

    def sizeHint(self) -> QSize:
        """Return a size for a usual card."""
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint swatches and words."""
        del event
        painter = QPainter(self)
        painter.translate(RING, 0)
        paint_legend(painter, self._entries, self.width() - 2 * RING, tokens_of(self))
        painter.end()
