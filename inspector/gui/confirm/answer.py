# SPDX-License-Identifier: Apache-2.0
"""The person's own answer to a capture: which setting, ON or OFF, and when, by the file or by their word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QVBoxLayout, QWidget

from inspector.app.days import Days
from inspector.app.saying import Spoken, Written, likely_control, missing, spoken
from inspector.app.told import is_objection, sorted_controls
from inspector.domain.moment import Moment
from inspector.gui.collect.big_choice import Positions
from inspector.gui.collect.when import When
from inspector.gui.desk import Desk
from inspector.gui.setting_names import controls
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Aside
from inspector.gui.you.told import ToldLine
from inspector.system.clock import now

_LEADING: Final = Qt.AlignmentFlag.AlignLeading


class AnswerForm(QWidget):
    """Empty fields, or those of a reading to begin with. A position never stands there by itself."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.control = QComboBox()
        self.control.setAccessibleName(desk.text("gui.reading.control"))
        self.control.setPlaceholderText(desk.text("gui.reading.choose"))
        self.control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.asks = Aside(desk.text("gui.confirm.position"))
        self.positions = Positions(desk)
        self.by_file = QRadioButton(desk.text("gui.confirm.as_file"))
        self.by_word = QRadioButton(desk.text("gui.confirm.other_time"))
        # Without a group of their own Qt takes them for one with ON and OFF.
        self._times = QButtonGroup(self)
        for choice in (self.by_file, self.by_word):
            self._times.addButton(choice)
        self.when = When(desk)
        self.told = {name: ToldLine() for name in ("control", "position", "when")}
        self._moment: Moment | None = None
        self._offer(())
        self._lay_out()
        self.by_word.toggled.connect(self.when.setVisible)
        self.control.currentIndexChanged.connect(self._ask_position)
        self.control.currentIndexChanged.connect(self.changed)
        self.positions.chosen.connect(self.changed)
        self.when.changed.connect(self.changed)
        self.changed.connect(self._forget)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return all that can be chosen and typed."""
        positions, times = (self.positions.on, self.positions.off), (self.by_file, self.by_word)
        return self.control, *positions, *times, *self.when.fields

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        told = self.told
        day = self.when.layout()
        if isinstance(day, QVBoxLayout):
            # Beside the day, which comes first; time and zone follow.
            day.insertWidget(1, told["when"])
        parts: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            ("gui.reading.control", (self.control, told["control"])),
            ("gui.confirm.position", (self.positions, told["position"])),
            ("gui.reading.when", (self.by_file, self.by_word, self.when)),
        )
        for label, fields in parts:
            column.addWidget(self.asks if label == "gui.confirm.position" else Aside(self.desk.text(label)))
            for field in fields:
                # A choice is as wide as its words: what stands beside them does not answer to the pointer.
                where = _LEADING if isinstance(field, QRadioButton) else Qt.AlignmentFlag(0)
                column.addWidget(field, 0, where)
            column.addSpacing(steps(1))

    def _offer(self, among: tuple[str, ...]) -> None:
        """List every setting, those that the words of the file fit first."""
        self.control.clear()
        for code, name in sorted_controls(controls(self.desk), among):
            self.control.addItem(name, code)
        if among:
            self.control.insertSeparator(len(among))

    def begin(self, control: str | None, among: tuple[str, ...] = (), position: str | None = None) -> None:
        """Begin anew with a setting that is known or likely, its position only where the person gave it."""
        self._offer(among)
        known = control or (None if among else likely_control(self.desk.session))
        self.control.setCurrentIndex(self.control.findData(known) if known else -1)
        self.positions.show_position(position)
        self._forget()

    def _ask_position(self) -> None:
        """Ask for the position of a switch, or whether there was an objection where that is the setting."""
        on = is_objection(self.desk.catalog, self.control.currentData())
        self.asks.setText(self.desk.text("gui.confirm.position_objection" if on else "gui.confirm.position"))
        self.positions.ask_of_objection(on=on)

    def offer_time(self, moment: Moment | None, words: str) -> None:
        """Offer the time that the file states, in words; None where it states none."""
        self._moment = moment
        self.by_file.setVisible(moment is not None)
        self.by_word.setVisible(moment is not None)
        self.by_file.setAccessibleDescription(words)
        self.by_file.setChecked(moment is not None)
        self.by_word.setChecked(moment is None)
        self.when.setVisible(moment is None)
        self.when.show_text("")

    def update_time(self, moment: Moment, words: str) -> None:
        """Offer the same time in another zone; what the person chose stays."""
        if self._moment is not None:
            self._moment = moment
            self.by_file.setAccessibleDescription(words)

    def show_time(self, text: str) -> None:
        """Show the day or time that the person gave before."""
        self.by_word.setChecked(True)
        self.when.show_text(text)

    def take(self) -> Spoken | None:
        """Return the answer. Where something is missing, say so, go there, and return None."""
        when = self.when
        written = Written(
            self.control.currentData(),
            self.positions.position,
            when.day.text(),
            when.time,
            when.offset if when.time is not None else None,
        )
        by_file = self._moment if self.by_file.isChecked() else None
        days, today = Days(self.desk.messages), now()
        lacking = missing(written, days, today, by_file)
        if not lacking:
            return spoken(written, days, today, by_file)
        self._forget()
        for error in reversed(lacking):
            place = error.field if error.field in self.told else "when"
            self.told[place].tell(self.desk.notes.text(error.note), about=(self._field(error.field),))
        self._field(lacking[0].field).setFocus()
        return None

    def _forget(self) -> None:
        """Take back what was said to be missing."""
        for line in self.told.values():
            line.tell("")

    def _field(self, name: str) -> QWidget:
        fields: dict[str, QWidget] = {
            "control": self.control,
            "position": self.positions.on,
            "day": self.when.day.line,
            "time": self.when.clock,
            "zone": self.when.zone,
        }
        return fields[name]
