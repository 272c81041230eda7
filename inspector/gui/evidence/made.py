# SPDX-License-Identifier: Apache-2.0
"""The bundle that was made: where it is, its fingerprint, and what to do with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.app.evidence import grouped
from inspector.app.export import Order
from inspector.archives.names import shown
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.evidence.fingerprint import FingerprintBox, even_face
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Name, TextBlock


class MadeCard(Card):
    """Tells of the newest bundle. `check_asked` tells that the person wants it checked."""

    check_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.path = Path()
        self.title = Name()
        self.where = Aside(characters=None)
        self.lock = TextBlock(desk.text("gui.evidence.made.locked"))
        self.fingerprint = FingerprintBox(desk)
        self.shows = SecondaryButton(desk.text("gui.evidence.made.show"))
        self.shows.lead()
        self.checks = SecondaryButton(desk.text("gui.evidence.made.check"))
        self.shows.clicked.connect(lambda: files.show_in_folder(self.path))
        self.checks.clicked.connect(lambda: self.check_asked.emit(self.path))
        row = Flow(across=steps(1.5))
        for button in (self.shows, self.checks):
            row.addWidget(button)
        self.body.addWidget(self.title)
        self.body.addWidget(self.where)
        self.body.addWidget(self.lock)
        self.body.addLayout(row)
        self.body.addSpacing(steps(2))
        self.body.addWidget(self.fingerprint)
        self.body.addWidget(TextBlock(desk.text("gui.evidence.made.advice")))
        self.body.addSpacing(steps(2))
        self.seal = Aside()
        self.key = TextBlock(step=Step.ASIDE, characters=None)
        self.key.setFont(even_face(Step.ASIDE))
        self.stamps = TextBlock()
        for words in (self.seal, self.key, self.stamps):
            self.body.addWidget(words)

    def show_bundle(self, wanted: Order, fingerprint: str) -> None:
        """Tell of the bundle that was made for this order: of its seal, and of what authorities did."""
        self.path = wanted.wish.target
        self.title.setText(self.desk.text("gui.evidence.made.title", name=self.path.name))
        folder = shown(str(self.path.absolute().parent))
        self.where.setText(self.desk.text("gui.evidence.made.where", folder=folder))
        self.lock.setVisible(wanted.wish.lock is not None)
        self.fingerprint.show_fingerprint(fingerprint)
        key = wanted.key.fingerprint if wanted.key else None
        self.seal.setText(self.desk.text(f"gui.evidence.made.{'sealed' if key else 'unsealed'}"))
        self.key.setText(grouped(key) if key else "")
        self.key.setVisible(bool(key))
        stamping = wanted.wish.stamping
        told = [self.desk.notes.text(one.note) for one in stamping.outcomes] if stamping else []
        self.stamps.setText("\n".join(told))
        self.stamps.setVisible(bool(told))
