# SPDX-License-Identifier: Apache-2.0
"""The question which archive the person asked for, and on which day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from inspector.actions.wording import long_day
from inspector.app.places import Choice, Choices
from inspector.cases.requests import requested
from inspector.gui.act.day_row import DayRow
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.theme.fields import mark_wrong
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.text import Aside, Strong
from inspector.gui.you.choice import ChoiceField
from inspector.system.clock import today


class RequestDialog(Dialog):
    """Accepted with `service` and `day`, which is None where the person takes it back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, service: str | None = None) -> None:
        """Begin with a service, where one is known."""
        text = desk.text
        super().__init__(text("board.ask_title"), text("board.ask_text"), parent)
        self.desk = desk
        self.day: date | None = today()
        self._asked = requested(desk.session.case.acts)
        entries = [one for one in desk.catalog.services() if one.archive is not None]
        services = Choices(Choice(entry.id, entry.name) for entry in entries)
        self.which = ChoiceField(services, text("board.ask_service"), text("gui.you.services.hint"))
        self.row = DayRow(desk, text("board.ask_day"), today())
        self.told = Aside()
        self.told.hide()
        self.body.addWidget(Strong(text("board.ask_service")))
        self.body.addWidget(self.which)
        self.body.addWidget(Strong(text("board.ask_day")))
        self.body.addWidget(self.row)
        self.body.addWidget(self.told)
        self._add_buttons()
        self.which.textChanged.connect(self._look)
        self.row.changed.connect(self._look)
        if service is not None:
            self.which.show_code(service)
        self._look()
        (self.which if service is None else self.row.field).setFocus()

    @property
    def service(self) -> str | None:
        """Return which service is named, None where none is."""
        return self.which.code

    def _add_buttons(self) -> None:
        self.notes = PrimaryButton(self.desk.text("board.ask_note"))
        self.takes_back = SecondaryButton(self.desk.text("gui.act.post.take_back"))
        self.stays = SecondaryButton(self.desk.text("gui.cancel"))
        self.notes.clicked.connect(self.accept)
        self.takes_back.clicked.connect(self._take_back)
        self.stays.clicked.connect(self.reject)
        self.notes.setDefault(True)
        self.add(self.notes, self.takes_back, self.stays)

    def _look(self) -> None:
        """Say what is known of the service, and let nothing be noted that cannot be."""
        self.day = self.row.day
        is_ahead = self.row.day > today()
        known = self._asked.get(self.service or "")
        mark_wrong(self.row.field, wrong=is_ahead)
        self.notes.setEnabled(self.service is not None and not is_ahead)
        self.takes_back.setVisible(known is not None)
        said = ""
        if is_ahead:
            said = self.desk.text("board.ask_future")
        elif known is not None:
            said = self.desk.text("board.ask_again", day=long_day(known, self.desk.messages.lang))
        self.told.set_colour("on" if is_ahead else "muted")
        self.told.setText(said)
        self.told.setVisible(bool(said))

    def _take_back(self) -> None:
        self.day = None
        self.accept()
