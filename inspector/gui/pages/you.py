# SPDX-License-Identifier: Apache-2.0
"""Who asks, where they lived, which services and plans: what the answer depends on and no file states."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from inspector.app.days import Days
from inspector.app.residence_form import Form, residence, typed_stay
from inspector.app.session import Session
from inspector.app.wanted import services_with_plans
from inspector.cases.standing import Statement
from inspector.domain.residence import PlanPeriod, Residence
from inspector.gui.desk import Desk
from inspector.gui.pages.page import Page
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.order import tab_in_reading_order
from inspector.gui.widgets.section import Section
from inspector.gui.you.periods import Periods
from inspector.gui.you.person import Person
from inspector.gui.you.plans import Plans
from inspector.gui.you.remembered import Remembered
from inspector.gui.you.services import ServicePicker


class YouPage(Page):
    """Whatever is whole counts as soon as its field is left; there is nothing to save."""

    name = "you"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.say(self.text("gui.you.title"), self.text("gui.you.why"))
        self._residence: Residence = ()
        self.residence = Periods(desk, "place", desk.places)
        self.services = ServicePicker(desk)
        self.plans = Plans(desk)
        self.remembered = Remembered(desk)
        self.person = Person(desk)
        self._lay_out()
        self._add_buttons()
        self._listen()

    def _lay_out(self) -> None:
        self.body.setSpacing(steps(5))
        card = Card()
        card.body.addWidget(self.residence)
        self.body.addWidget(card)
        self.plan_section = self._section("plans", self.plans)
        self.memory_section = self._section("remembered", self.remembered)
        for part in (self._section("services", self.services), self.plan_section, self.memory_section):
            self.body.addWidget(part)
        self.body.addWidget(self.person)

    def _section(self, key: str, content: QWidget) -> Section:
        section = Section(self.text(f"gui.you.{key}.title"), self.text(f"gui.you.{key}.why"))
        section.body.addWidget(content)
        return section

    def _add_buttons(self) -> None:
        self.forward = PrimaryButton(self.text("gui.you.forward"))
        self.remember = SecondaryButton(self.text("gui.you.remember"))
        self.forward.clicked.connect(lambda: self.go.emit("collect"))
        self.remember.clicked.connect(self.open_remember)
        self.bar.add(self.forward, self.remember)

    def _listen(self) -> None:
        self._is_filled = True
        self.residence.reordered.connect(self._order_once_filled)
        self.plans.reordered.connect(self._order_once_filled)
        self.residence.settled.connect(self._declare_residence)
        self.services.chosen.connect(self._declare_services)
        self.plans.settled.connect(self._declare_plans)
        self.person.settled.connect(self._declare_person)
        self.remembered.taken_back.connect(self._take_back)

    def refresh(self, session: Session) -> None:
        """Show what the case says, and leave alone what is being typed."""
        self._is_filled = False
        self._fill(session)
        self._is_filled = True
        self.order_tabs()

    def _fill(self, session: Session) -> None:
        if session.residence != self._residence:
            self._residence = session.residence
            name, days = self.residence.choices.name, Days(self.desk.messages)
            self.residence.show_rows([typed_stay(stay, name, days) for stay in session.residence])
        self.services.show_services(session.services)
        about = services_with_plans(session)
        self.plans.show_plans(about, session.plans)
        self.plan_section.setVisible(bool(about))
        remembered = tuple(said for said in session.statements if said.source is None)
        self.remembered.show_statements(remembered)
        self.memory_section.setVisible(bool(remembered))
        self.person.show_session(session)

    def fields(self) -> tuple[QWidget, ...]:
        """Return what counts only once it is whole."""
        return self.services.field, self.person.helps, self.person.note

    def handed(self) -> Any:
        """Give on rows too that are not whole yet."""
        return super().handed(), self.residence.unfinished, self.plans.unfinished

    def go_on_with(self, handed: Any) -> None:
        """Go on with what is not whole yet."""
        fields, stays, plans = handed
        super().go_on_with(fields)
        self.residence.go_on_with(stays)
        self.plans.go_on_with(plans)

    def _order_once_filled(self) -> None:
        """Many rows that come at one stroke are put in order once, behind the last."""
        if self._is_filled:
            self.order_tabs()

    def order_tabs(self) -> None:
        """Let Tab go in reading order, also through what came later."""
        tab_in_reading_order(self.body, self.bar.buttons)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let what was typed last count before another page is shown."""
        self.residence.settle()
        self.plans.settle()
        self._declare_person()
        super().hideEvent(event)

    def _declare_residence(self, form: Form) -> None:
        said = residence(form)
        if said != self.desk.session.residence:
            self._residence = said
            self.desk.session.declare_residence(said)
            self.session_changed.emit()

    def _declare_services(self, services: list[str]) -> None:
        self.desk.session.declare_services(services)
        self.session_changed.emit()

    def _declare_plans(self, plans: list[PlanPeriod]) -> None:
        self.desk.session.declare_plans(plans)
        self.session_changed.emit()

    def _declare_person(self) -> None:
        session, before = self.desk.session, len(self.desk.session.case.acts)
        if self.person.is_whole:
            session.note_consent(self.person.consent)
        if len(session.case.acts) != before:
            self.session_changed.emit()

    def _take_back(self, said: Statement) -> None:
        self.desk.session.withdraw(said)
        self.session_changed.emit()
