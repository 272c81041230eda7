# SPDX-License-Identifier: Apache-2.0
"""How to get the archive of a service: steps, what arrives, what its files are called."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.catalog.entry import Archive, ServiceEntry
from inspector.gui.desk import Desk
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, TextBlock


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
        for number, step in enumerate(archive.how.steps, 1):
            self.body.addWidget(TextBlock(text("gui.howto.step", number=number, text=step.text(lang))))
        for words in archive.delivery:
            self.body.addWidget(Aside(words.text(lang)))
        self.body.addWidget(Aside(text("gui.howto.names", names=", ".join(archive.names))))
        self.body.addWidget(Aside(archive.silent.text(lang)))
        self.browse = SecondaryButton(text("gui.howto.open", service=entry.name))
        self.browse.clicked.connect(self.show_address)
        row = Flow()
        row.addWidget(self.browse)
        self.body.addLayout(row)

    def show_address(self) -> None:
        """Show where the browser would go."""
        AddressDialog(self.desk, self._address, self).open()
