# SPDX-License-Identifier: Apache-2.0
"""The plans of every service the case is about, by period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.days import Days
from inspector.app.places import Choice, Choices
from inspector.app.residence_form import Form, Typed, plans, typed_plan
from inspector.catalog.entry import ServiceEntry
from inspector.domain.residence import PlanPeriod
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Strong
from inspector.gui.you.periods import Periods


class Plans(QWidget):
    """Rows per service; `settled` brings all plan periods of all services."""

    settled = Signal(list)
    reordered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.parts: dict[str, Periods] = {}
        self._names: dict[str, Strong] = {}
        self._said: tuple[PlanPeriod, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(steps(2))

    def show_plans(self, services: Sequence[str], said: tuple[PlanPeriod, ...]) -> None:
        """Show rows for these services, filled anew only where the case says something else than before."""
        for service, part in self.parts.items():
            for widget in (self._names[service], part):
                widget.setVisible(service in services)
        for service in services:
            if service not in self.parts:
                self._add(self.desk.catalog.service(service))
                self._fill(service, said)
        if said != self._said:
            self._said = said
            for service in self.parts:
                self._fill(service, said)

    @property
    def unfinished(self) -> dict[str, tuple[Typed, ...]]:
        """Return the rows of each service in which something does not count yet."""
        return {service: part.unfinished for service, part in self.parts.items() if part.unfinished}

    def go_on_with(self, rows: Mapping[str, Sequence[Typed]]) -> None:
        """Show rows that were begun in another language."""
        for service, typed in rows.items():
            if service in self.parts:
                self.parts[service].go_on_with(typed)

    def settle(self) -> None:
        """Let what stands in the rows count, where nothing is wrong with it."""
        for part in self.parts.values():
            part.settle()

    def _add(self, entry: ServiceEntry) -> None:
        lang = self.desk.messages.lang
        choices = Choices(Choice(plan.id, plan.name.text(lang)) for plan in entry.plans)
        part = Periods(self.desk, "plan", choices)
        part.reordered.connect(self.reordered)
        part.settled.connect(partial(self._settle, entry.id))
        self.parts[entry.id] = part
        self._names[entry.id] = Strong(entry.name)
        self._column.addWidget(self._names[entry.id])
        self._column.addWidget(part)

    def _fill(self, service: str, said: tuple[PlanPeriod, ...]) -> None:
        part = self.parts[service]
        days = Days(self.desk.messages)
        part.show_rows(
            [typed_plan(plan, part.choices.name, days) for plan in said if plan.service == service]
        )

    def _settle(self, service: str, form: Form) -> None:
        others = [plan for plan in self._said if plan.service != service]
        now = (*others, *plans(form, service))
        if now != self._said:
            self._said = now
            self.settled.emit(list(now))
