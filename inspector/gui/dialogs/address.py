# SPDX-License-Identifier: Apache-2.0
"""The question before a page opens in the person's own browser: its whole address is shown first."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.text import Aside, Strong, TextBlock


class AddressDialog(Dialog):
    """Shows an address and opens it, copies it, or leaves it."""

    def __init__(self, desk: Desk, address: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.address.title"), desk.text("gui.address.text"), parent)
        self.desk = desk
        self.address = address
        card = Card()
        card.body.addWidget(Strong(QUrl(address).host()))
        card.body.addWidget(TextBlock(address, characters=None))
        self.body.addSpacing(steps(1))
        self.body.addWidget(card)
        self.outcome = Aside()
        self.outcome.hide()
        self.body.addWidget(self.outcome)
        self.opens = PrimaryButton(desk.text("gui.address.open"))
        self.copies = SecondaryButton(desk.text("gui.address.copy"))
        self.stays = SecondaryButton(desk.text("gui.address.stay"))
        self.opens.clicked.connect(self._open)
        self.copies.clicked.connect(self._copy)
        self.stays.clicked.connect(self.reject)
        self.opens.setDefault(True)
        self.add(self.opens, self.copies, self.stays)

    def _open(self) -> None:
        if open_in_browser(self.address):
            self.accept()
        else:
            self._tell("gui.address.no_browser")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address)
        self._tell("gui.address.copied")

    def _tell(self, key: str) -> None:
        self.outcome.setText(self.desk.text(key))
        self.outcome.show()


def open_in_browser(address: str) -> bool:
    """Hand an address to the person's own browser; False where the system has none that takes it."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() == "https" and QDesktopServices.openUrl(url)
