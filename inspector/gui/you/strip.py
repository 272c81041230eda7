# SPDX-License-Identifier: Apache-2.0
"""A small picture of periods: bars on a scale of years, overlaps and gaps marked by texture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.app.residence_form import Form, Period
from inspector.gui.theme.measures import RING, Step, steps
from inspector.gui.theme.painting import along_time, box, smooth
from inspector.gui.theme.tokens import Tokens, tokens_of

_BAR = 22
_SCALE = 20
_HEIGHT = _BAR + _SCALE
_HATCH = 7.0
_PLATE = 16.0
_LEAST_WORD = 24
_ALONE = 6
"""Years shown where no day is typed yet."""
_LEAST_APART = 46
"""Pixels between two years on the scale."""


@dataclass(frozen=True, slots=True)
class StripWords:
    """The words for what nothing is said of, and for what two things are said of."""

    unsaid: str
    twice: Callable[[Sequence[str]], str]
    """Takes the names of what is said of that time; without names, says that several are."""


class Strip(QWidget):
    """Paints a form of periods from a little before its first day until today."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._form = Form((), (), (), ())
        self._words = StripWords("", lambda _names: "")
        self._name: Callable[[str], str] = str
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_form(self, form: Form, name: Callable[[str], str], spoken: str, words: StripWords) -> None:
        """Show the periods, named by `name`; `spoken` says the same in words."""
        self._form = form
        self._words = words
        self._name = name
        self.setAccessibleName(spoken)
        self.setVisible(bool(form.periods))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of bar and scale."""
        return QSize(steps(80), _HEIGHT)

    def _from(self) -> date:
        days = [day for one in self._form.periods for day in (one.start, one.end) if day]
        first = min(days, default=self._today.replace(year=self._today.year - _ALONE, day=1))
        margin = max(1, (self._today.year - first.year) // 6)
        return date(max(1, first.year - margin), 1, 1)

    def _place(self, start: date, end: date) -> QRectF:
        first, width = self._from(), self.width() - 2 * RING
        whole = max(1, (self._today - first).days)
        left = width * max(0, (start - first).days) / whole
        right = width * min(whole, max(0, (end - first).days)) / whole
        return QRectF(RING + left, 0, right - left, _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is not said, the periods, their overlaps, and the scale."""
        del event
        tokens = tokens_of(self)
        painter = along_time(QPainter(self))
        _hatch(painter, self._place(date.min, date.max), tokens.edge)
        self._paint_unsaid(painter, tokens)
        for period in self._form.periods:
            place = self._place(period.earliest, period.latest)
            box(painter, place, 3, tokens.card, None)
            box(painter, place, 3, tokens.hover, tokens.edge)
        for start, end in self._form.overlaps:
            place = self._place(start, end)
            _doubled(painter, place, tokens)
            self._paint_twice(painter, place, tokens, (start, end))
        for period in self._form.periods:
            self._paint_name(painter, tokens, period)
        self._paint_scale(painter, tokens)
        painter.end()

    def _paint_twice(self, painter: QPainter, place: QRectF, tokens: Tokens, time: tuple[date, date]) -> None:
        """Say which periods a time belongs to, only that there are several where the room is short."""
        start, end = time
        whose = [
            self._name(one.what) for one in self._form.periods if one.earliest <= start and end <= one.latest
        ]
        painter.setFont(Step.SCALE.font())
        words = self._words.twice(whose)
        room = place.width() - steps(3.5)
        fits = painter.fontMetrics().horizontalAdvance(words) <= room
        self._paint_plate(painter, place, tokens, words if fits else self._words.twice(()))

    def _paint_name(self, painter: QPainter, tokens: Tokens, period: Period) -> None:
        """Paint the name of a period where no overlap hides it, its code where the name has no room."""
        place = self._place(period.earliest, period.latest)
        for start, end in self._form.overlaps:
            hidden = self._place(start, end)
            if hidden.left() <= place.left() < hidden.right():
                place.setLeft(hidden.right())
            elif place.left() < hidden.left() < place.right():
                place.setRight(hidden.left())
        painter.setFont(Step.SCALE.font())
        painter.setPen(tokens.ink)
        room = place.adjusted(steps(1.5), 0, -steps(1), 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        metrics, name = painter.fontMetrics(), self._name(period.what)
        if metrics.horizontalAdvance(name) > room.width() and period.what.isupper():
            name = period.what
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
        if metrics.horizontalAdvance(words) >= min(_LEAST_WORD, metrics.horizontalAdvance(name)):
            painter.drawText(room, flags, words)

    def _paint_unsaid(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint the word for what is not said where no period lies, and there is room for it."""
        edges = [self._place(one.earliest, one.latest) for one in self._form.periods]
        at = float(RING)
        for place in sorted(edges, key=QRectF.left):
            self._paint_plate(painter, QRectF(at, 0, place.left() - at, _BAR), tokens, self._words.unsaid)
            at = max(at, place.right())
        end = float(self.width() - RING)
        self._paint_plate(painter, QRectF(at, 0, end - at, _BAR), tokens, self._words.unsaid)

    def _paint_plate(self, painter: QPainter, place: QRectF, tokens: Tokens, words: str) -> None:
        """Paint words on a plate in the middle of a place that is wide enough for them."""
        painter.setFont(Step.SCALE.font())
        plate = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(words) + steps(2.5), _PLATE)
        if words and plate.width() + steps(1) <= place.width():
            plate.moveCenter(place.center())
            box(painter, plate, 4, tokens.card, tokens.line)
            painter.setPen(tokens.ink)
            painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_scale(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setFont(Step.SCALE.font())
        painter.setPen(tokens.muted)
        first = self._from().year
        years = self._today.year - first + 1
        step = max(1, round(_LEAST_APART * years / max(1, self.width()) + 0.5))
        for year in range(first, self._today.year + 1, step):
            place = self._place(date(year, 1, 1), date(year, 1, 2))
            painter.fillRect(QRectF(place.left(), _BAR, 1, 5), tokens.edge)
            area = QRectF(place.left() + 3, _BAR + 3, _LEAST_APART, _SCALE - 3)
            if area.right() <= self.width() + steps(2):
                painter.drawText(area, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), str(year))


def _hatch(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Paint slanted lines as far apart as those of a timeline, on every screen: not known."""
    with smooth(painter):
        painter.setClipRect(place)
        painter.setPen(QPen(colour, 1))
        at = place.left() - place.height()
        while at < place.right():
            painter.drawLine(QLineF(at, place.bottom(), at + place.height(), place.top()))
            at += _HATCH


def _doubled(painter: QPainter, place: QRectF, tokens: Tokens) -> None:
    """Paint two bars one above the other: two things are said of one time."""
    box(painter, place, 0, tokens.card, None)
    high = (place.height() - 2) / 2
    for top in (place.top(), place.bottom() - high):
        box(painter, QRectF(place.left(), top, place.width(), high), 2, tokens.on_ground, tokens.on)
