# SPDX-License-Identifier: Apache-2.0
"""What left this computer: nothing, or each connection that the person asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.going_out import Gone, gone_out
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton
from inspector.gui.widgets.text import Aside, Strong, TextBlock

_ACTS = ("timestamp",)


class OfflineDialog(Dialog):
    """Lists the connections of this session and those in the log of the case, and what could make one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.offline.title"), desk.text("gui.offline.text"), parent)
        self.desk = desk
        acts = desk.session.case.acts if desk.is_ready else ()
        gone = gone_out(desk.visits, acts, desk.messages)
        self.list = QVBoxLayout()
        self.list.setSpacing(steps(1))
        self._tell("now", gone.now, "none")
        if gone.before or desk.vault.is_open:
            self._tell("before", gone.before, "before_none")
        self._name("acts")
        for act in _ACTS:
            self.list.addWidget(TextBlock(desk.text(f"gui.offline.act.{act}")))
        self.list.addWidget(Aside(desk.text("gui.offline.pages")))
        self.body.addLayout(self.list)
        self.ends = PrimaryButton(desk.text("gui.offline.close"))
        self.ends.setDefault(True)
        self.ends.clicked.connect(self.accept)
        self.add(self.ends)
        self.ends.setFocus()

    def _name(self, key: str) -> None:
        if self.list.count():
            self.list.addSpacing(steps(2))
        self.list.addWidget(Strong(self.desk.text(f"gui.offline.{key}")))

    def _tell(self, key: str, gone: Sequence[Gone], none: str) -> None:
        self._name(key)
        if not gone:
            self.list.addWidget(TextBlock(self.desk.text(f"gui.offline.{none}")))
        for one in gone:
            self.list.addWidget(TextBlock(one.head))
            self.list.addWidget(Aside(one.what))
