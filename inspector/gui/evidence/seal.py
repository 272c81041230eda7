# SPDX-License-Identifier: Apache-2.0
"""The part of the page Evidence about the seal, and about time authorities that the person wants to ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from inspector.app.stamping import PlaceError, places
from inspector.gui.desk import Desk
from inspector.gui.theme.fields import mark_wrong
from inspector.gui.theme.marks import INDENT
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside

_WIDEST = 720


class SealSection(Section):
    """A seal by default; timestamps only where the person asks for them and names who makes them.

    `changed` tells that something else is wanted, `asks_where` that an address is needed now.
    """

    changed = Signal()
    asks_where = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.seal.title"), desk.text("gui.seal.aside"), parent)
        self.desk = desk
        self.seals = QCheckBox(desk.text("gui.seal.seal"))
        self.seals.setChecked(True)
        self.seals.setAccessibleDescription(desk.text("gui.seal.shows"))
        self.stamps = QCheckBox(desk.text("gui.seal.stamp"))
        self.stamps.setAccessibleDescription(desk.text("gui.seal.stamp_shows"))
        self.first, self.second = self._field("first"), self._field("second")
        self.problem = Aside(colour="on")
        self.without = SmallLinkButton(desk.text("gui.seal.without"))
        self.without.clicked.connect(self._go_without)
        self._lay_out()
        self.problem.hide()
        for box in (self.seals, self.stamps):
            box.toggled.connect(self._look)
        self.stamps.clicked.connect(lambda on: self.asks_where.emit() if on else None)
        for field in (self.first, self.second):
            field.textChanged.connect(self._look)
        self._look()

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self.desk.text(f"gui.seal.{name}"))
        field.setPlaceholderText(self.desk.text(f"gui.seal.{name}_hint"))
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(_WIDEST)
        return field

    def _lay_out(self) -> None:
        self.names = QWidget()
        names = QVBoxLayout(self.names)
        names.setContentsMargins(0, steps(2), 0, 0)
        names.setSpacing(steps(1))
        for field in (self.first, self.second):
            words = Aside(field.accessibleName())
            words.setBuddy(field)
            names.addWidget(words)
            names.addWidget(field)
            names.addSpacing(steps(1))
        names.addWidget(self.problem)
        row = Flow(down=0)
        row.addWidget(self.without)
        names.addLayout(row)
        self.body.addLayout(_choice(self.seals, Aside(self.desk.text("gui.seal.shows"))))
        means = Aside(self.desk.text("gui.seal.stamp_shows"))
        self.body.addLayout(_choice(self.stamps, means, self.names))

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return all that can be chosen and typed."""
        return self.seals, self.stamps, self.first, self.second

    @property
    def sealed(self) -> bool:
        """Return whether a seal is wanted."""
        return self.seals.isChecked()

    @property
    def asks(self) -> tuple[str, ...]:
        """Return the addresses of the authorities to ask, none where none are wanted. Raises PlaceError."""
        if not (self.sealed and self.stamps.isChecked()):
            return ()
        return places([self.first.text(), self.second.text()])

    @property
    def is_whole(self) -> bool:
        """Return whether what is wanted can be done: whoever wants a timestamp names an authority."""
        try:
            return bool(self.asks) or not (self.sealed and self.stamps.isChecked())
        except PlaceError:
            return False

    def _go_without(self) -> None:
        self.stamps.setChecked(False)
        self.stamps.setFocus()

    def _look(self) -> None:
        self.stamps.setEnabled(self.sealed)
        self.names.setVisible(self.sealed and self.stamps.isChecked())
        try:
            named = self.asks
        except PlaceError as error:
            self._tell(self.desk.notes.text(error.note))
        else:
            wanted = self.sealed and self.stamps.isChecked() and not named
            self._tell(self.desk.text("gui.seal.no_address") if wanted else "", colour="muted")
        self.changed.emit()

    def _tell(self, sentence: str, colour: str = "on") -> None:
        self.problem.set_colour(colour)
        mark_wrong(self.first, wrong=bool(sentence) and colour == "on")
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def _choice(box: QCheckBox, *below: QWidget) -> QVBoxLayout:
    """Lay out a choice with what belongs to it close below, set in as far as its words."""
    column, inset = QVBoxLayout(), QVBoxLayout()
    column.setSpacing(0)
    inset.setContentsMargins(INDENT, 0, 0, 0)
    for widget in below:
        inset.addWidget(widget)
    column.addWidget(box)
    column.addLayout(inset)
    return column
