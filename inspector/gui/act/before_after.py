# SPDX-License-Identifier: Apache-2.0
"""A switch before and after it was moved: two pictures beside each other, with their days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.before_after import BeforeAfter, Sighting
from inspector.gui.collect.preview import Preview
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.pill import Pill
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, Name, TextBlock

_HIGH = 180


class Side(QWidget):
    """One sighting: its picture, what it shows, when, and how it is known."""

    def __init__(self, desk: Desk, title: str, seen: Sighting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview(desk, _HIGH)
        self.preview.show_source(seen.source)
        # An archive has no face; its words say all.
        self.preview.setVisible(seen.source.kind == "capture")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(1))
        row = QHBoxLayout()
        row.setSpacing(steps(2))
        row.addWidget(Aside(title))
        row.addWidget(Pill(str(seen.position), seen.word))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.preview)
        column.addWidget(TextBlock(seen.when))
        column.addWidget(Aside(seen.how))
        column.addStretch(1)


class MovedCard(Card):
    """One switch that was seen ON, then OFF."""

    def __init__(self, desk: Desk, one: BeforeAfter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = (
            Side(desk, desk.text("seen.before"), one.before),
            Side(desk, desk.text("seen.after"), one.after),
        )
        spoken = desk.text("seen.name", title=one.title, before=one.before.word, after=one.after.word)
        self.setAccessibleName(spoken)
        self.body.addWidget(Aside(one.service))
        self.body.addWidget(Name(one.title))
        row = QHBoxLayout()
        row.setSpacing(steps(4))
        for side in self.sides:
            row.addWidget(side, 1)
        self.body.addLayout(row)
        self.body.addWidget(TextBlock(one.between))


class BeforeAfterSection(Section):
    """All switches that were seen from both sides; not to be seen where none was."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("seen.title"), desk.text("seen.aside"), parent)
        self.desk = desk
        self.cards: list[MovedCard] = []
        self._shown: tuple[BeforeAfter, ...] = ()
        self.setContentsMargins(0, steps(4), 0, 0)

    def show_moved(self, found: Sequence[BeforeAfter]) -> None:
        """Show these; what is shown already stays."""
        self.setVisible(bool(found))
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        for card in self.cards:
            for side in card.sides:
                side.preview.stop()
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [MovedCard(self.desk, one) for one in found]
        for card in self.cards:
            self.body.addWidget(card)
            # A layout shows what it takes only later; till then it cannot have the keyboard.
            card.show()
