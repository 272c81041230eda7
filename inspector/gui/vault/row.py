# SPDX-License-Identifier: Apache-2.0
"""One case on this computer: its name where it is known, and that it is locked where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.desk import Desk
from inspector.gui.widgets.buttons import LinkButton
from inspector.gui.widgets.card import OpeningCard
from inspector.gui.widgets.text import Aside, Strong
from inspector.report.words import Words
from inspector.system.clock import here

if TYPE_CHECKING:
    from inspector.app.case_shelf import Shelved


def name_of(desk: Desk, shelved: Shelved) -> str:
    """Return what a case is called; one that is locked has a number in place of the name nobody can read."""
    return shelved.name or desk.text("gui.case.row.locked", number=shelved.number)


def last_used(desk: Desk, shelved: Shelved) -> str:
    """Return when a case was last written, to the minute, by the clock of this computer."""
    return Words(desk.messages).time(here(shelved.changed).replace(second=0, microsecond=0))


class CaseRow(OpeningCard):
    """A card that opens its case; `chosen` carries what stands on the shelf."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, shelved: Shelved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelved = shelved
        name, used = name_of(desk, shelved), last_used(desk, shelved)
        way = desk.text("gui.case.row.opens" if shelved.opens else "gui.case.row.asks", when=used)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(name))
        words.addWidget(Aside(way, characters=None))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        self.link = LinkButton(desk.text("gui.case.row.open"))
        self.link.setAccessibleName(desk.text("gui.case.row.spoken", name=name, way=way))
        # By key the card itself opens; the link says so to the eye.
        self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.link.clicked.connect(self.opened)
        row.addWidget(self.link)
        self.body.addLayout(row)
        self.setAccessibleName(desk.text("gui.case.row.spoken", name=name, way=way))
        self.opened.connect(lambda: self.chosen.emit(self.shelved))
