# SPDX-License-Identifier: Apache-2.0
"""The name that the first page of the report gives, where the person wants one there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.app.session import Session
from inspector.gui.desk import Desk
from inspector.gui.widgets.section import Section

_WIDEST = 420


class MakerSection(Section):
    """`settled` comes when the field is left; `name` is what counts then."""

    settled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.evidence.maker.title"), desk.text("gui.evidence.maker.aside"), parent)
        self.field = QLineEdit()
        self.field.setAccessibleName(desk.text("gui.evidence.maker.title"))
        self.field.setAccessibleDescription(desk.text("gui.evidence.maker.aside"))
        self.field.setPlaceholderText(desk.text("gui.evidence.maker.nobody"))
        self.field.setMaximumWidth(_WIDEST)
        self.field.editingFinished.connect(self.settled)
        self.body.addWidget(self.field)

    @property
    def name(self) -> str | None:
        """Return the name for the report, None for none."""
        return self.field.text().strip() or None

    def refresh(self, session: Session) -> None:
        """Show the name that the case has, unless another is being typed."""
        if not self.field.hasFocus():
            self.field.setText(session.maker or "")
