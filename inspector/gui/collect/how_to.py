# SPDX-License-Identifier: Apache-2.0
"""How to get the archive of a service: steps, what arrives, what its files are called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.actions.wording import long_day
from inspector.app.board import note_request
from inspector.app.wanted import told_names
from inspector.cases.requests import requested
from inspector.catalog.entry import Archive, ServiceEntry
from inspector.gui.desk import Desk
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, TextBlock

_FEW = 2
"""So many services are told of at once; of more, the person chooses one."""


class HowTo(Section):
    """One service. The address is shown before anything opens it."""

    def __init__(
        self, desk: Desk, entry: ServiceEntry, archive: Archive, parent: QWidget | None = None
    ) -> None:
        text, lang = desk.text, desk.messages.lang
        super().__init__(text("gui.howto.title", service=entry.name), text("gui.howto.aside"), parent)
        self.desk = desk
        self._address = entry.link(archive.link).url
        self.body.setSpacing(steps(1.5))
        self.body.addLayout(_steps(desk, [step.text(lang) for step in archive.how.steps]))
        self.body.addSpacing(steps(1))
        for words in archive.delivery:
            self.body.addWidget(Aside(words.text(lang)))
        names = told_names(archive.names)
        if names:
            self.body.addWidget(Aside(text("gui.howto.names", names=", ".join(names))))
        self.body.addWidget(Aside(archive.silent.text(lang)))
        self.body.addSpacing(steps(1))
        self.browse = SecondaryButton(text("gui.howto.open", service=entry.name))
        self.browse.clicked.connect(self.show_address)
        self.asks = SecondaryButton(text("board.ask_this"))
        self.asks.setAccessibleName(text("board.ask_named", service=entry.name))
        self.asks.clicked.connect(self._ask_day)
        row = Flow(across=steps(1.5), down=steps(1))
        row.addWidget(self.browse)
        row.addWidget(self.asks)
        self.body.addLayout(row)
        self.asked = Aside()
        self.body.addWidget(self.asked)
        self._service = entry.id
        self.show_asked()

    def show_asked(self) -> None:
        """Say on which day the person asked for it, where they said so."""
        day = requested(self.desk.session.case.acts).get(self._service)
        said = self.desk.text("board.asked", day=long_day(day, self.desk.messages.lang)) if day else ""
        self.asked.setText(said)
        self.asked.setVisible(bool(said))

    def _ask_day(self) -> None:
        """Ask on which day, so that the board of days on Act says when to look for it."""
        from inspector.gui.act.request import RequestDialog  # noqa: PLC0415 - only when asked for

        dialog = RequestDialog(self.desk, self.window(), self._service)
        dialog.accepted.connect(lambda: self._note(dialog.service, dialog.day))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _note(self, service: str | None, day: date | None) -> None:
        if service is not None:
            note_request(self.desk.session, service, day)
        self.show_asked()

    def show_address(self) -> None:
        """Show where the browser would go."""
        AddressDialog(self.desk, self._address, self).open()


def _steps(desk: Desk, sentences: Sequence[str]) -> QGridLayout:
    """Lay out steps one below the other, their numbers in a column of their own."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(steps(2))
    grid.setColumnMinimumWidth(0, steps(6))
    grid.setVerticalSpacing(steps(1.5))
    grid.setColumnStretch(1, 1)
    for row, sentence in enumerate(sentences):
        grid.addWidget(
            TextBlock(desk.text("gui.howto.number", number=row + 1), colour="muted"),
            row,
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        grid.addWidget(TextBlock(sentence), row, 1)
    return grid


class HowTos(Section):
    """All services whose archive is wanted. `changed` tells that other things can have the keyboard now."""

    changed = Signal()
    told = Signal(object)
    """The part in which the service that was just chosen is told of."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.howto.all"), desk.text("gui.howto.choose"), parent)
        self.desk = desk
        self.choices: dict[str, SecondaryButton] = {}
        self.sections: dict[str, HowTo] = {}
        self._wanted: tuple[str, ...] = ()
        self._chosen: str | None = None
        self.body.setSpacing(steps(6))
        self._row = Flow(across=steps(1.5), down=steps(1))
        self.body.addLayout(self._row)

    @property
    def chosen(self) -> str | None:
        """Return the service of many that is told of, None where none is."""
        return self._chosen

    def want(self, services: Sequence[str]) -> None:
        """Tell of these services, in this order."""
        self._wanted = tuple(name for name in services if self.desk.catalog.service(name).archive is not None)
        self.setVisible(bool(self._wanted))
        self._show()

    def choose(self, service: str | None) -> None:
        """Tell of one of many, of no one else; of none where it was chosen before."""
        self._chosen = None if service == self._chosen else service
        self._show()
        self.changed.emit()
        if self._chosen is not None and self._chosen in self.sections:
            self.told.emit(self.sections[self._chosen])

    def _show(self) -> None:
        many = len(self._wanted) > _FEW
        self.title.setVisible(many)
        self.aside.setVisible(many)
        for service in self._wanted if many else ():
            self._offer(service)
        for service, button in self.choices.items():
            button.setVisible(many and service in self._wanted)
            button.setChecked(service == self._chosen)
        told = [name for name in self._wanted if not many or name == self._chosen]
        for service in told:
            self._tell(service)
            self.sections[service].show_asked()
        for service, section in self.sections.items():
            section.setVisible(service in told)
            # Said once: below the name of the choice, or of the first that is told of.
            section.aside.setVisible(not many and service == told[0])

    def _offer(self, service: str) -> None:
        if service in self.choices:
            return
        name = self.desk.catalog.service(service).name
        button = self.choices[service] = SecondaryButton(name)
        button.setCheckable(True)
        button.setAccessibleName(self.desk.text("gui.howto.title", service=name))
        # A screen reader checks it without a click.
        button.toggled.connect(lambda on: self._turn(service, on=on))
        self._row.addWidget(button)

    def _turn(self, service: str, *, on: bool) -> None:
        """Do as the person does with a button; what the section shows itself changes nothing."""
        if on != (service == self._chosen):
            self.choose(service)

    def _tell(self, service: str) -> None:
        """Say how an archive is asked for, made when it is first wanted."""
        entry = self.desk.catalog.service(service)
        if service not in self.sections and entry.archive is not None:
            self.sections[service] = HowTo(self.desk, entry, entry.archive)
            self.body.addWidget(self.sections[service])
