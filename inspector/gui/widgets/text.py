# SPDX-License-Identifier: Apache-2.0
"""Words on the page: always plain text, at the sizes of the theme, wrapped to at most 75 characters."""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector.gui.theme.measures import CHARACTERS, RING, Step
from inspector.gui.theme.tokens import tokens_of

_NARROWEST = 120
_EVENED = 4
"""The most lines of which the last is kept from being a lone word; longer text is set as it comes."""
_LAST_LINE = 0.25
_NARROWER = 80
"""To so many hundredths of its width text is narrowed at most, that its last line is not a lone word."""
_SAMPLE = "where the service says since when it was allowed to use what you wrote "
_ENDLESS = 100_000
_WITH_NUMBER = re.compile(
    r"(?<=\d) (?=[^\W\d])|(?<=[^\W\d]) (?=\d{4}\b)|(?<=\b\d\.) (?=[^\W\d])|(?<=\b\d\d\.) (?=[^\W\d])"
)
_MAIL = re.compile(r"(?<=\b[Ee])-(?=[Mm]ail)")


class TextBlock(QLabel):
    """Running text that wraps. `colour` names a token; `characters` caps the width, None leaves it open.

    Room for the focus ring is kept left and right, so that words line up with the edges of controls; below
    there is room for what hangs under the last line.
    """

    step = Step.TEXT
    colour = "ink"
    reading: Qt.LayoutDirection | None = None
    """Which way the words are read, where that does not follow the language of the window."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        step: Step | None = None,
        colour: str | None = None,
        characters: int | None = CHARACTERS,
    ) -> None:
        super().__init__(parent)
        self.step = step or self.step
        self._line = self.step.line
        self._below = 0
        self.colour = colour or self.colour
        self._characters = characters
        # Layouts ask for the height in the same few widths thousands of times while a page is put together.
        self._known: dict[int, _Measured] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(self.step.font())
        self.setContentsMargins(RING, 0, RING, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self._known.clear()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another face."""
        if event.type() == QEvent.Type.FontChange:
            self._known.clear()
            self._below = ceil(max(0.0, self._lead() + QFontMetricsF(self.font()).height() - self._line))
        super().changeEvent(event)

    def _lead(self) -> float:
        """Return where the type begins above the first line: lines may be lower than the type is."""
        return (self._line - QFontMetricsF(self.font()).height()) / 2

    def set_colour(self, colour: str) -> None:
        """Paint the words in another token's colour."""
        self.colour = colour
        self.update()

    def bound(self, characters: int | None) -> None:
        """Cap the width at another number of characters."""
        if characters != self._characters:
            self._characters = characters
            self._known.clear()
            self.updateGeometry()

    def most(self) -> int:
        """Return the width at which a line has as many characters as it may have."""
        if self._characters is None:
            return _ENDLESS
        return ceil(_average(self.font().key()) * self._characters)

    def hasHeightForWidth(self) -> bool:
        """Answer that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in this width."""
        return self._measured(width).lines * self._line + self._below

    def _measured(self, width: int) -> _Measured:
        found = self._known.get(width)
        if found is None:
            found = _measured(self.text(), self.font().key(), min(width - 2 * RING, self.most()))
            self._known[width] = found
        return found

    def sizeHint(self) -> QSize:
        """Return the size of the text with as few lines as the widest line allows."""
        found = self._measured(self.most() + 2 * RING)
        return QSize(found.widest + 2 * RING, found.lines * self._line + self._below)

    def narrowest(self) -> int:
        """Return the least width: narrow text grows down."""
        return min(self.sizeHint().width(), _NARROWEST)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self.narrowest(), self._line + self._below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines from the top; what is lower than the widget does not occur, see heightForWidth."""
        del event
        found = self._measured(self.width())
        width = found.set_in(self.text(), self.font().key())
        layout = _laid_out(self.text(), self.font(), width, self.layoutDirection(), self.reading)
        painter = QPainter(self)
        tokens = tokens_of(self)
        painter.setPen(tokens.colour(self.colour) if self.isEnabled() else tokens.idle)
        area = _column(self.layoutDirection(), self.rect(), width)
        lead = self._lead()
        for number in range(layout.lineCount()):
            place = QPointF(area.left(), number * self._line + lead)
            layout.lineAt(number).draw(painter, place)
        painter.end()


def _column(direction: Qt.LayoutDirection, rect: QRect, width: int) -> QRect:
    left = RING if direction == Qt.LayoutDirection.LeftToRight else rect.width() - RING - width
    return QRect(left, 0, width, rect.height())


def kept_together(text: str) -> str:
    """Return a text in which no line ends in a day, in `E-Mail`, or between a number and what it counts."""
    return _MAIL.sub("\N{NON-BREAKING HYPHEN}", _WITH_NUMBER.sub("\N{NO-BREAK SPACE}", text))


def _laid_out(
    text: str,
    font: QFont,
    width: float,
    direction: Qt.LayoutDirection,
    reading: Qt.LayoutDirection | None = None,
) -> QTextLayout:
    layout = QTextLayout(kept_together(text).replace("\n", "\u2028"), font)
    reads_left = direction == Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignRight if reads_left else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction if reading is None else reading)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        line = layout.createLine()
    layout.endLayout()
    return layout


class _Measured(NamedTuple):
    """How many lines a text takes in a width, how wide the widest of them is, and that width."""

    lines: int
    widest: int
    width: int

    def set_in(self, text: str, font: str) -> int:
        """Return the width to set the lines in. Only what is painted needs it."""
        if 1 < self.lines <= _EVENED:
            return _evened(text, font, self.lines, self.widest)
        return max(self.widest, self.width)


@lru_cache(maxsize=64)
def _average(font: str) -> float:
    """Return the width of a character of usual text, in pixels."""
    face = QFont()
    face.fromString(font)
    return QFontMetricsF(face).horizontalAdvance(_SAMPLE) / len(_SAMPLE)


@lru_cache(maxsize=2048)
def _measured(text: str, font: str, width: int) -> _Measured:
    face = QFont()
    face.fromString(font)
    layout = _laid_out(text, face, max(1, width), Qt.LayoutDirection.LeftToRight)
    count = layout.lineCount()
    widest = ceil(max((layout.lineAt(at).naturalTextWidth() for at in range(count)), default=0.0))
    return _Measured(max(1, count), widest, width)


@lru_cache(maxsize=512)
def _evened(text: str, font: str, lines: int, widest: int) -> int:
    """Return a width in which the text takes so many lines and the last one is not left nearly empty."""
    face = QFont()
    face.fromString(font)
    for share in range(100, _NARROWER - 1, -4):
        width = widest * share // 100
        layout = _laid_out(text, face, max(1, width), Qt.LayoutDirection.LeftToRight)
        if layout.lineCount() > lines:
            break
        if layout.lineAt(lines - 1).naturalTextWidth() >= _LAST_LINE * width:
            return width
    return widest


class Heading(TextBlock):
    """The page's sentence."""

    step = Step.PAGE


class Name(TextBlock):
    """The name of a thing: a service, a section."""

    step = Step.NAME


class Strong(TextBlock):
    """Running text that answers."""

    step = Step.STRONG


class Aside(TextBlock):
    """What explains, smaller and quieter."""

    step = Step.ASIDE
    colour = "muted"
