# SPDX-License-Identifier: Apache-2.0
"""What the person says a capture shows, as cards: the setting, the position, when; and the file's hash."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.told import exactly, is_objection, zoneless
from inspector.cases.standing import Statement
from inspector.gui.desk import Desk
from inspector.gui.setting_names import control_name
from inspector.gui.theme.measures import RING, steps
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.pill import Pill
from inspector.gui.widgets.text import Aside, Strong
from inspector.report.words import Words


class StatementCards(QWidget):
    """Shows a statement."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setting = Strong()
        self.pill = Pill("unknown", "")
        self.word = Aside()
        self.when = Strong()
        self.bounds = Aside()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(3) - 2 * RING)
        position = QHBoxLayout()
        position.setSpacing(steps(2))
        position.addWidget(self.pill)
        position.addWidget(self.word, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._card("setting", self.setting))
        card = self._card("says")
        card.body.addLayout(position)
        column.addWidget(card)
        column.addWidget(self._card("when", self.when, self.bounds))

    def _card(self, key: str, *parts: QWidget) -> Card:
        card = Card()
        card.body.setSpacing(steps(0.5))
        card.body.addWidget(Aside(self.desk.text(f"gui.confirm.{key}")))
        for part in parts:
            card.body.addWidget(part)
        return card

    def show_statements(self, statements: tuple[Statement, ...]) -> None:
        """Show what is said; a service that dates its switch makes two statements of one answer."""
        if not statements:
            return
        said, text, words = statements[-1], self.desk.text, Words(self.desk.messages)
        self.setting.setText(control_name(self.desk, said.control))
        kind = "confirm.objection" if is_objection(self.desk.catalog, said.control) else "reading"
        self.pill.show_state(said.position, text(f"gui.{kind}.{said.position}"))
        self.when.setText(words.plain(said.moment))
        bounded = zoneless if said.moment.zone == "none" else exactly
        bounds = bounded(said.moment, self.desk.messages)
        since = [text("gui.confirm.since", when=words.plain(one.moment)) for one in statements[:-1]]
        self.bounds.setText("\n".join([bounds, *since]))
        self.word.setText(text(f"gui.confirm.by.{'signature' if said.signed_by else 'word'}"))
