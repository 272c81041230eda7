# SPDX-License-Identifier: Apache-2.0
"""The fields of a reading: setting, ON or OFF, when. What is missing is said where it is missing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from inspector.app.days import Days
from inspector.app.request import Said
from inspector.app.saying import SayingError, Written, likely_control, said
from inspector.cases.standing import Statement
from inspector.gui.collect.big_choice import Positions
from inspector.gui.collect.when import When
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Aside
from inspector.gui.you.told import ToldLine
from inspector.system.clock import now

_WIDEST = 400
_ARROW_ROOM = 64


class ReadingForm(QWidget):
    """`path` is the file that shows the reading, None where the person remembers it."""

    changed = Signal()

    def __init__(self, desk: Desk, control: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.path: Path | None = None
        self.control = QComboBox()
        self.control.setAccessibleName(desk.text("gui.reading.control"))
        self.control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for code, name in controls(desk):
            self.control.addItem(name, code)
        name_width = max(
            (self.fontMetrics().horizontalAdvance(name) for _, name in controls(desk)), default=0
        )
        self.control.setMinimumWidth(min(_WIDEST, name_width + _ARROW_ROOM))
        self.positions = Positions(desk)
        self.when = When(desk)
        self.told = ToldLine()
        self.control.setPlaceholderText(desk.text("gui.reading.choose"))
        self.show_control(control or likely_control(desk.session))
        self._lay_out()
        self.control.currentIndexChanged.connect(self.changed)
        self.positions.chosen.connect(self.changed)
        self.when.changed.connect(self.changed)
        self.changed.connect(lambda: self.told.tell(""))

    def _longest(self) -> int:
        metrics, box = self.control.fontMetrics(), self.control
        return max((metrics.horizontalAdvance(box.itemText(at)) for at in range(box.count())), default=0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        parts = (
            ("gui.reading.control", self.control),
            ("gui.reading.position", self.positions),
            ("gui.reading.when", self.when),
        )
        for label, field in parts:
            column.addWidget(Aside(self.desk.text(label)))
            column.addWidget(field)
            column.addSpacing(steps(1))
        column.addWidget(self.told)

    def show_control(self, control: str | None) -> None:
        """Choose a setting, or none: a wrong one that stands there by itself is easily overlooked."""
        self.control.setCurrentIndex(self.control.findData(control) if control else -1)

    def suggest_control(self) -> None:
        """Choose the setting that is likely meant, where none is chosen."""
        if self.control.currentIndex() < 0:
            self.show_control(likely_control(self.desk.session))

    def show_statement(self, statement: Statement) -> None:
        """Fill the fields with what was said before."""
        self.show_control(statement.control)
        self.positions.show_position(statement.position)
        self.when.show_text(statement.moment.raw or "")

    def clear(self) -> None:
        """Empty the fields; the setting stays."""
        self.positions.show_position(None)
        self.when.show_text("")
        self.told.tell("")

    def take(self) -> Said | None:
        """Return the statement. Where something is missing, say so, go there, and return None."""
        when = self.when
        written = Written(
            self.control.currentData(),
            self.positions.position,
            when.day.text(),
            when.time,
            when.offset if when.time is not None else None,
            self.path,
        )
        try:
            return said(written, Days(self.desk.messages), now())
        except SayingError as error:
            field = self._field(error.field)
            field.setFocus()
            self.told.tell(self.desk.notes.text(error.note), about=(field,))
            return None

    def _field(self, name: str) -> QWidget:
        fields: dict[str, QWidget] = {
            "control": self.control,
            "position": self.positions.on,
            "day": self.when.day.line,
            "time": self.when.clock,
            "zone": self.when.zone,
        }
        return fields[name]


def controls(desk: Desk) -> list[tuple[str, str]]:
    """Return every setting of every service as id and words."""
    lang = desk.messages.lang
    return [
        (control.id, desk.text("gui.reading.setting", service=entry.name, name=control.name.text(lang)))
        for entry in desk.catalog.services()
        for control in entry.controls
    ]


def control_name(desk: Desk, control: str) -> str:
    """Return the words for a setting."""
    return dict(controls(desk)).get(control, control)
