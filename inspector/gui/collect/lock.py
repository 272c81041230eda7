# SPDX-License-Identifier: Apache-2.0
"""Asks for the password of a locked export, in its card: given once, kept in memory, shown by nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.notes import QuietNote
from inspector.gui.widgets.text import Aside
from inspector.gui.you.told import ToldLine

_WIDTH = steps(90)


class LockNote(QuietNote):
    """`given` carries a password, `without` that the person goes on without one."""

    given = Signal(str)
    without = Signal()

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        text = desk.text
        super().__init__(text("gui.lock.title"), text("gui.lock.text"), parent, within=True)
        self.desk = desk
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setFixedWidth(_WIDTH)
        # A file that is dropped here is meant to be read, not to become text.
        self.field.setAcceptDrops(False)
        self.field.setAccessibleName(text("gui.lock.field_of", name=name))
        self.shows = QCheckBox(text("gui.lock.show"))
        self.told = ToldLine()
        self.opens = SecondaryButton(text("gui.lock.open"))
        self.opens.setAccessibleName(text("gui.lock.open_it", name=name))
        self.skips = SecondaryButton(text("gui.lock.without"))
        self.skips.setAccessibleName(text("gui.lock.without_it", name=name))
        self._lay_out()
        self.field.returnPressed.connect(self._give)
        self.opens.clicked.connect(self._give)
        self.skips.clicked.connect(self._skip)
        self.shows.toggled.connect(self._show_letters)

    def _lay_out(self) -> None:
        self.column.addSpacing(steps(1))
        self.column.addWidget(Aside(self.desk.text("gui.lock.field")))
        self.column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.told)
        self.column.addWidget(self.shows)
        row = Flow(across=steps(1.5), down=steps(1))
        row.addWidget(self.opens)
        row.addWidget(self.skips)
        self.column.addLayout(row)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return all that can be chosen and typed."""
        return self.shows, self.field

    def ask(self, *, tried: bool) -> None:
        """Ask, and say where a password was given that does not open all."""
        self._tell("gui.lock.wrong" if tried else "")

    def _give(self) -> None:
        """Hand the password over, and keep no copy of it in the field."""
        password = self.field.text()
        if not password:
            self._tell("gui.lock.missing")
            self.field.setFocus()
            return
        self.field.clear()
        self.shows.setChecked(False)
        self.given.emit(password)

    def _skip(self) -> None:
        self.field.clear()
        self.without.emit()

    def _tell(self, key: str) -> None:
        self.told.tell(self.desk.text(key) if key else "", about=(self.field,))

    def _show_letters(self, shows: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if shows else modes.Password)
