# SPDX-License-Identifier: Apache-2.0
"""The question which zone a clock was set to, where a file states the time of a clock and no zone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo

from PySide6.QtCore import QByteArray, QDate, QDateTime, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.collect.when import zones
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Aside
from inspector.gui.you.choice import ChoiceField


class ZoneQuestion(QWidget):
    """A field for the zone; while it is empty the time stays as wide as a clock without a zone makes it."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = desk.text
        self.field = ChoiceField(zones(), text("gui.confirm.zone"), text("gui.confirm.zone_hint"))
        self.field.textChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, steps(1), 0, 0)
        column.setSpacing(steps(0.5))
        column.addWidget(Aside(text("gui.confirm.zone")))
        column.addWidget(self.field)

    def forget(self) -> None:
        """Let nothing stand there that was meant for another file."""
        self.field.clear()

    def zone(self, local: datetime | None) -> tzinfo | None:
        """Return how far the clock was from UTC when it showed this time; None where no zone is named."""
        code = self.field.code
        if code is None or local is None:
            return None
        at = QDateTime(
            QDate(local.year, local.month, local.day),
            QTime(local.hour, local.minute, local.second),
            QTimeZone(QByteArray(code.encode())),
        )
        return timezone(timedelta(seconds=at.offsetFromUtc()))
