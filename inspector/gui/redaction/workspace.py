# SPDX-License-Identifier: Apache-2.0
"""The workspace: the items, the rules for all of them, and for one of them its boxes or its parts."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.app.export import Wish
from inspector.app.failing import why_failed
from inspector.app.jobs import Job, Lane
from inspector.app.rebuilding import Made
from inspector.app.withholding import Choices, Item, items, parts
from inspector.bundle.redaction.rules import Keep, Rule, Rules
from inspector.gui.act.segments import Segments
from inspector.gui.collect.preview import PictureError, decode
from inspector.gui.desk import Desk
from inspector.gui.dialogs.dialog import Dialog
from inspector.gui.dialogs.room import gives_way, room_in
from inspector.gui.redaction.boxes import BoxEditor
from inspector.gui.redaction.parts import PartsTable
from inspector.gui.redaction.pixels import full_size
from inspector.gui.theme.measures import TARGET, Step, steps
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.flow import Flow
from inspector.gui.widgets.text import Aside, Strong, TextBlock

_LARGEST: Final = QSize(1100, 760)
_KEEPS: Final[tuple[Keep | None, ...]] = (None, "whole", "nothing")
_RULED: Final = "rules"
_LEAST: Final = 96
_LEAST_LIST: Final = 2 * TARGET + steps(6)
"""Two rows and the beginning of another: one alone would not look like a list."""


class RedactionDialog(Dialog):
    """`rules` are those that were given, as the person has changed them by now."""

    def __init__(self, desk: Desk, rules: Rules, parent: QWidget | None = None) -> None:
        super().__init__(desk.text("redaction.title"), desk.text("redaction.lead"), parent)
        self.desk = desk
        self._choices = Choices(rules)
        self._items = items(desk.session)
        self._job: Job | None = None
        self._is_over = False
        self.list = QListWidget()
        self.rule_boxes = {rule: QCheckBox(desk.text(f"redaction.rule.{rule.value}")) for rule in Rule}
        self.words_out = QLineEdit(", ".join(rules.words))
        self.editor = BoxEditor(desk)
        self.table = PartsTable(desk)
        self.sentence = Aside()
        self.views = QStackedWidget()
        self.name = Strong(characters=None)
        self.state = Aside()
        self.adds = SecondaryButton(desk.text("redaction.boxes.add"))
        self.removes = SecondaryButton(desk.text("redaction.boxes.remove"))
        self.keep = self._keep_choice()
        self._lay_out()
        self._fill()
        self._connect()
        self.resize(room_in(parent, _LARGEST))
        self.list.setCurrentRow(0)

    @property
    def rules(self) -> Rules:
        """Return what is chosen now."""
        return self._choices.rules

    @property
    def item(self) -> Item | None:
        """Return the item that is looked at."""
        if self._is_over:
            # What was still read may come when nothing is there any more to show it.
            return None
        row = self.list.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None

    def _keep_choice(self) -> Segments:
        names = [(one or _RULED, self.desk.text(f"redaction.keep.{one or _RULED}")) for one in _KEEPS]
        return Segments(self.desk.text("redaction.keep.name"), names, _RULED)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(steps(5))
        columns.addLayout(self._left(), 4)
        columns.addLayout(self._right(), 7)
        self.body.addLayout(columns, 1)
        self.closes = PrimaryButton(self.desk.text("redaction.take"))
        self.cancels = SecondaryButton(self.desk.text("redaction.cancel"))
        self.add(self.closes, self.cancels)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(steps(1))
        self.list.setAccessibleName(self.desk.text("redaction.items"))
        self.list.setFont(Step.ASIDE.font())
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Row by row, the last one would stand at the top of an empty field.
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.edges = Edges(self.list, "card")
        gives_way(self.list)
        # With long words and in the smallest window there is room for little more.
        self.list.setMinimumHeight(_LEAST_LIST)
        column.addWidget(self.list, 1)
        for rule, box in self.rule_boxes.items():
            box.setChecked(rule in self.rules.on)
            column.addWidget(box)
        label = TextBlock(self.desk.text("redaction.words"))
        label.setBuddy(self.words_out)
        self.words_out.setAccessibleName(self.desk.text("redaction.words"))
        self.words_out.setPlaceholderText(self.desk.text("redaction.words_like"))
        column.addWidget(label)
        column.addWidget(self.words_out)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(steps(2))
        column.addWidget(self.name)
        column.addWidget(self.keep)
        for view in (self.editor, self.table, self.sentence):
            self.views.addWidget(view)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        gives_way(self.views)
        self.views.setMinimumHeight(_LEAST)
        column.addWidget(self.views, 1)
        column.addWidget(self.state)
        row = Flow()
        for button in (self.adds, self.removes):
            row.addWidget(button)
        column.addLayout(row)
        return column

    def _fill(self) -> None:
        for one in self._items:
            self.list.addItem(one.name)
        if not self._items:
            self.views.setCurrentWidget(self.sentence)
            self.sentence.setText(self.desk.text("redaction.no_items"))
            for widget in (self.keep, self.adds, self.removes):
                widget.hide()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        for rule, box in self.rule_boxes.items():
            box.toggled.connect(partial(self._turn, rule))
        self.words_out.editingFinished.connect(self._keep_out)
        self.keep.chosen.connect(self._keep)
        self.editor.changed.connect(self._boxed)
        self.editor.chosen.connect(self._tell_box)
        self.table.parts.turned.connect(self._turned)
        self.adds.clicked.connect(self._add)
        self.removes.clicked.connect(self.editor.remove)
        self.closes.clicked.connect(self._done)
        self.cancels.clicked.connect(self.reject)

    def _show(self) -> None:
        item = self.item
        if item is None:
            return
        self._stop()
        self.name.setText(item.name)
        chosen = self._choices.of(item).keep
        with QSignalBlocker(self.keep):
            self.keep.choose(chosen if chosen in ("whole", "nothing") else _RULED)
        self.keep.setVisible(True)
        drawn = item.kind == "picture" and chosen != "nothing"
        # No rule takes anything out of a picture but its boxes.
        self.keep.segments[_KEEPS.index("whole")].setVisible(item.kind != "picture")
        for button in (self.adds, self.removes):
            button.setVisible(drawn)
        if chosen == "nothing" or item.kind == "whole":
            self._say(item, nothing=chosen == "nothing")
        elif item.kind == "picture":
            self._show_picture(item)
        else:
            self._show_parts(item)

    def _say(self, item: Item, *, nothing: bool) -> None:
        self.views.setCurrentWidget(self.sentence)
        whole = self._choices.of(item).keep == "whole" or Rule.PEOPLE not in self.rules.on
        key = "nothing" if nothing else "goes_whole" if whole else "people"
        self.sentence.setText(self.desk.text(f"redaction.view.{key}"))
        self.state.setText("")

    def _show_picture(self, item: Item) -> None:
        self.views.setCurrentWidget(self.editor)
        self.editor.say(self.desk.text("gui.preview.wait"))
        path = item.source.path
        self._job = self.desk.bridge.start(
            lambda _job: (decode(path), full_size(path)),
            lambda found: self._draw(item, *found),
            failed=lambda error: self._no_picture(item, error),
            lane=Lane.LOOK,
        )

    def _draw(self, item: Item, image: QImage, size: QSize) -> None:
        self._job = None
        if self.item == item:
            self.editor.show_picture(image, size, self._choices.of(item).boxes)

    def _no_picture(self, item: Item, error: BaseException) -> None:
        if self.item == item:
            reason = error.args[0] if isinstance(error, PictureError) else "damaged"
            self.editor.say(self.desk.text(f"gui.preview.{reason}"))

    def _show_parts(self, item: Item) -> None:
        self.views.setCurrentWidget(self.table)
        self.table.show_parts(())
        self.state.setText(self.desk.text("redaction.parts.wait"))
        session, rules = self.desk.session, self.rules
        wish = Wish(item.source.path, self.desk.messages.lang, passwords=session.passwords)
        self._job = self.desk.bridge.start(
            lambda job: parts(session, item, rules, wish, job),
            lambda made: self._list(item, made),
            failed=lambda error: self._failed(item, error),
            lane=Lane.LOOK,
        )

    def _list(self, item: Item, made: Made) -> None:
        self._job = None
        if self.item != item:
            return
        if not made.rows:
            self.views.setCurrentWidget(self.sentence)
            self.sentence.setText(self.desk.text("redaction.view.undivided"))
            self.state.setText("")
            return
        self.table.show_parts(made.rows)
        self._count(more=made.more)

    def _count(self, *, more: bool = False) -> None:
        model = self.table.parts
        count = model.rowCount()
        shown = sum(model.is_shown(number) for number in range(count))
        told = self.desk.text("redaction.parts.count", n=count, shown=shown)
        self.state.setText(f"{told} {self.desk.text('redaction.parts.more')}" if more else told)

    def _failed(self, item: Item, error: BaseException) -> None:
        self._job = None
        if self.item == item:
            self.state.setText(self.desk.notes.text(why_failed(error)))

    def _turn(self, rule: Rule, on: bool) -> None:  # noqa: FBT001 - Qt's own signal gives it so
        self._choices = self._choices.turn(rule, on=on)
        self._show()

    def _keep_out(self) -> None:
        before = self.rules.words
        self._choices = self._choices.keep_out(self.words_out.text())
        if self.rules.words != before:
            self._show()

    def _keep(self, keep: str) -> None:
        if self.item is not None:
            chosen = next((one for one in _KEEPS if one == keep), None)
            self._choices = self._choices.keep(self.item, chosen)
            self._show()

    def _boxed(self) -> None:
        if self.item is not None:
            self._choices = self._choices.boxes(self.item, self.editor.boxes)

    def _tell_box(self) -> None:
        if self.views.currentWidget() is self.editor:
            self.state.setText(self.editor.told() if self.editor.has_picture else "")
        self.removes.setEnabled(self.editor.at is not None)
        self.adds.setEnabled(self.editor.has_picture)

    def _add(self) -> None:
        self.editor.add()
        self.editor.setFocus()

    def _turned(self, part: str, shown: bool) -> None:  # noqa: FBT001 - Qt's own signal gives it so
        if self.item is not None:
            self._choices = self._choices.show(self.item, part, shown=shown)
            self._count()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _done(self) -> None:
        self._keep_out()
        self.accept()

    def done(self, result: int) -> None:
        """Wait for nothing any more."""
        self._stop()
        self._is_over = True
        super().done(result)
