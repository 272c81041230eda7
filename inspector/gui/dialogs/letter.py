# SPDX-License-Identifier: Apache-2.0
"""Writes a letter in place: its fields beside the letter as it leaves, which must be whole first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from inspector.actions.letter import LANGUAGES, Letter
from inspector.actions.wording import say
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.letters import Drafts, letters_of, missing, pdf_file, preview, save, text_file
from inspector.gui.act.fields import BESIDE_TEXT, Form
from inspector.gui.act.segments import Segments
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.room import gives_way, room_in
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton, SmallLinkButton
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.order import tab_in_reading_order
from inspector.gui.widgets.text import Aside, Strong

_LARGEST = QSize(1080, 720)


class LetterDialog(Dialog):
    """Fills in one letter. `sent` tells that the person wants to note the day on which they sent it."""

    sent = Signal(str)

    def __init__(
        self, desk: Desk, action: str, title: str, drafts: Drafts, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, "", parent)
        # The system lists the names of windows for other programs, so that none names a service.
        self.setWindowTitle(desk.text("gui.letter.window"))
        self.setAccessibleName(title)
        self.desk = desk
        self.action = action
        self.drafts = drafts
        language = drafts.language(action, "de" if desk.messages.lang == "de" else "en")
        # In all languages at once: the answer they follow from may be another by the time one is asked for.
        self._letters = {one: letters_of(desk.session, one)[action] for one in sorted(LANGUAGES)}
        self.letter = self._letters[language]
        self.saved: Path | None = None
        self._job: Job | None = None
        self.language = self._languages(language)
        self.scroller = QScrollArea()
        self.sheet = QPlainTextEdit()
        self.state = Strong(characters=None)
        self.shows = SmallLinkButton(desk.text("gui.letter.show"))
        self._lay_out()
        self._add_buttons()
        self._fill()
        self.resize(room_in(parent, _LARGEST))

    def _languages(self, chosen: str) -> Segments:
        names = [
            (one, self.desk.text(f"gui.letter.language_{one}")) for one in sorted(LANGUAGES, reverse=True)
        ]
        choice = Segments(self.desk.text("gui.letter.language"), names, chosen)
        choice.chosen.connect(self._change_language)
        return choice

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(steps(5))
        columns.addLayout(self._left(), 5)
        columns.addLayout(self._right(), 6)
        self.body.addLayout(columns, 1)
        told = QHBoxLayout()
        told.addWidget(self.state, 1)
        told.addWidget(self.shows)
        self.body.addLayout(told)
        self.shows.hide()
        self.shows.clicked.connect(self._show_in_folder)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(steps(3))
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.viewport().setAutoFillBackground(False)
        gives_way(self.scroller)
        Edges(self.scroller)
        column.addWidget(self.scroller, 1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(steps(1))
        column.addWidget(self.language)
        column.addSpacing(steps(1))
        column.addWidget(Aside(self.desk.text("gui.letter.preview")))
        self.sheet.setReadOnly(True)
        gives_way(self.sheet)
        Edges(self.sheet, "card")
        self.sheet.setTabChangesFocus(True)
        self.sheet.document().setDocumentMargin(BESIDE_TEXT)
        self.sheet.setFont(Step.ASIDE.font())
        self.sheet.setAccessibleName(self.desk.text("gui.letter.preview"))
        column.addWidget(self.sheet, 1)
        return column

    def _add_buttons(self) -> None:
        self.saves_pdf = PrimaryButton(self.desk.text("gui.letter.save_pdf"))
        self.saves_text = SecondaryButton(self.desk.text("gui.letter.save_text"))
        self.copies = SecondaryButton(self.desk.text("gui.letter.copy"))
        self.marks = SecondaryButton(self.desk.text("gui.letter.sent"))
        self.closes = SecondaryButton(self.desk.text("gui.letter.close"))
        # Enter belongs to the fields here; no button may answer to it from there.
        for button in (self.saves_pdf, self.saves_text, self.copies, self.marks, self.closes):
            button.setAutoDefault(False)
        self.saves_pdf.clicked.connect(lambda: self._save(".pdf", pdf_file))
        self.saves_text.clicked.connect(lambda: self._save(".txt", text_file))
        self.copies.clicked.connect(self._copy)
        self.marks.clicked.connect(self._sent)
        self.closes.clicked.connect(self.accept)
        self.add(self.saves_pdf, self.saves_text, self.copies, self.marks, self.closes)

    def _fill(self) -> None:
        self.form = Form(self.desk, self.letter, self.drafts.values(self.letter))
        self.form.changed.connect(self._look)
        for advice in self.letter.advice:
            self.form.advise(say(advice, self.desk.messages))
        self.scroller.setWidget(self.form)
        tab_in_reading_order(self.body, self._buttons)
        self._look()
        self.form.take_keyboard()

    def _change_language(self, language: str) -> None:
        self.drafts.keep(self.letter, self.form.values)
        self.letter = self._letters[language]
        self.drafts.keep(self.letter, self.form.values)
        self._look()

    def _look(self) -> None:
        """Show the letter as it stands, and what keeps it from leaving."""
        values = self.form.values
        place = self.sheet.verticalScrollBar().value()
        self.sheet.setPlainText(preview(self.letter, values))
        self.sheet.verticalScrollBar().setValue(place)
        problems = missing(self.letter, values, self.desk.messages)
        self.form.show_problems(problems)
        first = next(iter(problems.values()), "")
        self._tell(first or self.desk.text("gui.letter.whole"))
        self._allow(whole=not problems)

    def _allow(self, *, whole: bool) -> None:
        # Nobody has sent a letter that is not whole; a form of the service's own is noted on its card.
        for button in (self.saves_pdf, self.saves_text, self.copies, self.marks):
            button.setEnabled(whole and self._job is None)

    def _tell(self, sentence: str, *, saved: Path | None = None) -> None:
        self.saved = saved
        self.state.setText(sentence)
        self.shows.setVisible(saved is not None)

    def _save(self, ending: str, make: Callable[[Letter, dict[str, str]], bytes]) -> None:
        name = self.letter.id.replace(".", "-") + ending
        kinds = self.desk.text(f"gui.letter.kind_{ending[1:]}")
        target = files.place_to_save(self, self.desk.text("gui.letter.save_title"), name, kinds)
        if target is None:
            return
        letter, values = self.letter, self.form.values
        self._tell(self.desk.text("gui.letter.setting"))
        self._job = self.desk.bridge.start(
            lambda _job: save(make(letter, values), target), self._saved, failed=self._failed, lane=Lane.LOOK
        )
        self._allow(whole=True)

    def _saved(self, target: Path) -> None:
        self._job = None
        self._look()
        self._tell(self.desk.text("gui.letter.saved", name=target.name), saved=target)

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self._look()
        self._tell(self.desk.notes.text(why_failed(error)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(text_file(self.letter, self.form.values).decode())
        self._tell(self.desk.text("gui.letter.copied"))

    def _sent(self) -> None:
        self.accept()
        self.sent.emit(self.action)

    def _show_in_folder(self) -> None:
        if self.saved is not None:
            files.show_in_folder(self.saved)

    def done(self, result: int) -> None:
        """Keep what was typed, however the dialog is closed."""
        self.drafts.keep(self.letter, self.form.values)
        super().done(result)
