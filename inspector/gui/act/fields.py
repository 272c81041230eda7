# SPDX-License-Identifier: Apache-2.0
"""The fields of a letter, each with its name, what belongs there, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.actions.letter import Field, Letter
from inspector.gui.cover.openly import show_openly
from inspector.gui.desk import Desk
from inspector.gui.theme.fields import mark_wrong
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.text import Aside, Strong

_ROWS = 4
BESIDE_TEXT = 6
"""With it the words of a block begin where those of a line do."""


class FieldBox(QWidget):
    """One field. `changed` tells that the person typed."""

    changed = Signal()

    def __init__(self, desk: Desk, field: Field, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        name = desk.text(f"letters.field.{field.id}.label")
        self.editor = _editor(field, value)
        self.editor.setAccessibleName(name)
        self.editor.setAccessibleDescription(desk.text(f"letters.field.{field.id}.hint"))
        self.problem = Aside(colour="on")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps(0.5))
        heading = Strong(_heading(desk, field, name))
        # It says which field this is, and whether it is needed.
        show_openly(heading)
        column.addWidget(heading)
        column.addWidget(Aside(desk.text(f"letters.field.{field.id}.hint")))
        column.addWidget(self.editor)
        column.addWidget(self.problem)
        self.editor.textChanged.connect(self.changed)

    @property
    def value(self) -> str:
        """Return what stands in the field."""
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        return self.editor.text()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what was typed; an empty field is only told of below."""
        shown = sentence if self.value.strip() else ""
        mark_wrong(self.editor, wrong=bool(shown))
        self.problem.setText(shown)
        self.problem.setVisible(bool(shown))


class Form(QWidget):
    """All fields of a letter in order. `changed` tells that the person typed into one."""

    changed = Signal()

    def __init__(
        self, desk: Desk, letter: Letter, values: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, steps(2), 0)
        column.setSpacing(steps(4))
        self.boxes = {field.id: FieldBox(desk, field, values[field.id]) for field in letter.fields}
        for box in self.boxes.values():
            column.addWidget(box)
            box.changed.connect(self.changed)
        self._advice = QVBoxLayout()
        self._advice.setSpacing(steps(1))
        column.addLayout(self._advice)
        column.addStretch(1)

    def advise(self, sentence: str) -> None:
        """Say below the fields what to know before the letter leaves."""
        self._advice.addWidget(Aside(sentence))

    @property
    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {name: box.value for name, box in self.boxes.items()}

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field that is empty, else to the first."""
        boxes = list(self.boxes.values())
        next((box for box in boxes if not box.value), boxes[0]).editor.setFocus()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it."""
        for name, box in self.boxes.items():
            box.show_problem(problems.get(name, ""))


def _editor(field: Field, value: str) -> QLineEdit | QPlainTextEdit:
    if field.kind != "lines":
        return QLineEdit(value)
    editor = QPlainTextEdit(value)
    editor.setTabChangesFocus(True)
    editor.document().setDocumentMargin(BESIDE_TEXT)
    editor.setFixedHeight(editor.fontMetrics().lineSpacing() * _ROWS + steps(5))
    return editor


def _heading(desk: Desk, field: Field, name: str) -> str:
    if not field.required:
        return desk.text("gui.letter.free", field=name)
    if field.instead is None:
        return desk.text("gui.letter.needed", field=name)
    return desk.text("gui.letter.either", field=name, other=desk.text(f"gui.letter.or.{field.instead}"))
