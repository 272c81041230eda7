# SPDX-License-Identifier: Apache-2.0
"""A day that is typed, or chosen in a calendar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from inspector.app.days import DayError, Days
from inspector.gui.desk import Desk
from inspector.gui.theme.icons import draw
from inspector.gui.theme.measures import TARGET
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.you.calendar import CalendarDialog

_WIDTH = 138
"""Room for the longest day in words."""

_PICTURE = 20


class DayField(QWidget):
    """A line of text and the button of a calendar. `changed`: while typing. `settled`: when done with it."""

    changed = Signal()
    settled = Signal()

    def __init__(
        self, desk: Desk, name: str, hint: str = "", parent: QWidget | None = None, *, months: bool = False
    ) -> None:
        """Take what it is called. `months`: a month without a day will do, too."""
        super().__init__(parent)
        self._months = months
        self.desk = desk
        self._days = Days(desk.messages)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setMinimumWidth(_WIDTH)
        self.button = CalendarButton()
        self.rename(name)
        self.line.textChanged.connect(self.changed)
        self.line.editingFinished.connect(self._settle)
        self.button.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def rename(self, name: str) -> None:
        """Give the field another name."""
        self._name = name
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(self.desk.text("gui.day.calendar", name=name))
        self.button.setToolTip(self.button.accessibleName())

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    @property
    def plain(self) -> str:
        """Return the day, or month, in numbers that every language reads; what is none as it is typed."""
        try:
            return self._days.read_loosely(self.text())
        except DayError:
            return self.text()

    def take_plain(self, plain: str) -> None:
        """Show what `plain` has given."""
        self.take_text(plain)

    def take_text(self, text: str) -> None:
        """Show a text as if it were typed and done with."""
        self.line.setText(text)
        self._settle()

    def _settle(self) -> None:
        """Say the day back in words, so that day and month cannot be confused; leave alone what is none."""
        try:
            words = self._spelled(self.text())
        except DayError:
            words = self.text()
        if words != self.text():
            self.line.setText(words)
        self.settled.emit()

    def _spelled(self, text: str) -> str:
        """Return a day in words. Raises DayError."""
        if self._months:
            return self._days.spelled_loosely(self._days.read_loosely(text))
        return self._days.spelled(self._days.read(text))

    def open_calendar(self) -> None:
        """Show a calendar at the day that is typed; what is chosen there is typed here."""
        try:
            day = self._days.read(self.text())
        except DayError:
            day = None
        calendar = CalendarDialog(self.desk, self._name, day, self)
        calendar.accepted.connect(lambda: self.take_text(calendar.day.isoformat()))
        calendar.open()


class CalendarButton(SecondaryButton):
    """Opens a calendar; its picture is drawn in the colours of now, and sharp on every screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that a hand can hit."""
        return QSize(TARGET, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the picture in its middle."""
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRectF(0, 0, _PICTURE, _PICTURE)
        place.moveCenter(QRectF(self.rect()).center())
        tokens = tokens_of(self)
        draw(painter, "calendar", place, tokens.ink if self.isEnabled() else tokens.muted)
        painter.end()
