# SPDX-License-Identifier: Apache-2.0
"""The part of the page Evidence that locks the bundle with a password, typed twice and kept by nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inspector.app.lock_form import limits, problems
from inspector.gui.desk import Desk
from inspector.gui.theme.marks import INDENT
from inspector.gui.theme.measures import steps
from inspector.gui.vault.fields import NamedField
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import Aside

_WIDEST = steps(120)


class LockSection(Section):
    """No lock by default. `asks_what` tells that the person chose one, so that a password is needed now."""

    changed = Signal()
    asks_what = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.bundle_lock.title"), desk.text("gui.bundle_lock.aside"), parent)
        self.desk = desk
        self.locks = QCheckBox(desk.text("gui.bundle_lock.lock"))
        self.locks.setAccessibleDescription(desk.text("gui.bundle_lock.means"))
        hint = desk.text("gui.bundle_lock.hint", **limits())
        self.first = NamedField(desk.text("gui.bundle_lock.password"), hint, unseen=True)
        self.again = NamedField(desk.text("gui.bundle_lock.again"), unseen=True)
        self.shows = QCheckBox(desk.text("gui.lock.show"))
        self._lay_out()
        self.locks.toggled.connect(self._look)
        self.locks.toggled.connect(self.changed)
        self.locks.clicked.connect(lambda on: self.asks_what.emit() if on else None)
        self.shows.toggled.connect(self._show_letters)
        for field in (self.first, self.again):
            field.line.setMaximumWidth(_WIDEST)
            field.line.textEdited.connect(self._mended)
        self.first.line.editingFinished.connect(self._left_first)
        self.again.line.editingFinished.connect(self._left_again)
        self._look(on=False)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return all that can be chosen and typed, the choice first: it empties the others."""
        return self.locks, self.first.line, self.again.line, self.shows

    @property
    def is_wanted(self) -> bool:
        """Answer whether the bundle is to be locked."""
        return self.locks.isChecked()

    def _lay_out(self) -> None:
        self.words = QWidget()
        words = QVBoxLayout(self.words)
        words.setContentsMargins(0, steps(3), 0, 0)
        words.setSpacing(steps(1))
        for widget in (self.first, self.again, self.shows, Aside(self.desk.text("gui.bundle_lock.packs"))):
            words.addWidget(widget)
        choice, below = QVBoxLayout(), QVBoxLayout()
        choice.setSpacing(0)
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.addWidget(Aside(self.desk.text("gui.bundle_lock.means")))
        below.addWidget(self.words)
        choice.addWidget(self.locks)
        choice.addLayout(below)
        self.body.addLayout(choice)

    @property
    def password(self) -> str | None:
        """Return the password that locks the bundle, None for a bundle that is not locked."""
        return self.first.line.text() if self.locks.isChecked() else None

    def is_whole(self) -> bool:
        """Answer whether what is wanted can be done; what is missing is said beside its field."""
        wrong = self._problems() if self.locks.isChecked() else {}
        self._tell(wrong)
        field = next((one for name, one in self._fields.items() if name in wrong), None)
        if field is not None:
            field.line.setFocus()
        return field is None

    def forget(self) -> None:
        """Keep nothing of what was typed; whoever wants another locked bundle gives a password again."""
        self.shows.setChecked(False)
        for field in self._fields.values():
            field.line.clear()
            field.tell("")

    @property
    def _fields(self) -> dict[str, NamedField]:
        return {"password": self.first, "again": self.again}

    def _problems(self) -> dict[str, str]:
        wrong = problems(self.first.line.text(), self.again.line.text())
        return {name: self.desk.notes.text(why) for name, why in wrong.items()}

    def _tell(self, wrong: dict[str, str]) -> None:
        for name, field in self._fields.items():
            field.tell(wrong.get(name, ""))

    def _look(self, on: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self.words.setVisible(on)
        self.forget()

    def _mended(self) -> None:
        """Take back what is no longer wrong; nothing new is said while someone types."""
        wrong = self._problems()
        for name, field in self._fields.items():
            if name not in wrong:
                field.tell("")

    def _left_first(self) -> None:
        if self.first.line.text():
            self.first.tell(self._problems().get("password", ""))

    def _left_again(self) -> None:
        if self.again.line.text():
            self._tell(self._problems())

    def _show_letters(self, on: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        for field in self._fields.values():
            field.show_letters(on=on)
