# SPDX-License-Identifier: Apache-2.0
"""One case on this computer: its name where it is known, and that it is locked where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.actions.wording import long_day
from inspector.gui.desk import Desk
from inspector.gui.widgets.card import OpeningCard
from inspector.gui.widgets.text import Aside, Strong

if TYPE_CHECKING:
    from inspector.app.case_shelf import Shelved


class CaseRow(OpeningCard):
    """A card that opens its case; `chosen` carries what stands on the shelf."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, shelved: Shelved, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelved = shelved
        name = shelved.name or desk.text("gui.case.row.locked", id=shelved.short)
        day = long_day(shelved.changed.astimezone().date(), desk.messages.lang)
        way = desk.text("gui.case.row.opens" if shelved.opens else "gui.case.row.asks", day=day)
        self.body.setSpacing(0)
        self.body.addWidget(Strong(name))
        self.body.addWidget(Aside(way))
        self.setAccessibleName(desk.text("gui.case.row.spoken", name=name, way=way))
        self.opened.connect(lambda: self.chosen.emit(self.shelved))
