# SPDX-License-Identifier: Apache-2.0
"""What the page is for and what the words mean, in front of whatever is open; and the guide to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inspector.app.failing import why_failed
from inspector.app.glossary import Term, fitting, terms
from inspector.app.guide import guide
from inspector.app.jobs import Lane
from inspector.app.letters import save
from inspector.archives.names import shown
from inspector.gui.cover.openly import show_openly
from inspector.gui.desk import Desk
from inspector.gui.dialogs import files
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.text import Aside, Strong, TextBlock

_HIGH = 360
_WIDE = 620


class HelpDialog(Dialog):
    """Shows the words of a page first. Typing finds others; the guide is made only when asked for."""

    def __init__(self, desk: Desk, page: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("gui.help.title"), desk.text(f"guide.page.{page}.text"), parent)
        self.desk = desk
        self._file: Path | None = None
        self.setMinimumWidth(_WIDE)
        self.words_of = terms(desk.messages, page)
        self.search = QLineEdit()
        self.search.setAccessibleName(desk.text("gui.help.find"))
        self.search.setPlaceholderText(desk.text("gui.help.find"))
        self.search.setClearButtonEnabled(True)
        self.entries = {one.id: Entry(one) for one in self.words_of}
        self.none = Aside(desk.text("gui.help.none"))
        self.told = TextBlock()
        self.told.hide()
        self._lay_out()
        self.search.textChanged.connect(self._show_fitting)
        self._show_fitting("")
        show_openly(self.scroller)

    def _lay_out(self) -> None:
        text, inside = self.desk.text, QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, steps(2), 0)
        self._column.setSpacing(steps(3))
        self._column.addWidget(self.none)
        for entry in self.entries.values():
            self._column.addWidget(entry)
        self._column.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFixedHeight(_HIGH)
        self.scroller.setAccessibleName(text("gui.help.list"))
        self.scroller.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.scroller.setWidget(inside)
        self.edges = Edges(self.scroller)
        self.body.addWidget(self.search)
        self.body.addWidget(self.scroller)
        self.body.addSpacing(steps(1))
        for words in (Aside(text("gui.help.text")), self.told):
            self.body.addWidget(words)
        self.ends = PrimaryButton(text("gui.help.close"))
        self.saves = SecondaryButton(text("gui.help.save"))
        self.shows = SecondaryButton(text("gui.help.show"))
        self.shows.hide()
        self.ends.clicked.connect(self.accept)
        self.saves.clicked.connect(self._save)
        self.shows.clicked.connect(self._show)
        self.add(self.ends, self.saves, self.shows)
        for button in (self.ends, self.saves, self.shows):
            button.setAutoDefault(False)

    def _show_fitting(self, text: str) -> None:
        found = fitting(self.words_of, text)
        for entry in self.entries.values():
            self._column.removeWidget(entry)
            entry.hide()
        for at, one in enumerate(found, 1):
            self._column.insertWidget(at, self.entries[one.id])
            self.entries[one.id].show()
        self.none.setHidden(bool(found))
        self.scroller.verticalScrollBar().setValue(0)

    def _save(self) -> None:
        text = self.desk.text
        name, kind = text("gui.help.file"), text("gui.help.kind")
        target = files.place_to_save(self, text("gui.help.where"), name, kind)
        if target is None:
            return
        messages = self.desk.messages
        self.saves.setEnabled(False)
        self.tell(text("gui.help.saving"))
        self.desk.bridge.start(
            lambda _job: save(guide(messages), target), self._saved, failed=self._not_saved, lane=Lane.LOOK
        )

    def _saved(self, target: Path) -> None:
        self._file = target
        self.saves.setEnabled(True)
        self.shows.show()
        self.tell(self.desk.text("gui.help.saved", name=shown(target.name)))

    def _not_saved(self, error: BaseException) -> None:
        self.saves.setEnabled(True)
        why = self.desk.notes.text(why_failed(error))
        self.tell(self.desk.text("gui.help.not_saved", why=why))

    def _show(self) -> None:
        if self._file is not None:
            files.show_in_folder(self._file)

    def tell(self, text: str) -> None:
        """Say how the saving stands."""
        self.told.setText(text)
        self.told.show()


class Entry(QWidget):
    """One word with what it means."""

    def __init__(self, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(0.5))
        column.addWidget(Strong(term.name))
        column.addWidget(TextBlock(term.text))
