# SPDX-License-Identifier: Apache-2.0
"""What else is to be known of a capture: secrets and mails in it, that it can be edited, its hash."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.questions import Question
from inspector.app.told import PATH, Teller
from inspector.archives.names import shown
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import SmallLinkButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.notes import QuietNote
from inspector.gui.widgets.text import Aside


class Asides(QWidget):
    """Shows what a capture holds besides the setting. `keys_asked`: the person has keys for its signature."""

    keys_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.mails = Aside()
        self.keys = SmallLinkButton(desk.text("gui.confirm.keys_file"))
        self.keys.setAutoDefault(False)
        self.keys.clicked.connect(self.keys_asked)
        self.secrets = QuietNote(desk.text("gui.confirm.secrets"))
        self.notes = QuietNote(desk.text("notes.title"))
        self.edited = Aside()
        self.hash = Aside()
        self.turn = SmallLinkButton(desk.text("gui.confirm.hash_show"))
        self.turn.setAutoDefault(False)
        self.turn.clicked.connect(self.change)
        self.hash.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(2))
        row = Flow(down=0)
        row.addWidget(self.keys)
        column.addWidget(self.mails)
        column.addLayout(row)
        for part in (self.secrets, self.notes, self.edited):
            column.addWidget(part)
        below = Flow(down=0)
        below.addWidget(self.turn)
        column.addLayout(below)
        column.addWidget(self.hash)

    def change(self) -> None:
        """Show the hash of the file, or hide it."""
        shown = self.hash.isHidden()
        self.hash.setVisible(shown)
        self.turn.setText(self.desk.text(f"gui.confirm.hash_{'hide' if shown else 'show'}"))

    def show_question(self, one: Question) -> None:
        """Show what is known of the file of a question."""
        text, captured = self.desk.text, one.captured
        teller = Teller(self.desk.catalog, self.desk.messages)
        _tell(self.secrets, teller.secrets(captured) if captured is not None else "")
        _tell(self.notes, teller.notes(captured) if captured is not None else "")
        mails = teller.mails(captured) if captured is not None else ()
        self.mails.setText("\n".join(mails))
        self.mails.setVisible(bool(mails))
        self.keys.setVisible(one.wants_key)
        self.edited.setText(text(f"gui.confirm.edited.{one.source.kind}"))
        path = one.setting.locator if one.setting is not None else ""
        told = [text("gui.confirm.hash", sha256=one.source.sha256)]
        if path.startswith(PATH):
            told.append(text("gui.confirm.path", path=shown(path)))
        self.hash.setText("\n".join(told))


def _tell(note: QuietNote, text: str) -> None:
    note.text.setText(text)
    note.text.setVisible(bool(text))
    note.setVisible(bool(text))
