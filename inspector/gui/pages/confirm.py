# SPDX-License-Identifier: Apache-2.0
"""What pictures, pages and mails show, by the person's word; nothing counts before that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.app.captures import Shown, captures
from inspector.app.session import Session
from inspector.archives.names import shown
from inspector.gui.collect.captures import CapturesModel, CapturesTable
from inspector.gui.collect.preview import Preview
from inspector.gui.collect.reading_form import ReadingForm
from inspector.gui.collect.statement import StatementCards
from inspector.gui.desk import Desk
from inspector.gui.dialogs.shows import Hints, ShowsDialog
from inspector.gui.pages.page import Page
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.notes import EmptyState
from inspector.gui.widgets.order import tab_in_reading_order
from inspector.gui.widgets.text import Aside

_PREVIEW = 336


class ConfirmPage(Page):
    """One capture at a time, and a list of all. Enter confirms, C corrects, N leaves it out."""

    name = "confirm"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen: str | None = None
        self._shown: str | None = None
        self.model = CapturesModel(desk, self)
        self.table = CapturesTable(self.model, self.text("gui.confirm.all"))
        self.preview = Preview(desk, _PREVIEW)
        self.form = ReadingForm(desk)
        self.said = StatementCards(desk)
        self.hash = Aside()
        self._hints = QVBoxLayout()
        self._lay_out()
        self._add_buttons()
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._choose(now.row()))

    def _lay_out(self) -> None:
        to_collect = SecondaryButton(self.text("gui.confirm.to_collect"))
        to_collect.clicked.connect(lambda: self.go.emit("collect"))
        title, text = self.text("gui.confirm.empty_title"), self.text("gui.confirm.empty")
        self.empty = EmptyState(title, text, to_collect)
        self.body.addWidget(self.empty)
        self.content = QWidget()
        whole = QVBoxLayout(self.content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(steps(4))
        row = QHBoxLayout()
        row.setSpacing(steps(4))
        row.addWidget(self.preview, 5, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._side(), 4)
        whole.addLayout(row)
        whole.addWidget(self.table)
        self.body.addWidget(self.content)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(steps(2))
        side.addWidget(self.form)
        side.addWidget(self.said)
        side.addLayout(self._hints)
        side.addWidget(Aside(self.text("gui.confirm.unread")))
        side.addWidget(Aside(self.text("gui.confirm.edited")))
        side.addWidget(self.hash)
        side.addStretch(1)
        return side

    def _add_buttons(self) -> None:
        self.yes = PrimaryButton(self.text("gui.confirm.yes"))
        self.correct = SecondaryButton(self.text("gui.confirm.correct"))
        self.not_this = SecondaryButton(self.text("gui.confirm.not_this"))
        self.yes.clicked.connect(self.confirm)
        self.correct.clicked.connect(self.open_correct)
        self.not_this.clicked.connect(self.leave_out)
        self.bar.add(self.yes, self.correct, self.not_this)
        self.keys = Aside(self.text("gui.confirm.keys"))
        self.bar.add_aside(self.keys)

    @property
    def one(self) -> Shown | None:
        """Return the capture that is shown, None where there is none."""
        return next((one for one in self.model.captures if one.source.sha256 == self.chosen), None)

    def refresh(self, session: Session) -> None:
        """Show what the case says now; the capture that is shown stays, or the first takes its place."""
        changed = self.model.show_captures(captures(session))
        if self.one is None:
            self.chosen = self.model.captures[0].source.sha256 if self.model.captures else None
        if changed or self.one is None or self.one.source.sha256 != self._shown:
            self._show()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.model.captures):
            sha256 = self.model.captures[row].source.sha256
            if sha256 != self.chosen:
                self.chosen = sha256
                self._show()

    def _show(self) -> None:
        one = self.one
        self._shown = self.chosen
        self.empty.setVisible(one is None)
        self.content.setVisible(one is not None)
        self.bar.setVisible(one is not None)
        if one is None:
            self.say(self.text("gui.confirm.nothing"))
            return
        is_said = one.statement is not None
        row = self.model.captures.index(one)
        title = "gui.confirm.is_this" if is_said else "gui.confirm.title"
        name, count = shown(one.source.name), len(self.model.captures)
        aside = "gui.confirm.aside_said" if is_said else "gui.confirm.aside"
        self.say(self.text(title), self.text(aside, place=row + 1, n=count, name=name))
        self.table.selectRow(row)
        self.table.setVisible(count > 1)
        self.preview.show_source(one.source)
        self.form.setVisible(not is_said)
        self.said.setVisible(is_said)
        self.said.show_capture(one)
        self.correct.setVisible(is_said)
        self.keys.setText(self.text("gui.confirm.keys_said" if is_said else "gui.confirm.keys"))
        self._show_primary(is_said=is_said)
        self.hash.setText(self.text("gui.confirm.hash", sha256=one.source.sha256))
        self._show_hints(one)

    def _show_primary(self, *, is_said: bool) -> None:
        silent = any(one.statement is None for one in self.model.captures)
        onward = "gui.confirm.next" if silent else "gui.confirm.to_findings"
        self.yes.setText(self.text(onward if is_said else "gui.confirm.yes"))

    def _show_hints(self, one: Shown) -> None:
        while (item := self._hints.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.form.path = one.source.path
        if one.statement is None:
            self.form.clear()
            self.form.suggest_control()
            self._hints.addWidget(Hints(self.desk, one.source, self.form))
        tab_in_reading_order(self.body, self.bar.buttons)

    def confirm(self) -> None:
        """Let the person's word count, and go on to the next capture of which nothing is said."""
        one = self.one
        if one is None:
            return
        if one.statement is None:
            statement = self.form.take()
            if statement is None:
                return
            self.desk.session.say(statement)
        self._go_on(one)
        self.session_changed.emit()

    def _go_on(self, one: Shown) -> None:
        """Choose the next capture nobody spoke for; without one, show what was said, then the findings."""
        silent = [two for two in captures(self.desk.session) if two.statement is None]
        self.chosen = (silent or [one])[0].source.sha256
        if not silent and one.statement is not None:
            self.go.emit("findings")

    def open_correct(self) -> None:
        """Let the person say something else of the capture."""
        one = self.one
        if one is not None and one.statement is not None:
            dialog = ShowsDialog(self.desk, one.source, one.statement, self)
            dialog.accepted.connect(self.session_changed)
            dialog.open()

    def leave_out(self) -> None:
        """Leave the capture out of the answer; it can be taken in again on the page Collect."""
        one = self.one
        if one is not None:
            self.desk.session.leave_out(one.source)
            self.session_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that no field wants for itself."""
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.confirm,
            Qt.Key.Key_Enter: self.confirm,
            Qt.Key.Key_C: self.open_correct,
            Qt.Key.Key_N: self.leave_out,
        }
        act = keys.get(event.key())
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            act()
