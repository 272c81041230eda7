# SPDX-License-Identifier: Apache-2.0
"""Where a case stands: kept or not, and what can be done about it; and the other cases on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.app.case_status import status
from inspector.app.journey import begun
from inspector.gui.desk import Desk
from inspector.gui.theme.measures import steps
from inspector.gui.vault.deeds import Deeds
from inspector.gui.vault.row import CaseRow
from inspector.gui.widgets.buttons import LinkButton, SecondaryButton
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.notes import QuietNote
from inspector.gui.widgets.section import Section
from inspector.gui.widgets.text import TextBlock
from inspector.system.clock import today

if TYPE_CHECKING:
    from inspector.app.session import Session


class CasePanel(QWidget):
    """Stands on the start page, which gives `others`, the list, and the row of `links` their places.

    `deeds` does what is pressed.
    """

    asks_help = Signal()
    listed = Signal()
    """Other cases are listed now than before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.deeds = Deeds(desk, self)
        self.note = QuietNote(" ")
        self.outcome = TextBlock()
        self.keeps = SecondaryButton()
        self.checks = SecondaryButton(desk.text("gui.case.check"))
        self.takes_out = SecondaryButton(desk.text("gui.case.take_out"))
        self.changes = SecondaryButton(desk.text("gui.case.change"))
        self.others = QWidget()
        self.rows: list[CaseRow] = []
        self.elsewhere = LinkButton(desk.text("gui.case.elsewhere"))
        self.verifies = LinkButton(desk.text("gui.start.check_bundle"))
        self.help = LinkButton(desk.text("gui.help.open"))
        self.about = LinkButton(desk.text("gui.about.open"))
        self.taste = LinkButton(desk.text("gui.taste.open"))
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        row = Flow(across=steps(1.5), down=steps(1))
        for button in (self.keeps, self.checks, self.takes_out, self.changes):
            row.addWidget(button)
        self.note.column.addWidget(self.outcome)
        self.note.column.addSpacing(steps(1))
        self.note.column.addLayout(row)
        self.outcome.hide()
        self._list = QVBoxLayout(self.others)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(steps(2))
        self._list.addWidget(Section(self.desk.text("gui.case.others")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(2))
        column.addWidget(self.note)
        self.links = Flow(across=steps(2), down=0)
        for link in (self.elsewhere, self.help, self.verifies, self.about, self.taste):
            self.links.addWidget(link)

    def _listen(self) -> None:
        self.keeps.clicked.connect(self.deeds.new)
        self.checks.clicked.connect(self.deeds.check)
        self.takes_out.clicked.connect(self.deeds.take_out)
        self.changes.clicked.connect(self.deeds.change)
        self.elsewhere.clicked.connect(self.deeds.open_elsewhere)
        self.help.clicked.connect(self.asks_help)
        self.about.clicked.connect(self._tell_about)
        self.taste.clicked.connect(self._ask_taste)
        self.desk.vault.listed.connect(self._show_cases)
        self.desk.vault.wanted.connect(self.deeds.new)
        self.deeds.told.connect(self.tell)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Return what can be pressed, as it is read."""
        return (
            self.keeps,
            self.checks,
            self.takes_out,
            self.changes,
            self.elsewhere,
            self.help,
            self.verifies,
            self.about,
            self.taste,
        )

    def _tell_about(self) -> None:
        from inspector.gui.dialogs.about import AboutDialog  # noqa: PLC0415 - the window opens without it

        AboutDialog(self.desk, self).open()

    def _ask_taste(self) -> None:
        from inspector.gui.dialogs.taste import TasteDialog  # noqa: PLC0415 - the same

        # Another language makes this page anew; the window stays.
        TasteDialog(self.desk, self.window()).open()

    def tell(self, text: str) -> None:
        """Say how something ended."""
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))

    def refresh(self, session: Session) -> None:
        """Show whether this case is kept, and what can be done."""
        opened = self.desk.vault.opened
        is_kept = opened is not None
        for button in (self.checks, self.changes):
            button.setVisible(is_kept)
        has_copies = opened is not None and any(one.file for one in opened.case.originals)
        self.takes_out.setVisible(has_copies)
        self.keeps.setVisible(not is_kept)
        if opened is not None:
            self._say(
                opened.name,
                self.desk.text("gui.case.is_kept"),
                *status(session, self.desk.messages, today()),
            )
        else:
            state = "begun" if begun(session.case) else "empty"
            self._say(self.desk.text(f"gui.case.{state}"), self.desk.text(f"gui.case.{state}_text"))
            self.keeps.setText(self.desk.text("gui.case.keep" if begun(session.case) else "gui.case.new"))
            self.tell("")
        self._show_cases()

    def _say(self, title: str, *sentences: str) -> None:
        self.note.title.setText(title)
        self.note.text.setText(" ".join(sentences))
        self.note.text.setVisible(bool(sentences))

    def _show_cases(self) -> None:
        """List the cases on this computer but the open one."""
        opened = self.desk.vault.opened
        own = opened.place.id if opened is not None else None
        wanted = [one for one in self.desk.vault.cases if one.place.id != own]
        if [row.shelved for row in self.rows] != wanted:
            for row in self.rows:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [CaseRow(self.desk, one) for one in wanted]
            for row in self.rows:
                row.chosen.connect(self.deeds.open)
                self._list.addWidget(row)
            self.listed.emit()
        self.others.setVisible(bool(self.rows))
        if self.desk.vault.opened is None and not begun(self.desk.session.case):
            # Beside cases that are listed, it is only this question that is not stored.
            key = "gui.case.empty_beside" if self.rows else "gui.case.empty"
            self.note.title.setText(self.desk.text(key))
