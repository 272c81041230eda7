# SPDX-License-Identifier: Apache-2.0
"""The side of the page Confirm: the reading, the fields of the person's own answer, or what they said."""

from __future__ import annotations

from datetime import tzinfo
from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.confirming import moment_of
from inspector.app.questions import Question
from inspector.app.told import Teller
from inspector.domain.captured import Captured
from inspector.domain.moment import Moment
from inspector.gui.confirm.answer import AnswerForm
from inspector.gui.confirm.hints import Hints
from inspector.gui.confirm.reading_cards import ReadingCards
from inspector.gui.confirm.statement import StatementCards
from inspector.gui.confirm.time_card import TimeCard
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import RING, steps
from inspector.gui.widgets.text import Aside
from inspector.system.clock import now


class Mode(StrEnum):
    """What is asked: to wait, to say yes to a clear reading, to answer oneself, or nothing more."""

    WAITING = "waiting"
    CLEAR = "clear"
    ASKED = "asked"
    SAID = "said"


class Side(QWidget):
    """Shows a question in its mode."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.mode = Mode.WAITING
        self.is_correcting = False
        self._one: Question | None = None
        self._begun: Captured | None = None
        self.refused = Aside()
        self.waits = Aside(desk.text("gui.confirm.waits"))
        self.cards = ReadingCards(desk)
        self.time = TimeCard(desk)
        self.form = AnswerForm(desk)
        self.said = StatementCards(desk)
        self._hints = QVBoxLayout()
        self.time.zone_told.connect(self._take_zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(3) - 2 * RING)
        for part in (self.waits, self.refused, self.cards, self.form, self.said, self.time):
            column.addWidget(part)
        column.addLayout(self._hints)

    @property
    def zone(self) -> tzinfo | None:
        """Return the zone that the person named for the file's clock."""
        one = self._one
        if one is None or one.captured is None:
            return None
        return self.time.zone.zone(self._teller.time(one.captured, now()).local)

    @property
    def _teller(self) -> Teller:
        return Teller(self.desk.catalog, self.desk.messages)

    def show_question(self, one: Question, begun: Captured | None, *, waits: bool) -> None:
        """Show another question, or what is known of the same one by now."""
        if self._one is None or self._one.key != one.key:
            self.time.zone.forget()
        self._one, self._begun, self.is_correcting = one, begun, False
        if one.statements:
            self.mode = Mode.SAID
        elif waits:
            self.mode = Mode.WAITING
        else:
            self.mode = Mode.CLEAR if one.is_clear else Mode.ASKED
        self._show()

    def correct(self) -> None:
        """Open the fields for another answer."""
        self.is_correcting, self.mode = True, Mode.ASKED
        self._show()
        one = self._one
        if one is not None and one.statements:
            said = one.statements[-1]
            self.form.begin(said.control, position=said.position)
            file = self._moment(one)
            if said.moment.raw and (file is None or file.raw != said.moment.raw):
                self.form.show_time(said.moment.raw)

    def _show(self) -> None:
        one, mode = self._one, self.mode
        if one is None:
            return
        captured = one.captured
        self.waits.setVisible(mode is Mode.WAITING)
        self.refused.setText(self._teller.refused(captured) if captured is not None else "")
        self.refused.setVisible(bool(self.refused.text()) and mode is Mode.ASKED)
        self._show_cards(one)
        self.said.setVisible(mode is Mode.SAID)
        self.said.show_statements(one.statements)
        self.form.setVisible(mode is Mode.ASKED)
        self._show_hints(one)
        if mode is Mode.ASKED:
            self._begin(one)

    def _show_cards(self, one: Question) -> None:
        """Show the reading, unless the person says something else, and when the file was made."""
        waiting = self.mode is Mode.WAITING
        early = Question(one.source, self._begun, 0, 1) if waiting else one
        told = None if self.mode is Mode.SAID or self.is_correcting else self._teller.reading(early)
        self.cards.setVisible(told is not None)
        if told is not None:
            self.cards.show_reading(told, self.desk.text("capture.why.not_read_yet") if waiting else "")
        captured = one.captured
        dated = self.mode in (Mode.CLEAR, Mode.ASKED) and self._has_time(captured)
        self.time.setVisible(dated)
        if dated and captured is not None:
            self.time.show_time(self._teller.time(captured, now(), self.zone))

    def _has_time(self, captured: Captured | None) -> bool:
        return captured is not None and captured.status != "refused" and bool(captured.basis)

    def _begin(self, one: Question) -> None:
        setting = one.setting
        self.form.begin(setting.control if setting else None, setting.among if setting else ())
        moment = self._moment(one)
        self.form.offer_time(moment, self._time_words(one) if moment is not None else "")

    def _moment(self, one: Question) -> Moment | None:
        """Return the time that a file states, None where only the file's own time is known."""
        captured = one.captured
        if captured is None or not self._has_time(captured):
            return None
        moment = moment_of(captured, now(), self.zone)
        return moment if moment.not_before is not None else None

    def _time_words(self, one: Question) -> str:
        if one.captured is None:
            return ""
        time = self._teller.time(one.captured, now(), self.zone)
        return time.when

    def _take_zone(self) -> None:
        one = self._one
        if one is None or one.captured is None:
            return
        self.time.show_time(self._teller.time(one.captured, now(), self.zone))
        moment = self._moment(one)
        if self.mode is Mode.ASKED and moment is not None:
            self.form.update_time(moment, self._time_words(one))

    def _show_hints(self, one: Question) -> None:
        """Offer the days that the file itself names, where nothing else tells the time."""
        while (item := self._hints.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if self.mode is Mode.ASKED and self._moment(one) is None:
            self._hints.addWidget(Hints(self.desk, one.source, self.form.when))
