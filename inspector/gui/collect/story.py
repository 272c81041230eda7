# SPDX-License-Identifier: Apache-2.0
"""“How did you get it?”: what only the person knows of a file before they handed it in, all of it free."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector.app.days import Days
from inspector.app.story_form import read, typed
from inspector.archives.names import shown
from inspector.cases.standing import key_of
from inspector.cases.story import MOST, PARTS
from inspector.domain.sources import Source
from inspector.gui.collect.story_fields import Block, Line, LooseDay
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.room import gives_way, room_in
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.text import Aside
from inspector.system.clock import today

_LARGEST = QSize(880, 660)


class StoryDialog(Dialog):
    """Tells how one source was got; accepted once that stands in the case. The later word counts."""

    def __init__(self, desk: Desk, source: Source, parent: QWidget | None = None) -> None:
        text = desk.text
        super().__init__(text("gui.story.title"), text("gui.story.text", name=shown(source.name)), parent)
        self.desk = desk
        self.source = source
        self._days = Days(desk.messages)
        self.asked = LooseDay(desk, text("gui.story.asked"), text("gui.story.day_hint"))
        self.got = LooseDay(desk, text("gui.story.got"), text("gui.story.day_hint"))
        self.chosen = Line(text("gui.story.chosen"), text("gui.story.chosen_hint"), MOST["chosen"])
        self.came = Line(text("gui.story.came"), text(f"gui.story.came_{source.kind}"), MOST["came"])
        self.kept = Line(text("gui.story.kept"), text("gui.story.kept_hint"), MOST["kept"])
        self.more = Block(text("gui.story.more"), text("gui.story.more_hint", most=MOST["more"]))
        self.fields: dict[str, Block | Line | LooseDay] = {part: getattr(self, part) for part in PARTS}
        self._lay_out()
        self._show()
        self.resize(room_in(parent, _LARGEST))
        self.asked.take_keyboard()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, steps(2), 0)
        column.setSpacing(0)
        for pair in ((self.asked, self.got), (self.chosen, self.came), (self.kept, self.more)):
            row = QHBoxLayout()
            row.setSpacing(steps(4))
            for part in pair:
                row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.viewport().setAutoFillBackground(False)
        self.scroller.setWidget(inside)
        gives_way(self.scroller)
        self.edges = Edges(self.scroller)
        self.body.addWidget(self.scroller, 1)
        self.body.addWidget(Aside(self.desk.text("gui.story.where")))
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.tells = PrimaryButton(self.desk.text("gui.story.tell"))
        self.stays = SecondaryButton(self.desk.text("gui.cancel"))
        self.tells.setDefault(True)
        self.tells.clicked.connect(self._tell)
        self.stays.clicked.connect(self.reject)
        self.add(self.tells, self.stays)

    def _show(self) -> None:
        """Show what was told before."""
        told = self.desk.session.stories.get(key_of(self.source))
        for part, words in (typed(told.story, self._days) if told else {}).items():
            self.fields[part].show_text(words)

    def _tell(self) -> None:
        form = read({part: field.text() for part, field in self.fields.items()}, self._days, today())
        for part, field in self.fields.items():
            field.tell(self.desk.notes.text(form.wrong[part]) if part in form.wrong else "")
        first = next((part for part in PARTS if part in form.wrong), None)
        if first is None:
            self.desk.session.tell_story(self.source, form.story)
            self.accept()
        else:
            field = self.fields[first]
            field.take_keyboard()
            # What is wrong with it has its place only then.
            QTimer.singleShot(0, field, lambda: self._scroll_to(field))

    def _scroll_to(self, field: QWidget) -> None:
        inside = self.scroller.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            layout.activate()
            self.scroller.ensureWidgetVisible(field, 0, self.edges.below.height())
