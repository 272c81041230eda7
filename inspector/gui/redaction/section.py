# SPDX-License-Identifier: Apache-2.0
"""The entry on the page Evidence: whether the bundle is redacted, and the way to what is withheld."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inspector.bundle.redaction.rules import Rules
from inspector.gui.desk import Desk
from inspector.gui.redaction.workspace import RedactionDialog
from inspector.gui.theme.marks import INDENT
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, TextBlock


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
        self.told = Aside(desk.text("redaction.section.told"))
        self.later = TextBlock()
        self.redacts.toggled.connect(self._look)
        self.chooses.clicked.connect(self._choose)
        row, below = Flow(), QVBoxLayout()
        for widget in (self.redacts, self.chooses):
            row.addWidget(widget)
        # What explains a choice is set in as far as its words.
        below.setContentsMargins(INDENT, 0, 0, 0)
        for words in (self.told, self.later):
            below.addWidget(words)
        self.body.addLayout(row)
        self.body.addLayout(below)
        self._look()

    @property
    def wanted(self) -> Rules | None:
        """Return what is withheld."""
        if self.desk.session is not self._session:
            # Another case: what was chosen for the one before names other files.
            self._session, self._rules = self.desk.session, Rules()
        return self._rules if self.redacts.isChecked() else None

    def withhold(self, wanted: Rules | None) -> None:
        """Withhold this, nothing for None."""
        self._rules = wanted or self._rules
        self.redacts.setChecked(wanted is not None)

    def _look(self) -> None:
        on = self.redacts.isChecked()
        self.chooses.setVisible(on)
        self.told.setVisible(on)
        self.later.setVisible(on)
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Say whether what is withheld can be shown later: only a case that is kept remembers how."""
        kept = "kept" if self.desk.vault.is_open else "unkept"
        self.later.setText(self.desk.text(f"redaction.section.{kept}"))

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
