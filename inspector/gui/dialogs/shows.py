# SPDX-License-Identifier: Apache-2.0
"""“This shows ON on …”: what a picture, page or mail shows, by the word of the person who looks at it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.hints import day_hints
from inspector.archives.names import shown
from inspector.cases.standing import Statement
from inspector.domain.sources import Source
from inspector.gui.collect.preview import Preview
from inspector.gui.collect.reading_form import ReadingForm
from inspector.gui.collect.when import When
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton, SmallLinkButton
from inspector.gui.widgets.text import Aside

_PREVIEW = steps(40)


class ShowsDialog(Dialog):
    """Adds a shown reading, in place of `before` where the person corrects it; accepted once it is added."""

    def __init__(
        self, desk: Desk, source: Source, before: Statement | None = None, parent: QWidget | None = None
    ) -> None:
        title = desk.text("gui.shows.title" if before is None else "gui.shows.correct")
        super().__init__(title, shown(source.name), parent)
        self.desk = desk
        self._before = before
        self.preview = Preview(desk, _PREVIEW)
        self.form = ReadingForm(desk)
        self.form.path = source.path
        self.hints = Hints(desk, source, self.form.when)
        self.preview.show_source(source)
        for part in (self.preview, self.form, self.hints, Aside(desk.text("gui.shows.grade"))):
            self.body.addWidget(part)
        if before is not None:
            self.form.show_statement(before)
        self.say_it = PrimaryButton(desk.text("gui.shows.say"))
        self.leave = SecondaryButton(desk.text("gui.cancel"))
        self.say_it.setDefault(True)
        self.say_it.clicked.connect(self._say)
        self.leave.clicked.connect(self.reject)
        self.add(self.say_it, self.leave)
        self.form.control.setFocus()

    def _say(self) -> None:
        statement = self.form.take()
        if statement is None:
            return
        if self._before is not None:
            self.desk.session.withdraw(self._before)
        self.desk.session.say(statement)
        self.accept()


class Hints(QWidget):
    """What the file itself says of its day, each with a button that takes it over."""

    def __init__(self, desk: Desk, source: Source, when: When) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        hints = day_hints(source.path)
        column.addWidget(Aside(desk.text("gui.shows.hints")))
        for hint in hints:
            day = hint.day.isoformat()
            take = SmallLinkButton(desk.text(f"gui.shows.hint.{hint.by}", day=day))
            take.setAutoDefault(False)
            take.clicked.connect(lambda _checked, day=day: when.day.take_text(day))
            column.addWidget(take)
        if not hints:
            self.hide()
