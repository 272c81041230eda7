# SPDX-License-Identifier: Apache-2.0
"""What the checks of a bundle found, one below the other, with every file that failed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector.app.verdict import meaning, told_as_one
from inspector.bundle.verification import Check, Verification
from inspector.gui.desk import Desk
from inspector.gui.evidence.check_mark import CheckMark
from inspector.gui.evidence.fingerprint import FingerprintBox
from inspector.gui.theme.measures import Step, steps
from inspector.gui.widgets.card import Card
from inspector.gui.widgets.text import Aside, Name, Strong, TextBlock

_WORDS = {True: "yes", False: "no", None: "none"}
_FEW = 6
"""Sentences that stand one below the other; more go into a list of their own that scrolls."""


class ChecksCard(Card):
    """The verdict, the fingerprint, and a row per check."""

    def __init__(self, desk: Desk, name: str, found: Verification, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.found = found
        self.verdict = Name(desk.notes.text(found.verdict))
        self.body.addWidget(Aside(desk.text("gui.evidence.check.of", name=name)))
        self.body.addWidget(self.verdict)
        means = meaning(found)
        if means is not None:
            self.body.addWidget(TextBlock(desk.notes.text(means)))
        if found.fingerprint is not None:
            self.fingerprint = FingerprintBox(desk)
            self.fingerprint.show_fingerprint(found.fingerprint)
            self.body.addWidget(self.fingerprint)
        self.rows = [CheckRow(desk, checks) for checks in told_as_one(found)]
        self.body.addSpacing(steps(2))
        self.body.addLayout(self._grid())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(steps(3))
        grid.setVerticalSpacing(steps(3))
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(self.rows):
            grid.addWidget(CheckMark(ok=row.check.ok), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row, number, 1)
        return grid


class CheckRow(QWidget):
    """One check, or several told as one: name, the word for what was found, the sentences that say what."""

    def __init__(self, desk: Desk, checks: tuple[Check, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        check = self.check = checks[0]
        self.sentences = check.sentences(desk.messages)
        alone = len(checks) == 1
        key = f"cli.verify.check.{check.name}" if alone else "gui.evidence.check.others"
        name = desk.text(key) if alone else desk.text(key, n=len(checks))
        outcome = desk.text(f"gui.evidence.check.{_WORDS[check.ok]}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Strong(f"{name}: {outcome}", colour="on" if check.ok is False else None))
        if len(self.sentences) <= _FEW:
            colour = "ink" if check.ok is False else "muted"
            column.addWidget(TextBlock("\n".join(self.sentences), colour=colour))
        else:
            self.list = _list(desk, name, self.sentences)
            column.addWidget(self.list)
        self.setAccessibleName(
            desk.text(
                "gui.evidence.check.row", check=name, outcome=outcome, found=" ".join(self.sentences[:_FEW])
            )
        )


class _LowRow(QStyledItemDelegate):
    """A row that is only read: as high as its words with some room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of one line."""
        return QSize(super().sizeHint(option, index).width(), Step.ASIDE.line + steps(2))


def _list(desk: Desk, name: str, sentences: list[str]) -> QListView:
    found = QListView()
    found.setModel(QStringListModel(sentences, found))
    found.setFont(Step.ASIDE.font())
    found.setItemDelegate(_LowRow(found))
    found.setUniformItemSizes(True)
    found.setWordWrap(False)
    found.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    found.setAccessibleName(f"{name}, {desk.text('gui.evidence.check.list')}")
    found.setFixedHeight(steps(44))
    return found
