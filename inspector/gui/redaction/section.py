# SPDX-License-Identifier: Apache-2.0
"""The entry on the page Evidence: whether the bundle is redacted, and the way to what is withheld."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.bundle.redaction.rules import Rules
from inspector.gui.desk import Desk
from inspector.gui.redaction.workspace import RedactionDialog
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside


class RedactionSection(Section):
    """`wanted` are the rules, None for a whole bundle. `changed` tells that they are others now."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("redaction.section.title"), desk.text("redaction.section.aside"), parent)
        self.desk = desk
        self._rules = Rules()
        self._session = desk.session
        self.redacts = QCheckBox(desk.text("redaction.section.redact"))
        self.chooses = SecondaryButton(desk.text("redaction.section.choose"))
        self.told = Aside()
        self.redacts.toggled.connect(self._look)
        self.chooses.clicked.connect(self._choose)
        row = Flow()
        for widget in (self.redacts, self.chooses):
            row.addWidget(widget)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self._look()

    @property
    def wanted(self) -> Rules | None:
        """Return what is withheld."""
        if self.desk.session is not self._session:
            # Another case: what was chosen for the one before names other files.
            self._session, self._rules = self.desk.session, Rules()
        return self._rules if self.redacts.isChecked() else None

    def _look(self) -> None:
        on = self.redacts.isChecked()
        self.chooses.setVisible(on)
        self.told.setVisible(on)
        self.told.setText(self.desk.text("redaction.section.told"))
        self.changed.emit()

    def _choose(self) -> None:
        if self.window().findChild(RedactionDialog) is not None:
            return
        dialog = RedactionDialog(self.desk, self.wanted or Rules(), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take(dialog.rules))
        dialog.open()

    def _take(self, rules: Rules) -> None:
        self._rules = rules
        self.changed.emit()
