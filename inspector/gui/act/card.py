# SPDX-License-Identifier: Apache-2.0
"""One thing to do as a card: what, where it stands, by when; opened, how, and what it leaves as it is."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.actions.wording import long_day
from inspector.app.tasks import Standing, Task
from inspector.gui.act.mark import StandingMark
from inspector.gui.act.posts import PostRow
from inspector.gui.act.steps import GuideChoice, StepList
from inspector.gui.desk import Desk
from inspector.gui.theme.buttons import LINK_ROOM
from inspector.gui.theme.measures import LIFT, Step, steps
from inspector.gui.widgets.buttons import SecondaryButton, SmallLinkButton
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Name, Strong, TextBlock


class TaskCard(Card):
    """Opens and closes. Tells what the person wants: a page, the letter, to note a day (task, step).

    `unfolded` tells that its steps are shown or hidden, `filled` that something new stands among them.
    """

    page_asked = Signal(str)
    letter_asked = Signal(str)
    day_asked = Signal(str, str)
    unfolded = Signal()
    filled = Signal()

    def __init__(self, desk: Desk, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.task = task
        self.mark = StandingMark(task.standing)
        self.service = Aside(task.service)
        self.title = Name(task.title)
        self.standing = Strong()
        self.due = TextBlock(colour="accent")
        self.after = Aside()
        self.toggle = SmallLinkButton()
        self.details = QWidget()
        self.posts = PostRow(desk)
        self._inside: QWidget | None = None
        self._guides: GuideChoice | None = None
        self._filled: Task | None = None
        self._first: SecondaryButton | None = None
        self._lay_out()
        self.toggle.clicked.connect(lambda: self.unfold(on=not self.is_unfolded))
        self.posts.asked.connect(lambda step: self.day_asked.emit(self.task.id, step))
        self.unfold(on=False)
        self.show_task(task)

    def _lay_out(self) -> None:
        around = self.body.contentsMargins()
        # The words of a link end where all others do, the room round them beyond.
        self.body.setContentsMargins(around - QMargins(0, LIFT, LINK_ROOM, 0))
        head = QHBoxLayout()
        head.setSpacing(steps(3))
        mark = QVBoxLayout()
        mark.setContentsMargins(0, LIFT, 0, 0)
        mark.addWidget(self.mark)
        mark.addStretch(1)
        head.addLayout(mark)
        words = QVBoxLayout()
        words.setContentsMargins(0, LIFT, 0, 0)
        words.setSpacing(steps(0.5))
        words.addWidget(self.service)
        words.addWidget(self.title)
        line = Flow(across=steps(3), down=0)
        line.addWidget(self.standing)
        line.addWidget(self.due)
        words.addLayout(line)
        words.addWidget(self.after)
        head.addLayout(words, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        inner = QVBoxLayout(self.details)
        inner.setContentsMargins(steps(8), 0, 0, steps(1))
        inner.setSpacing(steps(3))
        inner.addWidget(self.posts)
        self.body.addWidget(self.details)

    def lead(self, *, on: bool) -> None:
        """Let its own first act be the one thing to do next: the page to open, else the letter."""
        if self._first is not None:
            self._first.lead(on=on)

    @property
    def leads(self) -> bool:
        """Answer whether it has an act that leads and is seen."""
        return self.is_unfolded and self._first is not None and self._first.leads

    @property
    def is_unfolded(self) -> bool:
        """Answer whether the steps are shown."""
        return not self.details.isHidden()

    @property
    def platform(self) -> str:
        """Return the platform that is chosen, empty where there is none to choose."""
        return self._guides.choice.code if self._guides is not None else ""

    def choose(self, platform: str) -> None:
        """Show the steps on a platform, where there are any."""
        if self._guides is not None and platform in self._guides.platforms:
            self._guides.choice.choose(platform)

    def unfold(self, *, on: bool) -> None:
        """Show or hide the steps; they are made when they are first shown."""
        if on:
            self._fill_where_new()
        self.details.setVisible(on)
        key = "hide" if on else "show"
        self.toggle.setText(self.desk.text(f"gui.act.{key}"))
        self.toggle.setAccessibleName(self.desk.text(f"gui.act.{key}_named", title=self.task.title))
        self.unfolded.emit()

    def show_task(self, task: Task) -> None:
        """Show how the task stands now; what did not change stays as it is, the keyboard with it."""
        self.task = task
        self.mark.show_standing(task.standing)
        self.service.setText(task.service)
        self.title.setText(task.title)
        self.standing.setText(self._standing(task))
        self.due.setText(task.due)
        self.due.setVisible(bool(task.due))
        self.after.setText(
            self.desk.text("gui.act.after", titles="; ".join(task.after)) if task.after else ""
        )
        self.after.setVisible(bool(task.after))
        if self.is_unfolded:
            self._fill_where_new()
        self.posts.show_task(task)
        self.filled.emit()

    def _standing(self, task: Task) -> str:
        day = task.post.sent if task.post else None
        if task.standing is Standing.SENT and day is not None:
            return self.desk.text("gui.act.standing.sent_on", day=long_day(day, self.desk.messages.lang))
        return self.desk.text(f"gui.act.standing.{task.standing}")

    def _fill_where_new(self) -> None:
        if self._filled is None or _content(self._filled) != _content(self.task):
            self._filled = self.task
            self._fill(self.task)

    def _fill(self, task: Task) -> None:
        layout = self.details.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        if self._inside is not None:
            layout.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(3))
        for part in self._parts(task):
            column.addWidget(part)
        layout.insertWidget(0, self._inside)
        self.filled.emit()

    def _parts(self, task: Task) -> list[QWidget]:
        parts: list[QWidget] = []
        self._guides = None
        if task.guides:
            self._guides = guides = GuideChoice(self.desk, task.guides)
            guides.asked.connect(self.page_asked)
            guides.made.connect(self.filled)
            parts.append(guides)
        if task.steps:
            found = StepList(self.desk, task.steps)
            found.asked.connect(self.page_asked)
            parts.append(found)
        buttons = self._buttons(task)
        return [*parts, *([buttons] if buttons else []), *self._not_undone(task)]

    def _buttons(self, task: Task) -> QWidget | None:
        row = QWidget()
        flow = Flow(row, across=steps(1.5), down=steps(1))
        self._first = None
        if task.letter:
            self._first = self.writes = SecondaryButton(self.desk.text("gui.act.write"))
            self.writes.clicked.connect(lambda: self.letter_asked.emit(self.task.id))
            flow.addWidget(self.writes)
        if task.url is not None:
            self._first = self.opens = SecondaryButton(self.desk.text(f"gui.act.open.{task.kind}"))
            self.opens.clicked.connect(lambda: self.page_asked.emit(self.task.url))
            flow.addWidget(self.opens)
        return row if flow.count() else None

    def _not_undone(self, task: Task) -> list[QWidget]:
        if not task.not_undone:
            return []
        heading = TextBlock(self.desk.text("gui.act.not_undone"), step=Step.ASIDE_STRONG)
        return [_together(heading, Aside(task.not_undone))]


def _together(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return whole


def _content(task: Task) -> tuple[object, ...]:
    return (task.guides, task.steps, task.url, task.not_undone, task.letter, task.kind)
