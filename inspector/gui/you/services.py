# SPDX-License-Identifier: Apache-2.0
"""Which services the person asks about, found by typing; what the catalog lacks is said to be lacking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.places import Choice, Choices
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton, SmallLinkButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Strong
from inspector.gui.you.choice import ChoiceField
from inspector.gui.you.told import ToldLine


class ServicePicker(QWidget):
    """A search field, and the chosen services as buttons that take them out again."""

    chosen = Signal(list)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.services: tuple[str, ...] = ()
        entries = desk.catalog.services()
        self.choices = Choices(Choice(entry.id, entry.name) for entry in entries)
        name, hint = desk.text("gui.you.services.field"), desk.text("gui.you.services.hint")
        self.field = ChoiceField(self.choices, name, hint)
        self.take = SecondaryButton(desk.text("gui.you.services.take"))
        self.told = ToldLine()
        self.field.textChanged.connect(lambda: self.told.tell(""))
        self.field.picked.connect(self.take_typed)
        self.field.returnPressed.connect(self.take_typed)
        self.take.clicked.connect(self.take_typed)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        row = Flow(across=steps(1.5))
        self.field.setMinimumWidth(steps(75))
        row.addWidget(self.field)
        row.addWidget(self.take)
        self._chips = QWidget()
        self._flow = Flow(self._chips, across=steps(5))
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self._chips)

    def show_services(self, services: tuple[str, ...]) -> None:
        """Show which are chosen."""
        if services == self.services and self._flow.count() == len(services):
            return
        self.services = services
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for service in services:
            self._flow.addWidget(self._chosen(service))
        self._chips.setVisible(bool(services))

    def _chosen(self, service: str) -> QWidget:
        name = self.choices.name(service)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(steps(1.5))
        out = SmallLinkButton(self.desk.text("gui.period.remove"))
        out.setAccessibleName(self.desk.text("gui.you.services.out", name=name))
        out.clicked.connect(lambda: self._take_out(service))
        row.addWidget(Strong(name), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(out)
        return line

    def take_typed(self) -> None:
        """Take the service whose name is typed, or say that it is not covered."""
        typed = self.field.text().strip()
        service = self.field.code
        if service is not None:
            self.field.clear()
            self.chosen.emit(sorted({*self.services, service}))
        elif typed:
            text = self.desk.text("gui.you.services.not_covered", name=typed, n=len(self.choices.all))
            self.told.tell(text, wrong=False, about=(self.field,))

    def _take_out(self, service: str) -> None:
        self.chosen.emit([one for one in self.services if one != service])
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
