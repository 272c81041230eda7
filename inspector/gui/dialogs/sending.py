# SPDX-License-Identifier: Apache-2.0
"""The question before anything is sent: to whom, what for, exactly which bytes, and what the host learns."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.app.evidence import grouped
from inspector.app.stamping import Asking
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.evidence.fingerprint import Figures
from inspector.gui.theme.measures import Step
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.text import Aside, Strong, TextBlock


class SendingDialog(Dialog):
    """Shows one request; accepted where the person lets it go out."""

    def __init__(self, desk: Desk, asking: Asking, parent: QWidget | None = None) -> None:
        errand = asking.errand
        title = desk.text("gui.sending.title", host=errand.host)
        super().__init__(title, desk.text(f"gui.sending.what.{asking.what}"), parent)
        self.desk = desk
        self.asking = asking
        card = Card()
        card.body.addWidget(Aside(desk.text("gui.sending.address")))
        card.body.addWidget(Strong(errand.address))
        card.body.addWidget(Aside(desk.text("gui.sending.hash")))
        card.body.addWidget(Figures(grouped(asking.digest)))
        card.body.addWidget(Aside(desk.text("gui.sending.bytes", n=len(errand.body))))
        card.body.addWidget(Figures(_spelled(errand.body), step=Step.ASIDE))
        self.body.addWidget(card)
        self.body.addWidget(TextBlock(desk.text("gui.sending.learns", host=errand.host)))
        self.body.addWidget(Aside(self._way()))
        self.sends = PrimaryButton(desk.text("gui.sending.send"))
        self.stays = SecondaryButton(desk.text("gui.sending.stay"))
        self.sends.clicked.connect(self.accept)
        self.stays.clicked.connect(self.reject)
        self.add(self.sends, self.stays)
        # To send is a choice, so no key of habit makes it.
        self.stays.setDefault(True)
        self.stays.setFocus()

    def _way(self) -> str:
        way = "secret" if self.asking.errand.is_secret_on_the_way else "clear"
        words = self.desk.text(f"gui.sending.{way}")
        proxy = self.asking.proxy
        return f"{words} {self.desk.text('gui.sending.proxy', proxy=proxy)}" if proxy else words


def _spelled(body: bytes) -> str:
    """Every byte that is sent, in hex, so that nothing has to be believed."""
    digits = body.hex()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
