# SPDX-License-Identifier: Apache-2.0
"""One month in front of the window, to take a day from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolButton, QWidget

from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.theme.icons import icon
from inspector.gui.theme.measures import RING, TARGET, Step, steps
from inspector.gui.theme.tokens import tokens_of
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton

_ARROWS = {"qt_calendar_prevmonth": "before", "qt_calendar_nextmonth": "after"}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
_Role = QPalette.ColorRole


class Month(QCalendarWidget):
    """Qt's calendar in the colours of the program: quiet, with no red Sundays."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(desk.messages.lang))
        self.setFirstDayOfWeek(QLocale.system().firstDayOfWeek())
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setMinimumHeight(steps(80))
        self.setAccessibleName(name)
        names = {
            "qt_calendar_prevmonth": desk.text("gui.day.before"),
            "qt_calendar_nextmonth": desk.text("gui.day.after"),
            "qt_calendar_monthbutton": desk.text("gui.day.month"),
            "qt_calendar_yearbutton": desk.text("gui.day.year"),
            "qt_calendar_yearedit": desk.text("gui.day.year"),
            "qt_calendar_calendarview": name,
        }
        for part in self.findChildren(QWidget):
            if part.objectName() in names:
                part.setAccessibleName(names[part.objectName()])
            if isinstance(part, QToolButton):
                part.setFont(Step.STRONG.font())
                part.setMinimumSize(TARGET, TARGET)
                if part.objectName() == "qt_calendar_monthbutton":
                    part.setMinimumWidth(self._widest_month(part.font()) + steps(10))
        self._dress()

    def _widest_month(self, font: QFont) -> int:
        """Return the width of the longest name of a month; what opens the menu stands beside it."""
        names = (self.locale().standaloneMonthName(month) for month in range(1, 13))
        return max(QFontMetrics(font).horizontalAdvance(name) for name in names)

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        tokens = tokens_of(self)
        words = QTextCharFormat()
        words.setForeground(tokens.ink)
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, words)
        head = QTextCharFormat()
        head.setForeground(tokens.ink)
        self.setHeaderTextFormat(head)
        # Days of the months beside can be chosen too, so they must be readable.
        days = QPalette(self.palette())
        days.setColor(QPalette.ColorGroup.Disabled, _Role.Text, tokens.muted)
        for part in self.findChildren(QWidget):
            if part.objectName() == "qt_calendar_calendarview":
                part.setPalette(days)
                self._bound(part, strong=tokens.is_strong)
            if part.objectName() == "qt_calendar_navigationbar":
                palette = QPalette(self.palette())
                palette.setColor(_Role.Highlight, tokens.paper)
                palette.setColor(_Role.HighlightedText, tokens.ink)
                part.setPalette(palette)
            if isinstance(part, QToolButton) and part.objectName() in _ARROWS:
                part.setIcon(icon(_ARROWS[part.objectName()], self))

    @staticmethod
    def _bound(days: QWidget, *, strong: bool) -> None:
        """Give the days an edge in high contrast, where their ground is that of the window."""
        if isinstance(days, QFrame):
            days.setFrameShape(QFrame.Shape.Box if strong else QFrame.Shape.NoFrame)


class CalendarDialog(Dialog):
    """Enter or a double click on a day takes it."""

    def __init__(self, desk: Desk, name: str, day: date | None, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.day.title"), name, parent)
        self.calendar = Month(desk, name)
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        inset = QHBoxLayout()
        inset.setContentsMargins(RING, 0, RING, 0)
        inset.addWidget(self.calendar)
        self.body.addLayout(inset)
        take = PrimaryButton(desk.text("gui.day.take"))
        leave = SecondaryButton(desk.text("gui.cancel"))
        take.setDefault(True)
        take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        self.calendar.activated.connect(self.accept)
        self.add(take, leave)
        self.calendar.setFocus()

    @property
    def day(self) -> date:
        """Return the chosen day."""
        chosen = self.calendar.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())
