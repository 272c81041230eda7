# SPDX-License-Identifier: Apache-2.0
"""The part of the page Evidence that says what goes in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inspector.app.evidence import held, holds_archives, notes_in_pictures
from inspector.app.session import Session
from inspector.gui.desk import Desk
from inspector.gui.evidence.held import HeldTable
from inspector.gui.theme.marks import INDENT
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside, TextBlock


class HoldsSection(Section):
    """The files, and `options`: a choice to add the whole archives. `changed` tells of that choice."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.evidence.holds.title"), desk.text("gui.evidence.holds.aside"), parent)
        self.desk = desk
        self.redacted = False
        self.table = HeldTable(desk)
        self.none = TextBlock(desk.text("gui.evidence.holds.none"))
        self.originals = QCheckBox(desk.text("gui.evidence.originals"))
        self.inside = TextBlock(colour="muted")
        self._say_inside()
        self.bare = QCheckBox(desk.text("notes.bare"))
        self.told = Aside()
        # What it means weighs more once it is chosen.
        self.originals.toggled.connect(lambda on: self.inside.set_colour("ink" if on else "muted"))
        self.originals.toggled.connect(self.changed)
        self.bare.toggled.connect(self.changed)
        for widget in (self.table, self.none):
            self.body.addWidget(widget)
        self.options = QWidget()
        column = QVBoxLayout(self.options)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(3))
        column.addLayout(_choice(self.originals, self.inside))
        column.addLayout(_choice(self.bare, self.told))

    def refresh(self, session: Session) -> None:
        """Show what the case says now."""
        kinds = notes_in_pictures(session)
        told = ", ".join(self.desk.text(f"notes.kind.{kind}") for kind in kinds)
        self.told.setText(self.desk.text("notes.bare_means", kinds=told) if told else "")
        self.bare.setAccessibleDescription(self.told.text())
        for part in (self.bare, self.told):
            part.setVisible(bool(kinds))
        originals, bare = self.originals.isChecked(), self.bare.isChecked()
        rows = held(session, originals=originals, bare=bare, redacted=self.redacted)
        self.table.show_held(rows)
        self.aside.setText(self.desk.text(f"gui.evidence.holds.aside{self._added()}"))
        self._say_inside()
        self.table.setVisible(bool(rows))
        self.none.setHidden(bool(rows))
        self.originals.setVisible(holds_archives(session))
        self.inside.setVisible(holds_archives(session))
        self.options.setHidden(not kinds and not holds_archives(session))

    def _added(self) -> str:
        if self.redacted:
            return "_redacted"
        return "_archives" if self.originals.isChecked() else ""

    def _say_inside(self) -> None:
        """Say what archives hold, or why none goes in."""
        key = "redacted" if self.redacted else "inside"
        self.inside.setText(self.desk.text(f"gui.evidence.originals_{key}"))
        self.originals.setAccessibleDescription(self.inside.text())


def _choice(box: QCheckBox, means: TextBlock) -> QVBoxLayout:
    """Lay out a choice with what it means close below, set in as far as its words."""
    column, below = QVBoxLayout(), QVBoxLayout()
    column.setSpacing(0)
    below.setContentsMargins(INDENT, 0, 0, 0)
    below.addWidget(means)
    column.addWidget(box)
    column.addLayout(below)
    return column
